"""Fetches axe-core, the accessibility checker, where npm is. Nothing ships it."""

import hashlib
import shutil
import subprocess
import tarfile
from pathlib import Path

_PACKAGE = "axe-core@4.14.1"
_SHA256 = "e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745"
# Seconds until the package's registry is taken to be out of reach.
_WITHIN_S = 30


def axe(folder: Path) -> bytes | None:
    """The checker's script, or None where npm or its registry cannot be had."""
    npm = shutil.which("npm")
    if npm is None:
        return None
    command = [npm, "pack", _PACKAGE, "--silent", "--pack-destination", str(folder)]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=_WITHIN_S, cwd=folder)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return None
    (packed,) = folder.glob("*.tgz")
    assert hashlib.sha256(packed.read_bytes()).hexdigest() == _SHA256
    with tarfile.open(packed) as archive:
        script = archive.extractfile("package/axe.min.js")
        assert script is not None
        return script.read()
