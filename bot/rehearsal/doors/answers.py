"""The HTTP door of response_urls."""

from aiohttp import web

from bot.rehearsal.refusals import ApiRefusalError
from bot.rehearsal.web_api.answers import post_answer
from bot.rehearsal.workspace import Workspace
from bot.rehearsal.world.journal import ApiCall


class AnswerDoor:
    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    async def serve(self, request: web.Request) -> web.Response:
        """Post an answer: "ok", or why not."""
        body = await request.json()
        error = self._post(request.match_info["secret"], body)
        if error is None:
            return web.Response(text="ok")
        status = 404 if error == "used_url" else 400
        return web.json_response({"ok": False, "error": error}, status=status)

    def _post(self, secret: str, body: dict[str, object]) -> str | None:
        workspace = self._workspace
        with workspace.lock:
            target = workspace.response_urls.use(secret)
            channel = target.channel_id if target else ""
            error = "used_url"
            if target is not None:
                error = ""
                try:
                    post_answer(workspace, target, body)
                except ApiRefusalError as refusal:
                    error = refusal.error
            call = ApiCall(workspace.clock.now(), "response_url", error or "ok", channel)
            workspace.journal.add_call(call)
        return error or None
