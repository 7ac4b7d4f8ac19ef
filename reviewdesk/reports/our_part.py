"""What the summary for our side says beside the customer's: health, concerns in their words, gaps, people, and more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reportlab.platypus import Flowable

from reviewdesk.domain.gaps import Gap
from reviewdesk.domain.health_settings import Band
from reviewdesk.domain.our_summary import OurHealth, OurSummary
from reviewdesk.domain.summary import Tone
from reviewdesk.reports.boxes import Align, Box, Stack, colour
from reviewdesk.reports.lines import Run
from reviewdesk.reports.look import GUTTER, HAIRLINE, MUTED, Style
from reviewdesk.reports.paper import Paper
from reviewdesk.reports.section import Cell, Field, Setup
from reviewdesk.reports.table import Column, Rows, Section
from reviewdesk.reports.text import gate, one_line

TONE_OF_BAND: Final = {Band.HEALTHY: Tone.GOOD, Band.WATCH: Tone.WARN, Band.AT_RISK: Tone.BAD}
MAY_ASK: Final = "Whoever is named here may ask to see what is noted about them."
GUESS: Final = "our guess"
_BAR: Final = 60.0
_INSET: Final = 10.0
_FACTORS: Final = (
    Field("factor", 120),
    Field("points", 44, align=Align.RIGHT),
    Field("of 100", _BAR + 10, least=_BAR),
    Field("weight", 44, align=Align.RIGHT),
    Field("why", 300, flexible=True),
)
_CONCERNS: Final = (
    Field("their words", 260, flexible=True),
    Field("severity", 52, align=Align.RIGHT),
    Field("cause", 150, flexible=True),
    Field("owner", 90),
    Field("state", 104),
)
_GAPS: Final = (
    Field("about", 200, flexible=True),
    Field("importance", 70, align=Align.RIGHT),
    Field("how well", 70, align=Align.RIGHT),
    Field("gap", 50, align=Align.RIGHT),
    Field("answered on", 150),
)
_PEOPLE: Final = (
    Field("person", 150, flexible=True),
    Field("part", 110),
    Field("stance", 70),
    Field("influence", 54, align=Align.RIGHT),
    Field("cares about", 200, flexible=True),
)
_OPPORTUNITIES: Final = (
    Field("opportunity", 220, flexible=True),
    Field("about how much", 110),
    Field("next step", 180, flexible=True),
    Field("noted", 62, align=Align.RIGHT),
)
_LINES: Final = (Field("kind", 80), Field("words", 380, flexible=True), Field("who", 120))


@dataclass(frozen=True, slots=True)
class Points:
    """A thin bar of so many of 100 points; nothing is drawn where they are not known."""

    points: int
    shade: str
    height: float = 12.6

    def cut(self, room: float) -> tuple[Box | None, Box | None]:
        """Stay whole."""
        return (self, None) if room >= self.height else (None, self)

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        """Draw the track and the bar."""
        middle = top - self.height / 2 - 0.4
        paper.setFillColor(colour(HAIRLINE))
        paper.rect(x, middle - 2, width, 4, stroke=0, fill=1)
        paper.setFillColor(colour(self.shade))
        paper.rect(x, middle - 2, max(1.0, width * self.points / 100), 4, stroke=0, fill=1)


def at_a_glance(setup: Setup, ours: OurSummary) -> Iterator[Flowable]:
    """Give the health, the kept rate and what is open in three panels, to stand below the title."""
    health, kept = ours.health, ours.kept
    cells: list[Stack] = []
    width = (setup.sheet.width - 2 * GUTTER) / 3
    if health is not None:
        style = setup.look.toned(TONE_OF_BAND[health.band]) if health.band in TONE_OF_BAND else setup.look.label
        cells.append(_panel(setup, "Health", health.words, _basis(health), width, style))
    rate = f"{kept.rate} %" if kept.rate is not None else "Not known"
    said = f"{kept.kept} kept, {kept.kept_late} late, {kept.broken} broken in 180 days"
    cells.append(_panel(setup, "Our promises kept", rate, said if kept.count else "none ended in 180 days", width))
    worst = max((each.severity for each in ours.concerns), default=0)
    most = f"the worst of severity {worst}" if worst else "none"
    cells.append(_panel(setup, "Concerns open", str(len(ours.concerns)), most, width))
    columns = (Column(width),) * len(cells)
    yield Section(
        Rows(columns, (tuple(cells),), gap=GUTTER, pad=0, ruled=False, panel=setup.look.tint, inset=_INSET), before=10
    )


def _basis(health: OurHealth) -> str:
    return f"{health.known} of {len(health.factors)} facts known, basis {health.basis}"


def _panel(setup: Setup, title: str, figure: str, below: str, width: float, style: Style | None = None) -> Stack:
    look, room = setup.look, width - 2.2 * _INSET
    ink = look.figure.ink if style is None else look.figure.ink._replace(colour=style.ink.colour)
    return (
        *setup.stack(look.label, (Run(title, look.label.ink, own=True),), room),
        *setup.stack(Style(ink, look.figure.leading), (Run(figure, ink),), room),
        *setup.stack(look.caption, (Run(below, look.caption.ink),), room),
    )


def our_part(setup: Setup, ours: OurSummary) -> Iterator[Flowable]:
    """Give the sections that only our side reads; what is empty is left out."""
    if ours.health is not None:
        yield from _health(setup, ours.health)
    yield from _table(setup, "Open concerns in their words", _CONCERNS, _concern_cells(setup, ours))
    yield from _table(setup, "Gaps: important to them, and not done as well", _GAPS, _gap_cells(setup, ours.gaps))
    yield from _table(setup, "Where their people stand", _PEOPLE, _people_cells(setup, ours), note=MAY_ASK)
    yield from _table(setup, "Opportunities", _OPPORTUNITIES, _opportunity_cells(setup, ours))
    yield from _table(setup, "Noted for our side", _LINES, _line_cells(setup, ours))


def _health(setup: Setup, health: OurHealth) -> Iterator[Flowable]:
    look = setup.look
    rows = [
        (
            Cell(each.name.capitalize(), own=True),
            Cell(str(each.points) if each.points is not None else "–"),
            Cell(boxes=(Points(each.points, MUTED),) if each.points is not None else ()),
            Cell(str(each.weight), look.quiet),
            Cell(one_line(each.why), look.quiet),
        )
        for each in health.factors
    ]
    notes = [each for each in (health.held, *health.silences) if gate(each)]
    yield from _table(setup, f"Health: {health.words}, {_basis(health)}", _FACTORS, rows, note=" ".join(notes))
    moves = setup.list([(Run(each, look.body.ink),) for each in health.moves if gate(each)])
    if moves:
        yield Section(setup.titled(moves, (Run("What would move it", look.heading.ink, own=True),)))


def _table(
    setup: Setup, title: str, fields: Sequence[Field], rows: Sequence[tuple[Cell, ...]], *, note: str = ""
) -> Iterator[Flowable]:
    """Set a table below its title, with a note in small print between them."""
    if rows:
        small = setup.look.caption
        table = setup.titled(
            setup.table(fields, rows, setup.sheet.width), (Run(title, setup.look.heading.ink, own=True),)
        )
        said = setup.stack(small, (Run(note, small.ink),), setup.sheet.width) if gate(note) else ()
        yield Section(replace(table, heading=(*table.heading, *said)))


def _concern_cells(setup: Setup, ours: OurSummary) -> list[tuple[Cell, ...]]:
    before, after = setup.words.quoted("")
    return [
        (
            Cell(f"{before}{gate(each.words)}{after}"),
            Cell(str(each.severity), setup.look.toned(Tone.BAD) if each.severity >= 3 else setup.look.cell),
            Cell(each.cause, setup.look.quiet),
            Cell(one_line(each.owner), setup.look.quiet),
            Cell(each.stage.capitalize(), setup.look.quiet, own=True),
        )
        for each in ours.concerns
        if gate(each.words)
    ]


def _gap_cells(setup: Setup, gaps: Sequence[Gap]) -> list[tuple[Cell, ...]]:
    return [
        (
            Cell(each.about.value.capitalize(), own=True),
            Cell(str(each.importance)),
            Cell(str(each.performance)),
            Cell(str(each.size), setup.look.toned(Tone.BAD)),
            Cell(
                f"{setup.words.short_day(each.on)}{f', {GUESS}' if each.is_guess else ''}", setup.look.quiet, own=True
            ),
        )
        for each in gaps
    ]


def _people_cells(setup: Setup, ours: OurSummary) -> list[tuple[Cell, ...]]:
    tones = {"backs us": Tone.GOOD, "doubtful": Tone.WARN, "against": Tone.BAD}
    return [
        (
            Cell(one_line(each.name), below=one_line(each.role)),
            Cell(each.part.capitalize(), setup.look.quiet, own=True),
            Cell(
                each.stance.capitalize(),
                setup.look.toned(tones[each.stance]) if each.stance in tones else setup.look.quiet,
                own=True,
            ),
            Cell(f"{each.influence} of 5" if each.influence is not None else "", setup.look.quiet, own=True),
            Cell(each.cares_about),
        )
        for each in ours.people
    ]


def _opportunity_cells(setup: Setup, ours: OurSummary) -> list[tuple[Cell, ...]]:
    return [
        (
            Cell(each.what),
            Cell(one_line(each.about)),
            Cell(each.next_step, setup.look.quiet),
            Cell(setup.words.short_day(each.noted_on) if each.noted_on else "", setup.look.quiet, own=True),
        )
        for each in ours.opportunities
        if gate(each.what)
    ]


def _line_cells(setup: Setup, ours: OurSummary) -> list[tuple[Cell, ...]]:
    return [
        (Cell(each.kind.value, setup.look.quiet, own=True), Cell(each.words), Cell(each.beside, setup.look.quiet))
        for each in ours.lines
        if gate(each.words)
    ]
