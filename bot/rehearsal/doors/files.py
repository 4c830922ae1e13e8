"""Takes in uploaded bytes and hands files out to the app and to people who may see them."""

from urllib.parse import quote

from aiohttp import web

from bot.rehearsal.happening.pictures import shown_to
from bot.rehearsal.workspace import Workspace
from bot.rehearsal.world.state import FileRecord

# Kinds that run nothing, by the ending of a file's name. Not SVG and not HTML: those hold scripts.
SHOWN = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "pdf": "application/pdf",
}
# Only the page itself may frame a file; the file asks for nothing but a PDF viewer's own styles.
PREVIEW_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"


class FileDoor:
    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    async def take(self, request: web.Request) -> web.Response:
        """Step two of an upload: raw bytes, or a form with one file in it."""
        record = self._record(request)
        content = await _content(request)
        if record.uploaded or len(content) != record.size:
            raise web.HTTPBadRequest(text="these are not the bytes that were announced")
        with self._workspace.lock:
            record.content, record.uploaded = content, True
        return web.Response(text=f"OK - {len(content)}")

    async def give_to_app(self, request: web.Request) -> web.Response:
        """url_private, with the bot token in the header."""
        app = self._workspace.app
        header = request.headers.get("Authorization", "")
        if header != f"Bearer {app.bot_token}" or not self._workspace.has_scope("files:read"):
            raise web.HTTPForbidden
        return _download(self._record(request))

    def give_to_person(self, file_id: str, user: str, *, shown: bool = False) -> web.Response:
        """A file that this person may see: a download or, where `shown` is asked for and the kind
        is harmless, something to look at."""
        with self._workspace.lock:
            record = self._workspace.state.files.get(file_id)
            if record is None or not self._may_see(user, record):
                raise web.HTTPNotFound
        return _preview(record) if shown else _download(record)

    def _may_see(self, user: str, record: FileRecord) -> bool:
        """One's own, what was shared in a conversation one is in, and what blocks show."""
        channels = self._workspace.state.channels
        shared = any(user in channels[channel].members for channel, _ in record.shares)
        return shared or record.user == user or shown_to(self._workspace, user, record.id)

    def _record(self, request: web.Request) -> FileRecord:
        record = self._workspace.state.files.get(request.match_info["file_id"])
        if record is None:
            raise web.HTTPNotFound
        return record


async def _content(request: web.Request) -> bytes:
    if request.content_type.startswith("multipart/"):
        form = await request.post()
        for part in form.values():
            if isinstance(part, web.FileField):
                return part.file.read()
    return await request.read()


def _preview(record: FileRecord) -> web.Response:
    """A picture or a PDF, as what it says it is and nothing else; all other kinds as downloads."""
    kind = SHOWN.get(record.name.rpartition(".")[2].lower())
    if kind is None:
        return _download(record)
    headers = {"Content-Disposition": "inline", "Content-Security-Policy": PREVIEW_POLICY}
    return web.Response(body=record.content, content_type=kind, headers=headers)


def _download(record: FileRecord) -> web.Response:
    """Always as a download, never as a page: an uploaded HTML file must not run here."""
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(record.name, safe='')}",
        "X-Content-Type-Options": "nosniff",
    }
    return web.Response(
        body=record.content, content_type="application/octet-stream", headers=headers
    )
