"""The first page of a summary, which stands alone: who met, what was heard, decided and agreed."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from reviewdesk.domain.summary import Agreed, Heard
from reviewdesk.reports.boxes import Align
from reviewdesk.reports.lines import Run
from reviewdesk.reports.look import GUTTER, Style
from reviewdesk.reports.people_line import people_runs
from reviewdesk.reports.section import Cell, Field
from reviewdesk.reports.summary_setup import SummarySetup
from reviewdesk.reports.table import Column, Rows, Section
from reviewdesk.reports.text import gate, one_line
from reviewdesk.reports.title import title

_APART = 190.0
_AGREED = (
    Field("what", 400, flexible=True),
    Field("owner", 76),
    Field("due", 62, align=Align.RIGHT),
)


def first_page(setup: SummarySetup, *below_title: Flowable) -> Iterator[Flowable]:
    """Give the first page's sections in order, these below its title; what is empty is left out."""
    yield from _title(setup)
    yield from below_title
    since = setup.summary.changes_since or max(setup.summary.version - 1, 1)
    yield from _list(setup, setup.summary.changes, "changed", number=(str(since), True))
    yield from _sentences(setup)
    yield from _heard(setup)
    yield from _list(setup, setup.summary.decisions, "decided")
    yield from _agreed(setup)
    yield from _panels(setup)


def _title(setup: SummarySetup) -> Iterator[Flowable]:
    yield from title(setup, setup.summary.account)
    small = Style(setup.look.quiet.ink, 13.6)
    yield from setup.prose(small, list(_occasion(setup, small)), before=5)


def _occasion(setup: SummarySetup, style: Style) -> Iterator[Run]:
    """Give "24 November 2026, Łódź · Anna Nowak (Supply chain director) · Dana Reyes, Northgate"."""
    summary, ink = setup.summary, style.ink
    yield Run(setup.words.day(summary.held_on), ink, own=True)
    if gate(summary.place):
        yield Run(", ", ink, own=True)
        yield Run(one_line(summary.place), ink)
    yield from people_runs(summary.theirs, summary.ours, summary.vendor.name, ink)


def _sentences(setup: SummarySetup) -> list[Flowable]:
    style = setup.look.lead
    spoken = [gate(sentence) for sentence in setup.summary.sentences if gate(sentence)]
    spaced = [run for sentence in spoken for run in (Run(" ", style.ink, own=True), Run(sentence, style.ink))][1:]
    return setup.prose(style, spaced, before=11)


def _heard(setup: SummarySetup) -> Iterator[Flowable]:
    heard = [list(_words_heard(setup, each)) for each in setup.summary.heard if gate(each.text)]
    rows = setup.list(heard, numbered=True)
    if rows:
        yield Section(setup.headed(rows, "heard"))


def _words_heard(setup: SummarySetup, heard: Heard) -> Iterator[Run]:
    ink, text = setup.look.body.ink, gate(heard.text)
    before, after = setup.words.quoted(text) if heard.quoted else ("", "")
    yield from (Run(each, ink, own) for each, own in ((before, True), (text, False), (after, True)) if each)
    if gate(heard.said_by):
        yield Run("   ", ink, own=True)
        yield Run(one_line(heard.said_by), setup.look.small.ink)


def _list(setup: SummarySetup, lines: Sequence[str], key: str, **values: tuple[str, bool]) -> Iterator[Flowable]:
    rows = setup.list([(Run(line, setup.look.body.ink),) for line in lines if gate(line)])
    if rows:
        yield Section(setup.headed(rows, key, **values))


def _agreed(setup: SummarySetup) -> Iterator[Flowable]:
    """Give both tables beside each other; one alone, or far longer than the other, takes the whole width."""
    agreed = (setup.summary.we_will, "we will"), (setup.summary.you_will, "you will")
    half = (setup.sheet.width - GUTTER) / 2
    ours, theirs = (_promises(setup, promises, key, half) for promises, key in agreed)
    if ours and theirs and abs(ours.height - theirs.height) <= _APART:
        yield Section(ours, theirs, gap=GUTTER)
        return
    for promises, key in agreed:
        table = _promises(setup, promises, key, setup.sheet.width)
        if table:
            yield Section(table)


def _promises(setup: SummarySetup, promises: Sequence[Agreed], key: str, width: float) -> Rows | None:
    rows = [
        (
            Cell(each.what),
            Cell(one_line(each.owner), setup.look.quiet),
            Cell(setup.words.short_day(each.due) if each.due else "", own=True),
        )
        for each in promises
        if gate(each.what)
    ]
    return setup.headed(setup.table(_AGREED, rows, width, heads=False), key) if rows else None


def _panels(setup: SummarySetup) -> Iterator[Flowable]:
    summary, look = setup.summary, setup.look
    width, inset = (setup.sheet.width - GUTTER) / 2, 10.0
    cells = []
    for key, text in (("ask", summary.ask), ("commitment", summary.commitment)):
        if gate(text):
            room = width - 2.2 * inset
            label = setup.stack(look.label, (Run(setup.words[key], look.label.ink, own=True),), room)
            cells.append((*label, *setup.stack(look.cell, (Run(text, look.cell.ink),), room)))
    if cells:
        columns = (Column(width),) * len(cells)
        yield Section(Rows(columns, (tuple(cells),), gap=GUTTER, pad=0, ruled=False, panel=look.tint, inset=inset))
