"""The hand-off pack on paper: what was sold in its very words, and at its end the form to accept or return it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from reportlab.platypus import Flowable

from reviewdesk.domain.hand_off import CHECKED_AFTER, HandOffPack, PackPerson, PackPromise
from reviewdesk.domain.words import Words
from reviewdesk.reports.boss_setup import NOBODY, Framed, bold, boss_sheet, listed, said
from reviewdesk.reports.boxes import Align
from reviewdesk.reports.form_fields import FormFields
from reviewdesk.reports.hand_off_form import acceptance
from reviewdesk.reports.lines import Run
from reviewdesk.reports.our_side import cut_words, title_of
from reviewdesk.reports.section import Cell, Field, Setup
from reviewdesk.reports.table import Column, Rows, Section
from reviewdesk.reports.text import gate

_LONGEST_NAME: Final = 120
_PROMISES: Final = (Field("in these words", 400, flexible=True), Field("until", 76, align=Align.RIGHT, least=52))
_GOALS: Final = (
    Field("goal", 220, flexible=True), Field("measured by", 170, flexible=True), Field("target", 110, flexible=True)
)  # fmt: skip
_PEOPLE: Final = (
    Field("who", 150, flexible=True), Field("part and stance", 110, flexible=True),
    Field("cares about", 150, flexible=True), Field("reached", 120, flexible=True),
)  # fmt: skip
_TERMS: Final = (Field("what", 160, flexible=True), Field("agreed", 340, flexible=True))
_SCEPTICS: Final = (
    Field("who", 110, flexible=True), Field("doubts", 200, flexible=True), Field("what helps", 200, flexible=True)
)  # fmt: skip
_RISKS: Final = (
    Field("risk", 210, flexible=True), Field("what we do", 210, flexible=True), Field("owner", 90, least=60)
)  # fmt: skip
_CHECKS: Final = (Field("check", 120), Field("on", 90), Field("what to look at", 300, flexible=True))


def render_hand_off(value: HandOffPack, fonts: Path) -> bytes:
    """Set the pack; the same value gives the same bytes."""
    name = cut_words(value.account, _LONGEST_NAME)
    setup = Setup(boss_sheet(Framed(value.vendor, value.branding, name, "Hand-off pack", value.written_on), fonts))
    fields = FormFields(setup.look.primary)
    return setup.sheet.build([*_told(setup, value), *acceptance(setup, value, fields)]).pdf


def _told(setup: Setup, value: HandOffPack) -> Iterator[Flowable]:
    yield from title_of(setup, cut_words(value.account, _LONGEST_NAME) or NOBODY, [_passed(setup, value)])
    if gate(value.about):
        yield from setup.prose(setup.look.lead, (Run(value.about, setup.look.lead.ink),), before=10)
    yield from _missing(setup, value)
    tables = (
        (_PROMISES, [_promise(setup, each) for each in value.promises], "pack promises"),
        (_GOALS, [(Cell(each.what), Cell(each.measure), Cell(each.target)) for each in value.goals], "pack goals"),
        (_PEOPLE, [_person(setup, each) for each in value.people], "pack people"),
        (_TERMS, list(_terms(setup, value)), "pack terms"),
        (_SCEPTICS, [(Cell(each.name, bold(setup.look)), Cell(each.doubts), Cell(each.what_helps))
                     for each in value.sceptics], "pack sceptics"),
        (_TERMS, list(_rival(setup, value)), "pack rival"),
        (_RISKS, [(Cell(each.what, below=setup.words[f"severity {each.severity}"]), Cell(each.answer),
                   Cell(each.owner, setup.look.quiet)) for each in value.risks], "pack risks"),
        (_CHECKS, list(_checks(setup.words, value)), "pack checks"),
    )  # fmt: skip
    for fields, rows, title in tables:
        said_rows = [row for row in rows if any(cell.boxes or gate(cell.text) for cell in row)]
        if said_rows:
            heads = fields is not _TERMS and fields is not _CHECKS
            table = setup.table(fields, said_rows, setup.sheet.width, heads=heads)
            yield listed(table, setup, setup.words[title])


def _passed(setup: Setup, value: HandOffPack) -> str:
    day = setup.words.day(value.starts_on)
    names = [cut_words(each, 60) or setup.words["somebody"] for each in (value.passed_by, value.accepted_by)]
    return said(setup, "pack passed", by=names[0], to=names[1], day=day)


def _missing(setup: Setup, value: HandOffPack) -> list[Flowable]:
    """Say on a soft ground which parts nothing is written about."""
    if not value.missing:
        return []
    look, width = setup.look, setup.sheet.width
    words = said(setup, "pack missing", parts=", ".join(value.missing))
    text = setup.stack(look.cell, (Run(words, look.cell.ink, own=True),), width - 24)
    rows = Rows((Column(width),), ((text,),), pad=0, ruled=False, panel=look.tint, inset=10)
    return [Section(rows, before=14)]


def _promise(setup: Setup, promise: PackPromise) -> tuple[Cell, ...]:
    words = setup.words
    by = said(setup, "by whom", name=cut_words(promise.said_by, 60)) if gate(promise.said_by) else ""
    to = said(setup, "to whom", name=cut_words(promise.said_to, 60)) if gate(promise.said_to) else ""
    on = said(setup, "on day", day=words.short_day(promise.said_on)) if promise.said_on else ""
    below = " ".join(filter(None, (by, to, on)))
    due = words.short_day(promise.due) if promise.due else ""
    return Cell(f"“{promise.words}”" if gate(promise.words) else "", below=below[:1].upper() + below[1:]), Cell(due)


def _person(setup: Setup, person: PackPerson) -> tuple[Cell, ...]:
    known = said(setup, "known by", name=cut_words(person.known_by, 60)) if gate(person.known_by) else ""
    return (
        Cell(person.name, bold(setup.look), below=cut_words(person.role, 80)),
        Cell(person.part[:1].upper() + person.part[1:], setup.look.quiet, below=cut_words(person.stance, 60)),
        Cell(person.cares_about),
        Cell(person.reached, setup.look.quiet, below=known),
    )


def _terms(setup: Setup, value: HandOffPack) -> Iterator[tuple[Cell, ...]]:
    if value.price is not None:
        yield Cell(setup.words["price a year"], own=True), Cell(_price(setup, value), bold(setup.look))
    for each in value.terms:
        yield Cell(each.what), Cell(each.agreed)


def _price(setup: Setup, value: HandOffPack) -> str:
    price = value.price
    return "" if price is None else setup.words.number(price, value.currency)


def _rival(setup: Setup, value: HandOffPack) -> Iterator[tuple[Cell, ...]]:
    told = (("rival name", value.rival), ("rival because", value.won_because), ("rival may", value.rival_may))
    for key, words in told:
        if gate(words):
            yield Cell(setup.words[key], setup.look.quiet, own=True), Cell(words)


def _checks(words: Words, value: HandOffPack) -> Iterator[tuple[Cell, ...]]:
    for days, on in zip(CHECKED_AFTER, value.checks, strict=True):
        after = words["check after"].format(days=days)
        yield Cell(after, own=True), Cell(words.short_day(on)), Cell(words["check what"], own=True)
