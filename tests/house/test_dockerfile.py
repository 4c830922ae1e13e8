"""What the image promises that a linter cannot see. Builds no image."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from bot.settings import Settings
from tests.house.places import TOP

DOCKERFILE = (TOP / "Dockerfile").read_text(encoding="utf-8")


class Health(BaseHTTPRequestHandler):
    """Answers as /healthz does while all is well, and as a server without one elsewhere."""

    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/healthz" else 404)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (its name is given)
        """Nothing to say: it would mix with the tests' own lines."""


@pytest.fixture
def port() -> Iterator[int]:
    with HTTPServer(("127.0.0.1", 0), Health) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def run_health_check(port: int, change: tuple[str, str] = ("", "")) -> int:
    found = re.search(r"^HEALTHCHECK .* CMD (\[.*\])$", DOCKERFILE, re.MULTILINE)
    assert found is not None
    command = [part.replace(*change) if change[0] else part for part in json.loads(found[1])]
    environment = {"DOTS_HTTP_PORT": str(port), "http_proxy": "http://127.0.0.1:9"}
    return subprocess.run(
        [sys.executable, *command[1:]], env=environment, capture_output=True, check=False
    ).returncode


def test_the_health_check_passes_while_dots_answers(port: int) -> None:
    assert run_health_check(port) == 0


def test_the_health_check_fails_on_any_other_answer(port: int) -> None:
    assert run_health_check(port, ("/healthz", "/elsewhere")) != 0


def test_the_health_check_fails_where_nobody_answers() -> None:
    with HTTPServer(("127.0.0.1", 0), Health) as closed:
        nobody = closed.server_port
    assert run_health_check(nobody) != 0


def test_every_setting_that_the_image_makes_is_one_that_dots_reads() -> None:
    made = {name.lower() for name in re.findall(r"\bDOTS_\w+", DOCKERFILE)}
    assert made
    assert made <= set(Settings.model_fields)


def test_the_image_runs_as_a_user_without_rights_by_number() -> None:
    users = re.findall(r"^USER (\S+)$", DOCKERFILE, re.MULTILINE)
    assert users
    assert users[-1] not in {"0", "root"}
    assert users[-1].isdigit()


@pytest.mark.parametrize("instruction", ["ENTRYPOINT", "CMD"])
def test_no_shell_stands_between_dots_and_the_stop_signal(instruction: str) -> None:
    found = re.search(rf"^{instruction} (.*)$", DOCKERFILE, re.MULTILINE)
    assert found is not None
    assert isinstance(json.loads(found[1]), list)
