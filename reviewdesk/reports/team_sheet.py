"""The team sheet on paper: concerns in the customers' words first, then what the team owes, for our side."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from reportlab.platypus import Flowable

from reviewdesk.domain.summary import Tone
from reviewdesk.domain.team_sheet import TeamConcern, TeamOwes, TeamSheet
from reviewdesk.reports.boss_setup import NOBODY, Figure, Framed, bold, boss_sheet, listed, said, sentence, strip
from reviewdesk.reports.boxes import Align
from reviewdesk.reports.our_side import cut_words, title_of
from reviewdesk.reports.section import Cell, Field, Setup
from reviewdesk.reports.text import one_line

_LONGEST: Final = 600
_LONGEST_NAME: Final = 80
_MOST_NAMED: Final = 12
_CONCERNS: Final = (
    Field("their words", 260, flexible=True),
    Field("account", 130, flexible=True),
    Field("done so far", 130, flexible=True),
    Field("waits for", 104, align=Align.RIGHT, least=76),
)
_OWES: Final = (
    Field("what", 240, flexible=True),
    Field("account", 130, flexible=True),
    Field("owner", 84, least=70),
    Field("by", 58, align=Align.RIGHT, least=44),
    Field("state", 78, least=62),
)


def render_team_sheet(value: TeamSheet, fonts: Path) -> bytes:
    """Set the sheet; the same value gives the same bytes."""
    name = cut_words(value.name, _LONGEST_NAME)
    setup = Setup(boss_sheet(Framed(value.vendor, value.branding, name, "Team sheet", value.written_on), fonts))
    return setup.sheet.build(list(_page(setup, value))).pdf


def _page(setup: Setup, value: TeamSheet) -> Iterator[Flowable]:
    words = setup.words
    names = ", ".join(cut_words(each, 40) for each in value.people[:_MOST_NAMED])
    more = len(value.people) - _MOST_NAMED
    people = f"{names} {said(setup, 'and more', n=str(more))}" if more > 0 else names
    yield from title_of(setup, cut_words(value.name, _LONGEST_NAME), (words["team about"], people))
    yield strip(setup, tuple(_figures(setup, value)))
    concerns = [_concern(setup, each) for each in value.concerns]
    if concerns:
        yield listed(setup.table(_CONCERNS, concerns, setup.sheet.width), setup, words["in their words"])
    owes = [_owed(setup, value, each) for each in value.owes]
    if owes:
        yield listed(setup.table(_OWES, owes, setup.sheet.width), setup, words["team owes"])
    if not concerns and not owes:
        yield from sentence(setup, words["team nothing"])


def _figures(setup: Setup, value: TeamSheet) -> Iterator[Figure]:
    concerns, owes = len(value.concerns), len(value.owes)
    yield Figure(f"{concerns:,}", setup.words["concern count" if concerns == 1 else "concerns count"])
    late = sum(each.is_late for each in value.concerns)
    yield Figure(f"{late:,}", setup.words["past clock"])
    promised = sum(each.is_promise for each in value.owes)
    yield Figure(f"{owes:,}", said(setup, "thing owed", promised=f"{promised:,}"))
    yield Figure(f"{sum(each.is_late for each in value.owes):,}", setup.words["of it late"])


def _concern(setup: Setup, concern: TeamConcern) -> tuple[Cell, ...]:
    look, words = setup.look, setup.words
    raised = said(setup, "raised", day=words.short_day(concern.raised_on))
    below = " · ".join((words[f"severity {concern.severity}"], raised, *_asks(setup, concern)))
    said_so_far = (cut_words(concern.cause, _LONGEST), concern.cause_time, cut_words(concern.fix, _LONGEST))
    done = "; ".join(filter(None, said_so_far))
    stage = concern.stage[:1].upper() + concern.stage[1:]
    due = words.short_day(concern.due) if concern.due else ""
    due = f"{due}, {words.clock(concern.at)}" if concern.at is not None else due
    waits = Cell(due, look.toned(Tone.BAD) if concern.is_late else look.cell, below=one_line(concern.waits_for))
    return (
        Cell(f"“{cut_words(concern.words, _LONGEST) or NOBODY}”", below=below),
        Cell(cut_words(concern.account, _LONGEST_NAME) or NOBODY, bold(look), below=cut_words(concern.owner, 40)),
        Cell(stage, look.quiet, below=done),
        waits if due else Cell(),
    )


def _asks(setup: Setup, concern: TeamConcern) -> Iterator[str]:
    """Give what they asked for, each with its day where it has one."""
    for each in concern.asks:
        what = cut_words(each.what, _LONGEST)
        day = setup.words.short_day(each.due) if each.due else ""
        yield said(setup, "they ask by" if day else "they ask", what=what, day=day)


def _owed(setup: Setup, value: TeamSheet, owed: TeamOwes) -> tuple[Cell, ...]:
    look, words = setup.look, setup.words
    since = said(setup, "promised on", day=words.short_day(owed.said_on)) if owed.said_on else words["promised"]
    return (
        Cell(cut_words(owed.what, _LONGEST) or NOBODY, below=since if owed.is_promise else ""),
        Cell(cut_words(owed.account, _LONGEST_NAME) or NOBODY, bold(look)),
        Cell(cut_words(owed.owner, 40), look.quiet),
        Cell(words.short_day(owed.due) if owed.due else ""),
        _state(setup, value, owed),
    )


def _state(setup: Setup, value: TeamSheet, owed: TeamOwes) -> Cell:
    if not owed.is_late or owed.due is None:
        return Cell()
    days = (value.written_on - owed.due).days
    return Cell(said(setup, "day over" if days == 1 else "days over", n=f"{days:,}"), setup.look.toned(Tone.BAD))
