"""Reads what was asked for on the command line; nothing is opened and no window is touched."""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final, NoReturn

from reviewdesk import __version__
from reviewdesk.cli.terminal import speak_unicode
from reviewdesk.domain.bounds import in_bounds, out_of_bounds
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.document_kinds import DocumentKind

PROGRAM: Final = "reviewdesk"
ABOUT: Final = (
    "Reviews of key accounts: who is due, what was said, what was promised. Without a command the window opens."
)
_WITH_VALUE: Final = ("--book", "--today")
ENDING: Final = "Exit code: 0 done, 1 refused (one line on stderr says what to do), 2 wrong usage."


@dataclass(frozen=True, slots=True)
class WindowAsked:
    """What was asked of the window: a book or the usual one, the day to work on, and whether to show the sample.

    Where it only `reminds`, no window opens.
    """

    book: Path | None = None
    clock: Clock = field(default_factory=Clock)
    sample: bool = False
    reminds: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: a command with its options, or the window where the command is empty."""

    window: WindowAsked
    command: str = ""
    account: str = ""
    files: tuple[Path, ...] = ()
    notes: Path | None = None
    held: date | None = None
    out: Path | None = None
    backup: str = ""
    crm: str = ""
    since: date | None = None
    audience: str = "customer"
    format: str = ""
    template: Path | None = None
    formats: tuple[str, ...] = ()
    period: str = ""
    workers: int = 0
    plan_only: bool = False
    as_json: bool = False
    csv: Path | None = None
    xlsx: Path | None = None
    mend: bool = False
    pdf: Path | None = None
    people: tuple[str, ...] = ()
    is_long: bool = False
    with_mail: bool = False
    replace: bool = False
    like: Path | None = None
    name: str = ""
    person: str = ""
    colleague: str = ""
    late: bool = False


def read_arguments(arguments: Sequence[str]) -> Asked:
    """Read the command line.

    Raises:
        SystemExit: help was asked for (0), or the usage is wrong (2).
    """
    speak_unicode(sys.stdout, sys.stderr)
    parser = _parser(opens_window=_open_window(arguments))
    found = vars(parser.parse_args(list(arguments)))
    day, reminds = found.pop("today", None), found.pop("remind")
    if reminds and (day or found.get("command")):
        parser.error("--remind goes with no command and with no other day")
    window = WindowAsked(found.pop("book", None), Clock(day), found.pop("sample", False), reminds)
    found["files"], found["people"] = tuple(found.get("files") or ()), tuple(found.get("people") or ())
    return Asked(window=window, **{name: value for name, value in found.items() if value is not None})


def _open_window(arguments: Sequence[str]) -> bool:
    """Say whether these plainly open a window, so that it need not wait until every command is described."""
    left = list(arguments)
    while left:
        first = left.pop(0)
        if first in _WITH_VALUE and left and not left[0].startswith("-"):
            left.pop(0)
        elif first not in ("--sample", "--remind"):
            return False
    return True


def _parser(*, opens_window: bool) -> argparse.ArgumentParser:
    parser = _Parser(prog=PROGRAM, description=ABOUT, epilog=ENDING, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"ReviewDesk {__version__}")
    about = "show in one notice how much is due in the books opened here, and end; it names nobody"
    parser.add_argument("--remind", action="store_true", help=about)
    _for_all(parser)
    if opens_window:
        return parser
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands", parser_class=_Parser)
    _add_working(commands)
    _add_reading(commands)
    _add_handing_over(commands)
    _add_keeping(commands)
    return parser


class _Parser(argparse.ArgumentParser):
    """A parser whose wrong usage is said in two lines: what is wrong, and where help is."""

    def error(self, message: str) -> NoReturn:
        """Say it and end with 2."""
        self.exit(2, f"{self.prog}: {message}\nTry “{self.prog} --help”.\n")


_Commands = "argparse._SubParsersAction[_Parser]"


def _add_working(commands: _Commands) -> None:  # type: ignore[valid-type]
    demo = _command(commands, "demo", "make a sample book, hold a review in it, and write its documents")
    demo.add_argument("--out", metavar="DIR", type=Path, help="where everything goes; else a new temporary folder")
    about = "import other programs' exports (XLSX, CSV, vCard); importing again changes nothing"
    importing = _command(commands, "import", about)
    importing.add_argument("files", metavar="FILE", type=Path, nargs="+", help="one export or several that go together")
    importing.add_argument("--plan", dest="plan_only", action="store_true", help="only say what would be done")
    review = _command(commands, "review", "hold and finish a review from notes in a text file")
    _account(review)
    review.add_argument("--notes", metavar="FILE", type=Path, required=True, help="the notes, UTF-8; - reads stdin")
    review.add_argument("--held", metavar="DATE", type=_day, help="the day it was held on, YYYY-MM-DD; else today")


def _add_reading(commands: _Commands) -> None:  # type: ignore[valid-type]
    for name, words in (
        ("accounts", "list all accounts, the largest first"),
        ("due", "list the reviews that are late, due or booked in the next 14 days"),
        ("follow-ups", "list what is open, by whom it waits on"),
        ("monday", "say what changed, who is at risk and why, what was promised, and what this week brings"),
        ("portfolio", "list every customer in one line, by tier, with sums"),
        ("books", "list all books that were opened on this machine, with what is due in each; none is changed"),
    ):
        listing = _command(commands, name, words)
        listing.add_argument("--json", dest="as_json", action="store_true", help="as JSON with stable keys")
        if name == "accounts":
            listing.add_argument("--csv", metavar="FILE", type=_file, help="write every known column as CSV")
            listing.add_argument("--xlsx", metavar="FILE", type=_file, help="write every known column as a workbook")
        if name in ("monday", "portfolio"):
            listing.add_argument("--pdf", metavar="FILE", type=_file, help="write it as a PDF: a file or a folder")
    brief = _command(commands, "brief", "say what there is to know before talking to an account")
    _account(brief)
    brief.add_argument("--pdf", metavar="FILE", type=_file, help="write it as a PDF of one page: a file or a folder")
    for name, words in (
        ("pre-read", "write what the customer reads before the next review as a PDF"),
        ("meeting-sheet", "write the sheet to write on by hand in the next review as a PDF, for our side"),
    ):
        paper = _command(commands, name, words)
        _account(paper)
        paper.add_argument("--out", metavar="FILE", type=Path, help="a file or a folder; else the current folder")
    _add_reminder(commands)
    team = _command(commands, "team-sheet", "write what a team answers for and owes as a PDF, for our side")
    about = "a team or a colleague; without one all of them go to --out, or else are listed"
    team.add_argument("colleague", metavar="TEAM", type=_name, nargs="?", help=about)
    team.add_argument("--out", metavar="FILE", type=Path, help="a file or a folder; else the current folder")
    summary = _command(commands, "summary", "write the summary of the newest finished review as a PDF")
    _account(summary)
    _format(summary)
    summary.add_argument("--for", dest="audience", choices=("customer", "ours"), help="whom it is for (customer)")
    summary.add_argument("--out", metavar="FILE", type=Path, help="a file or a folder; else the current folder")
    _add_forms(commands)
    _summaries(_command(commands, "summaries", "write the summaries of all finished reviews of a period at once"))
    calendar = _command(commands, "calendar", "write follow-ups and planned reviews as a calendar file (.ics)")
    calendar.add_argument("--out", metavar="FILE", type=Path, help="a file or a folder; else the current folder")


def _add_reminder(commands: _Commands) -> None:  # type: ignore[valid-type]
    about = "write a page for each person of an account with what both sides promised, or for a colleague, as a PDF"
    reminder = _command(commands, "reminder", about)
    reminder.add_argument("account", metavar="ACCOUNT", type=_name, nargs="?", help="its name, or a part of it")
    reminder.add_argument("--person", metavar="NAME", type=_name, help="the page of this person of theirs alone")
    reminder.add_argument("--late", action="store_true", help="everybody at any customer who is over a day agreed")
    reminder.add_argument("--colleague", metavar="NAME", type=_name, help="what this colleague owes; - for all of them")
    reminder.add_argument("--out", metavar="FILE", type=Path, help="a file or a folder; else the current folder")


def _add_forms(commands: _Commands) -> None:  # type: ignore[valid-type]
    form = _command(commands, "form", "write feedback forms to fill in as PDFs, one for each person asked")
    _account(form)
    about = "whom to ask, by name, as often as there are people; else everybody who was in the newest review"
    form.add_argument("--person", dest="people", metavar="NAME", type=_name, action="append", help=about)
    form.add_argument("--long", dest="is_long", action="store_true", help="the long one, once a year")
    form.add_argument("--mail", dest="with_mail", action="store_true", help="write mail drafts with the forms in them")
    form.add_argument("--out", metavar="DIR", type=Path, help="a folder; else the current one")
    back = _command(commands, "form-in", "take in feedback forms that came back; the same one again changes nothing")
    back.add_argument("files", metavar="FILE", type=Path, nargs="+", help="the filled in PDF, or several")
    about = "let these answers stand in place of those the same person gave in the same form before"
    back.add_argument("--replace", action="store_true", help=about)


def _add_handing_over(commands: _Commands) -> None:  # type: ignore[valid-type]
    handing = _command(commands, "crm-out", "write what was noted since last time as the import files of the CRM")
    handing.add_argument("--crm", metavar="NAME", help="which one; else the one that the accounts came from")
    handing.add_argument("--since", metavar="DATE", type=_day, help="from which day on; else the last 30 days")
    handing.add_argument("--plan", dest="plan_only", action="store_true", help="only say what would go")
    handing.add_argument("--out", metavar="DIR", type=Path, help="where the files go; else the current folder")
    export = _command(commands, "export", "write everything in the book as JSON and CSV, with the files kept in it")
    export.add_argument("--crm", metavar="NAME", help="only accounts and people, as this CRM writes them itself")
    export.add_argument("--out", metavar="DIR", type=Path, help="where it goes; else the current folder")


def _add_keeping(commands: _Commands) -> None:  # type: ignore[valid-type]
    new = _command(commands, "new", "make a new book, empty or with the settings of another and none of its customers")
    new.add_argument("files", metavar="FILE", type=_file, nargs=1, help="where it goes; its name is the book's")
    new.add_argument("--like", metavar="BOOK", type=_file, help="the book whose settings it takes along")
    new.add_argument("--name", metavar="NAME", type=_name, help="another name than that of its file")
    _command(commands, "backup", "make a verified backup beside the book")
    restore = _command(commands, "restore", "put a backup in place of the book; what was there is kept as a backup")
    restore.add_argument("backup", metavar="BACKUP", nargs="?", help="a backup's file or name; else the newest one")
    check = _command(commands, "check", "read the whole book and say whether everything is as it should be")
    check.add_argument("--mend", action="store_true", help="make right what is kept beside the records")


def _command(commands: _Commands, name: str, words: str) -> argparse.ArgumentParser:  # type: ignore[valid-type]
    one: argparse.ArgumentParser = commands.add_parser(  # type: ignore[attr-defined]
        name, help=words, description=f"{words[:1].upper()}{words[1:]}.", epilog=ENDING, allow_abbrev=False
    )
    _for_all(one)
    return one


def _for_all(parser: argparse.ArgumentParser) -> None:
    """Add what every command takes, before it or behind it."""
    absent = argparse.SUPPRESS
    parser.add_argument("--book", metavar="FILE", type=_file, default=absent, help="the book; else the usual one")
    parser.add_argument("--today", metavar="DATE", type=_day, default=absent, help="work as on this day, YYYY-MM-DD")
    parser.add_argument("--sample", action="store_true", default=absent, help="use the sample book")


def _account(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("account", metavar="ACCOUNT", type=_name, help="its name, or a part of it that fits no other")


def _format(parser: argparse.ArgumentParser) -> None:
    kinds = [each.value for each in DocumentKind]
    parser.add_argument("--format", choices=kinds, help="as what; else what the name of the file ends with, or PDF")
    about = "a Word or PowerPoint file with placeholders such as {{account}}, which is filled"
    parser.add_argument("--template", metavar="FILE", type=_file, help=about)


def _summaries(parser: argparse.ArgumentParser) -> None:
    kinds = [each.value for each in DocumentKind]
    parser.add_argument("--period", metavar="PERIOD", help="as the reviews have it, like “2026 Q4”; else the newest")
    about = "as what, several times for several; else PDF"
    parser.add_argument("--format", dest="formats", action="append", choices=kinds, help=about)
    about = "how many processes write them; else as is best"
    parser.add_argument("--workers", metavar="N", type=int, choices=range(1, 17), help=about)
    parser.add_argument("--out", metavar="DIR", type=Path, help="a folder; else the current folder")


def _file(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError("a file has a name")
    return Path(text)


def _name(text: str) -> str:
    """Read a name in UTF-8 whatever language the machine speaks."""
    try:
        return os.fsencode(text).decode("utf-8")
    except UnicodeError as error:
        raise argparse.ArgumentTypeError("this name is not written in UTF-8") from error


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}” is no day; write it as 2027-03-31") from error
    if not in_bounds(day):
        raise argparse.ArgumentTypeError(out_of_bounds(day))
    return day
