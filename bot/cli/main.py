"""The `dots` command: its sub-commands, their help, and one place for everything that fails."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from bot import __version__
from bot.cli.words import OK, about_settings, anticipated, cannot, log_to_stderr
from bot.core.framework import PRACTICES
from bot.core.prompts import Kind
from bot.settings import Settings

DESCRIPTION = """\
Dots asks a safeguarding partnership open, curious questions in Slack, gathers what people say,
and lays it before the board ahead of each meeting. New here? Try: dots rehearse
"""

RULES = "(the rules)"
"""Stands for the linter's rules in a help text."""

PORT_MAX = 65_535
"""The highest number that a port can have (RFC 9293)."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Exit codes: 0 all well, 1 something is wrong and was said, 2 could not."""
    parsed = _parser().parse_args(arguments)
    try:
        settings = Settings()
    except ValidationError as error:
        return cannot(about_settings(error))
    log_to_stderr(settings.dots_log_level)
    try:
        return int(parsed.command(parsed, settings))
    except KeyboardInterrupt:
        return OK
    except BrokenPipeError:  # whoever read our lines has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except Exception as error:
        if (told := anticipated(error)) is None:
            raise
        return cannot(told)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dots", description=DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"dots {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _rehearse(commands)
    _run(commands)
    _look(commands)
    _prompts(commands)
    _guard(commands)
    _themes(commands)
    _bench(commands)
    _tend(commands)
    _rights(commands)
    return parser


def _later(name: str) -> Callable[[argparse.Namespace, Settings], int]:
    """A command such as "rehearse.rehearse", imported when it is asked for: `dots run` starts
    without the rehearsal's server and the arithmetic of themes (0.3 s of 1.9 s, and 25 MB), and
    `dots themes` without the bot (1.2 s, and 80 MB)."""

    def command(parsed: argparse.Namespace, settings: Settings) -> int:
        room, _, function = name.partition(".")
        return int(getattr(import_module(f"bot.cli.{room}"), function)(parsed, settings))

    return command


class _WithRules(argparse.RawDescriptionHelpFormatter):
    """Tells the linter's rules in RULES' place; they are read when somebody asks for help."""

    def add_text(self, text: str | None) -> None:
        """See argparse."""
        super().add_text(_rules() if text == RULES else text)


def _rules() -> str:
    return str(import_module("bot.cli.prompts").about_rules())


if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # typeshed's name only


def _rehearse(commands: "Commands") -> None:
    command = commands.add_parser(
        "rehearse",
        help="try everything on this machine, with an invented partnership; needs no Slack",
        description="Starts a local workspace that speaks Slack's protocol, and the real bot "
        "against it. Open the address it prints in a browser. Nothing leaves this machine.",
    )
    command.add_argument(
        "--cast", action="store_true", help="invented members answer prompts by themselves"
    )
    command.add_argument(
        "--play", action="store_true", help="play one whole cycle, as fast as it goes, and stop"
    )
    command.add_argument("--json", action="store_true", help="with --play: the account as JSON")
    command.add_argument(
        "--partnership",
        type=Path,
        metavar="FILE",
        help="rehearse your own file of schedules/, with invented members in your channels",
    )
    command.add_argument(
        "--start",
        type=date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="the day the rehearsal begins (default: today, or in time for your next meeting)",
    )
    command.add_argument(
        "--transcript",
        type=Path,
        metavar="FILE",
        help="at the end, write every message and private line into this web page",
    )
    command.add_argument(
        "--save",
        type=Path,
        metavar="DIR",
        help="keep the rehearsal in this folder, and go on from there the next time",
    )
    command.add_argument("--seed", type=int, default=1, help="another number, another play")
    command.add_argument("--port", type=_port, default=8400, help="of the page (default: 8400)")
    command.add_argument(
        "--host",
        metavar="ADDRESS",
        default="127.0.0.1",
        help="where the page listens (default: this machine only)",
    )
    command.set_defaults(command=_later("rehearse.rehearse"))


def _port(given: str) -> int:
    if not given.isdecimal() or int(given) > PORT_MAX:
        raise argparse.ArgumentTypeError(f"expected a number from 0 to {PORT_MAX}; 0 takes any")
    return int(given)


def _run(commands: "Commands") -> None:
    command = commands.add_parser(
        "run",
        help="run the bot for a real Slack workspace",
        description="Runs until it is told to stop. Needs SLACK_BOT_TOKEN, and SLACK_APP_TOKEN "
        "(Socket Mode, the default) or SLACK_SIGNING_SECRET (DOTS_MODE=http).",
    )
    command.set_defaults(command=_later("run.run"))


def _look(commands: "Commands") -> None:
    command = commands.add_parser("check", help="find every mistake in prompts/ and schedules/")
    command.add_argument("--json", action="store_true", help="findings as JSON")
    command.set_defaults(command=_later("look.check_files"))
    command = commands.add_parser("plan", help="print everything that will be sent, and when")
    command.add_argument("partnership", nargs="?", help="only this partnership's id")
    command.add_argument("--ics", type=Path, metavar="FILE", help="also write it as a calendar")
    command.add_argument("--json", action="store_true", help="the plan as JSON")
    command.add_argument("--why", action="store_true", help="say why each prompt was chosen")
    command.set_defaults(command=_later("look.print_plan"))
    command = commands.add_parser("digest", help="print or write the current digest as a paper")
    command.add_argument("partnership", nargs="?", help="only this partnership's id")
    for kind, what in {
        "pdf": "a PDF, tagged for screen readers",
        "docx": "a Word document",
        "html": "a web page",
        "md": "Markdown",
    }.items():
        command.add_argument(f"--{kind}", type=Path, metavar="FILE", help=f"write it as {what}")
    command.add_argument("--json", action="store_true", help="the digest as JSON")
    command.add_argument(
        "--rebuild", action="store_true", help="make the newest one again, and compare"
    )
    command.set_defaults(command=_later("digest.print_digest"))


def _prompts(commands: "Commands") -> None:
    command = commands.add_parser(
        "prompts", help="list, show and count the prompts; what was asked; what to change in yours"
    )
    command.set_defaults(
        command=_later("prompts.list_prompts"), practice=None, kind=None, json=False
    )
    doings = command.add_subparsers(metavar="WHAT")
    doing = doings.add_parser("list", help="every prompt (the default)")
    doing.add_argument("--practice", choices=list(PRACTICES), help="only those of this practice")
    doing.add_argument("--kind", choices=[kind.value for kind in Kind], help="only of this kind")
    doing.set_defaults(command=_later("prompts.list_prompts"))
    doing = doings.add_parser("show", help="one prompt with all that is known of it")
    doing.add_argument("id")
    doing.set_defaults(command=_later("prompts.show_prompt"))
    doing = doings.add_parser("coverage", help="how many prompts of each kind each practice has")
    doing.set_defaults(command=_later("prompts.print_coverage"))
    doing = doings.add_parser("export", help="one partnership's own questions, as a YAML file")
    doing.add_argument("partnership", help="its id")
    doing.set_defaults(command=_later("prompts.export"))
    doing = doings.add_parser("page", help="the shipped bank as a page in Markdown")
    doing.set_defaults(command=_later("prompts.print_page"))
    doing = doings.add_parser("asked", help="what was asked, when, and how widely answered")
    doing.set_defaults(command=_later("prompts.print_asked"))
    doing = doings.add_parser(
        "lint",
        help="for each prompt in a file, what to change in it",
        description="Reads a YAML list of prompts (text; optionally id, practice, follow_up) and\n"
        "says of each which rules it breaks. Exit code 1 when one of them should change.",
        epilog=RULES,
        formatter_class=_WithRules,
    )
    doing.add_argument("file", type=Path, metavar="FILE", help="a YAML list with `text:` for each")
    doing.set_defaults(command=_later("prompts.lint"))
    for each in (each for name, each in doings.choices.items() if name not in ("export", "page")):
        each.add_argument("--json", action="store_true", help="the same as JSON")


def _guard(commands: "Commands") -> None:
    command = commands.add_parser(
        "guard",
        help="show what the guard notices in replies of your own",
        description='Reads JSON lines such as {"id": "r1", "text": "What was said."}, or plain '
        "text with a blank line after each reply, and says what the guard notices, of which kind, "
        "where and why. Nothing is stored, and nothing leaves this machine.",
    )
    command.add_argument(
        "file", type=Path, metavar="FILE", help="the replies; - for standard input"
    )
    command.add_argument("--json", action="store_true", help="a JSON line for each reply")
    command.set_defaults(command=_later("guard.guard"))


def _themes(commands: "Commands") -> None:
    command = commands.add_parser(
        "themes",
        help="group replies of your own, as a draft digest would before anybody sorted them",
        description="Reads JSON lines with an id and a text each, perhaps the group (the question) "
        "that it answers, and prints what the replies to each have in common.",
    )
    command.add_argument("file", type=Path, metavar="FILE", help="JSON lines, or - for the input")
    command.add_argument(
        "--json", action="store_true", help="a line for each reply: its id and theme, -1 for none"
    )
    command.set_defaults(command=_later("themes.print_themes"))


def _bench(commands: "Commands") -> None:
    command = commands.add_parser("bench", help="measure, in a copy of the source")
    benchmarks = command.add_subparsers(metavar="WHAT", required=True)
    benchmark = benchmarks.add_parser(
        "guard", help="what the guard finds, what it wrongly flags, and how long it takes"
    )
    benchmark.add_argument("--json", action="store_true", help="the figures as JSON")
    benchmark.add_argument(
        "--misses", action="store_true", help="instead: what was judged wrongly while tuning"
    )
    benchmark.set_defaults(command=_later("bench.bench_guard"))
    benchmark = benchmarks.add_parser(
        "themes",
        help="how well labelled replies are grouped, unsorted and after decisions",
        description="Reads JSON lines with an id, a text and a label each, perhaps a group, and "
        "prints how right unsorted themes are, how many single views stand alone, and the adjusted "
        "Rand index after 0, 20, 40 and 80 decisions of a sorter who knows the labels. A decision "
        "is one card answered: which of up to ten replies go with this one.",
    )
    benchmark.add_argument("file", type=Path, metavar="FILE", help="JSON lines, or - for the input")
    benchmark.add_argument("--json", action="store_true", help="the figures as JSON")
    benchmark.set_defaults(command=_later("themes.bench_themes"))


def _tend(commands: "Commands") -> None:
    command = commands.add_parser("doctor", help="check token, scopes, channels, clock, database")
    command.add_argument("--json", action="store_true", help="findings as JSON")
    command.set_defaults(command=_later("tend.doctor"))
    command = commands.add_parser("manifest", help="print the Slack app's manifest")
    command.add_argument("--url", metavar="https://...", help="for HTTP: where Slack reaches Dots")
    command.set_defaults(command=_later("tend.print_manifest"))
    command = commands.add_parser("migrate", help="bring the database to this version's tables")
    command.set_defaults(command=_later("tend.migrate_database"))


def _rights(commands: "Commands") -> None:
    person = commands.add_parser("person", help="all that is held on one person: show, or erase")
    deeds = person.add_subparsers(title="what to do", metavar="export | erase", required=True)
    command = deeds.add_parser("export", help="everything, as JSON")
    command.add_argument("person", metavar="USER_ID", help="their member id in Slack")
    command.add_argument("--out", metavar="FILE", help="write it there, for your eyes only")
    command.set_defaults(command=_later("rights.export"))
    command = deeds.add_parser("erase", help="erase it, except what they decided in office")
    command.add_argument("person", metavar="USER_ID", help="their member id in Slack")
    command.add_argument("--yes", action="store_true", help="really do it")
    command.set_defaults(command=_later("rights.erase"))
    command = commands.add_parser("audit", help="who decided what, when and why, as CSV")
    command.add_argument("partnership", metavar="PARTNERSHIP", help="its id, such as anytown")
    command.set_defaults(command=_later("rights.show_audit"))
    command = commands.add_parser("forget", help="delete what has been kept for long enough")
    command.add_argument("--dry-run", action="store_true", help="only say what would go")
    command.set_defaults(command=_later("rights.tidy"))
    command = commands.add_parser("members", help="members with their sectors, as CSV")
    command.add_argument("file", nargs="?", metavar="FILE", help="take sectors from this CSV file")
    command.set_defaults(command=_later("rights.members"))
    command = commands.add_parser("evidence", help="a period as evidence for the yearly report")
    command.add_argument("partnership", metavar="PARTNERSHIP", help="its id, such as anytown")
    command.add_argument(
        "--from", dest="start", type=date.fromisoformat, metavar="DAY", help="such as 2026-04-01"
    )
    command.add_argument(
        "--until", type=date.fromisoformat, metavar="DAY", help="default: the last year to March"
    )
    command.add_argument("--html", metavar="FILE", help="write it as a web page")
    command.add_argument("--docx", metavar="FILE", help="write it as a Word document")
    command.add_argument("--csv", metavar="FILE", help="write it as a table")
    command.set_defaults(command=_later("evidence.write"))
