"""What the documents for our side share: what they say on every page, and how they begin."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from reportlab.platypus import Flowable

from reviewdesk.reports.lines import Run
from reviewdesk.reports.look import Style
from reviewdesk.reports.section import Setup
from reviewdesk.reports.text import gate, one_line
from reviewdesk.reports.title import title

FOR_OUR_SIDE: Final = "For our side"
LONGEST_TITLE: Final = 160


class Letters(NamedTuple):
    """How many lines of a part are printed, and how many letters of a line."""

    lines: int
    of_a_line: int


def cut_words(text: str, most: int) -> str:
    """Give a text on one line, cut between two words where it is longer than this many letters."""
    plain = one_line(text)
    if len(plain) <= most:
        return plain
    cut = plain[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[most // 2 :] else cut).rstrip(" ,;:–-") + _close(plain)


def _close(text: str) -> str:
    """Give the sign that something was cut, inside the quotation mark that a text ends with."""
    return "…”" if text.startswith("“") else "…"


def title_of(setup: Setup, name: str, lines: Sequence[str]) -> Iterator[Flowable]:
    """Set the account's name and small lines below it."""
    yield from title(setup, cut_words(name, LONGEST_TITLE))
    small = Style(setup.look.quiet.ink, 13.6)
    for at, each in enumerate(line for line in lines if gate(line)):
        yield from setup.prose(small, (Run(each, small.ink),), before=0 if at else 5)
