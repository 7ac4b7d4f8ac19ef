"""What the documents for a boss share: their frame, figures to be seen from afar, and how health is shown."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final, NamedTuple

from reportlab.platypus import Flowable

from reviewdesk.domain.branding import Branding
from reviewdesk.domain.health_settings import Band
from reviewdesk.domain.summary import Tone, Vendor
from reviewdesk.reports.boss_words import boss_words
from reviewdesk.reports.fonts import Weight, fonts_in
from reviewdesk.reports.lines import Run, Typesetter
from reviewdesk.reports.look import GUTTER, MUTED, TONES, Look, Style
from reviewdesk.reports.our_side import FOR_OUR_SIDE
from reviewdesk.reports.page_frame import PageFrame
from reviewdesk.reports.section import Cell, Setup
from reviewdesk.reports.sheet import Sheet
from reviewdesk.reports.small_charts import ScoreBar
from reviewdesk.reports.table import Column, Rows, Section

TONE_OF_BAND: Final = {Band.AT_RISK: Tone.BAD, Band.WATCH: Tone.WARN, Band.HEALTHY: Tone.GOOD}
BAR: Final = 40.0
NOBODY: Final = "–"


class Framed(NamedTuple):
    """What a document for our side is, of whom and of which day."""

    vendor: Vendor
    branding: Branding
    name: str
    title: str
    on: date


class Figure(NamedTuple):
    """A figure to be seen from afar, and what it counts."""

    figure: str
    caption: str


def boss_sheet(framed: Framed, fonts: Path) -> Sheet:
    """Give the sheet of a document for our side."""
    words = boss_words(framed.on)
    frame = PageFrame(
        vendor=framed.vendor, branding=framed.branding, account=framed.name, title=framed.title, period="",
        on=framed.on, made_on=framed.on, label=FOR_OUR_SIDE, edition=((words.day(framed.on), True),),
    )  # fmt: skip
    return Sheet(frame, words, Look(framed.branding), Typesetter(fonts_in(fonts)))


def said(setup: Setup, key: str, **values: str) -> str:
    """Give a phrase of our own with its values filled in, as text."""
    return "".join(text for text, _ in setup.words.filled(key, **{name: (each, True) for name, each in values.items()}))


def as_sentence(words: str) -> str:
    """Begin words with a capital."""
    return words[:1].upper() + words[1:]


def strip(setup: Setup, figures: Sequence[Figure], before: float = 16) -> Section:
    """Set figures side by side, each above what it counts."""
    look = setup.look
    needs = [setup.sheet.setter.natural_width((Run(each.figure, look.figure.ink, own=True),)) + 1 for each in figures]
    spare = (setup.sheet.width - GUTTER * (len(figures) - 1) - sum(needs)) / len(figures)
    widths = [need + spare for need in needs]
    cells = tuple(
        (
            *setup.stack(look.figure, (Run(each.figure, look.figure.ink, own=True),), width),
            *setup.stack(look.small, (Run(each.caption, look.small.ink, own=True),), width),
        )
        for each, width in zip(figures, widths, strict=True)
    )
    return Section(Rows(tuple(map(Column, widths)), (cells,), gap=GUTTER, pad=0, ruled=False), before=before)


def money(setup: Setup, amount: int, currency: str) -> str:
    """Write a whole amount with its currency."""
    return setup.words.number(Decimal(amount), currency)


def bold(look: Look) -> Style:
    """Give the style of a name or a sum in a table."""
    return Style(look.cell.ink._replace(weight=Weight.SEMIBOLD), look.cell.leading)


def shade_of(band: Band) -> str:
    """Give the colour of a band."""
    return TONES[TONE_OF_BAND[band]] if band in TONE_OF_BAND else MUTED


def band_style(look: Look, band: Band) -> Style:
    """Give the style of a band's word."""
    return look.toned(TONE_OF_BAND[band]) if band in TONE_OF_BAND else look.quiet


def score_bar(score: int | None, band: Band, levels: tuple[int, ...] = (50, 75)) -> Cell:
    """Give a score as a bar that stands beside its words; nothing where there is none."""
    return Cell(boxes=(ScoreBar(score, shade_of(band), levels),) if score is not None else ())


def and_more(setup: Setup, rows: Rows, more: int) -> Rows:
    """Say below rows how many more there are."""
    if not more:
        return rows
    style = setup.look.small
    place = 0 if rows.ruled else len(rows.columns) - 1
    words = setup.stack(style, (Run(said(setup, "and more", n=f"{more:,}"), style.ink, own=True),), 150)
    cells = tuple(words if each == place else () for each in range(len(rows.columns)))
    return replace(rows, rows=(*rows.rows, cells))


def listed(rows: Rows, setup: Setup, title: str) -> Section:
    """Head rows with one of our own words and put them into the flow."""
    return Section(setup.titled(rows, (Run(title, setup.look.heading.ink, own=True),)))


def sentence(setup: Setup, text: str, before: float = 12) -> list[Flowable]:
    """Set one sentence of our own."""
    style = setup.look.body
    return setup.prose(style, (Run(text, style.ink, own=True),), before=before)
