"""Writes a zip file anew so that the same contents are the same bytes: no clock, no machine."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip file can say."""


def same_bytes(zipped: bytes) -> bytes:
    """The same files in the same order, all of one time and no system."""
    written = BytesIO()
    with ZipFile(BytesIO(zipped)) as old, ZipFile(written, "w") as new:
        for name in old.namelist():
            info = ZipInfo(name, _NO_TIME)
            info.create_system, info.compress_type = 0, ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return written.getvalue()
