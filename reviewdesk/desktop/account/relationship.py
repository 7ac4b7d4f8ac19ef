"""What one customer thinks of us: where that puts them and why, seven dimensions typed in place, what falls short."""

from typing import Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from reviewdesk.desktop.account.details import NarrowChoice
from reviewdesk.desktop.account.dimension_grid import DimensionGrid
from reviewdesk.desktop.relationship.words import (
    NEXT,
    TONES,
    dimension_words,
    figure,
    gap_words,
    name_of,
    weighed_words,
)
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.field import LineField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.pill import Pill, PillText
from reviewdesk.desktop.widgets.row_bars import RowBars, RowMark
from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.health_facts import RELATIONSHIP
from reviewdesk.domain.relationship import PRODUCT, Gap
from reviewdesk.services.relationship_values import AccountRelationship, DimensionRow

GUESS: Final = "our guess"
NOBODY: Final = "nobody"


class RelationshipPage(ScrollColumn):
    """The relationship with one account.

    Signals:
        given: a dimension and the number that `who` gives it.
        weighed: the id of an answer, and how much its dimension matters or nothing.
        based: the id of an answer, and what it is based on.
        taken_back: the id of an answer that does not hold after all.
    """

    given = Signal(object, int)
    weighed = Signal(object, object)
    based = Signal(object, str)
    taken_back = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Relationship"))
        self.shown: AccountRelationship | None = None
        self._about: Answer | None = None  # what the field below the grid is about
        self.stands, self.pill = Card(self.tr("Where we stand")), Pill()
        self.why = Label(part=Part.MUTED, wraps=True)
        self.next = Label(wraps=True)
        self.fell = Label(part=Part.WARN, wraps=True)
        self.whose = NarrowChoice(self.tr("Said by"), [(GUESS, self.tr("our guess"))], GUESS)
        self.grid = DimensionGrid(self.tr("What they think of us"))
        self.hint = Label(part=Part.SMALL, wraps=True)
        self.evidence = LineField(self.tr("What it is based on"), hint=self.tr("What they said or did"), quiet=False)
        self.gaps = RowBars(self.tr("What falls short"))
        self._short = Card(self.tr("What falls short"), self.tr("importance × what is missing to it"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.pill)
        top.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(top)
        for each in (self.next, self.why, self.fell):
            column.addWidget(each)
        self.stands.body.addLayout(column)
        told = Card(self.tr("What they think of us"))
        who = QHBoxLayout()
        who.addWidget(self.whose, 1)
        who.addStretch(2)
        told.body.addLayout(who)
        told.add(self.grid)
        told.add(self.hint)
        told.add(self.evidence)
        self._short.add(self.gaps)
        for card in (self.stands, told, self._short):
            self.column.addWidget(card)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.grid.set_asked.connect(self._set)
        self.grid.left.connect(self._go_to_evidence)
        self.grid.mark_changed.connect(self._follow)
        self.evidence.edited.connect(self._base)

    @property
    def who(self) -> tuple[UUID | None, bool]:
        """Give the person who says it, nobody where it is unknown who, and whether it is a guess of ours."""
        chosen = self.whose.value()
        return (chosen if isinstance(chosen, UUID) else None), chosen == GUESS

    def begin(self) -> None:
        """Stand for another account from here on: nothing of the one before is shown until that one is read."""
        self.shown = self._about = None
        self.evidence.start_with("")
        self.evidence.editor.setEnabled(False)
        self.whose.offer([(GUESS, self.tr("our guess"))])
        self.whose.start_with(GUESS)
        self.hint.setText(
            self.tr(
                "A digit sets it and goes on below, Tab goes on to how much it matters, Enter to what it "
                "is based on; Delete takes it back."
            )
        )
        for label in (self.next, self.why):
            label.clear()
        self.pill.hide()
        self.fell.hide()
        self.grid.show_marks(())
        self.gaps.show_picture(())
        self._short.hide()

    def start_adding(self) -> None:
        """Let the person set the first dimension."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_relationship(self, shown: AccountRelationship) -> None:
        """Show how it stands."""
        self.shown = shown
        people: list[tuple[object, str]] = [(each.id, each.name) for each in shown.people]
        self.whose.offer([*people, (NOBODY, self.tr("them, nobody in particular")), (GUESS, self.tr("our guess"))])
        self._show_where(shown)
        self.grid.show_relationship(shown)
        self._follow()
        self.gaps.show_picture(tuple(map(_bar, shown.gaps)))
        self.gaps.updateGeometry()
        self._short.setVisible(bool(shown.gaps))

    def refuse(self, sentence: str) -> None:
        """Say why it was not noted."""
        self.evidence.show_refused(sentence)

    def _show_where(self, shown: AccountRelationship) -> None:
        found, segment = shown.relationship, shown.segment
        marks = [word for word, is_so in (("provisional", found.is_provisional), (GUESS, found.is_guessed)) if is_so]
        words = " · ".join((name_of(segment), *marks))
        self.pill.show_pill(PillText(words, TONES[segment] if segment else Tone.NEUTRAL))
        self.pill.show()
        self.next.setText(NEXT[segment] if segment else self.tr("Ask about one of each: us and the product."))
        self.why.setText(_why(shown))
        fell = shown.trust_fall
        self.fell.setVisible(fell is not None)
        if fell is not None:
            self.fell.setText(self.tr("Trust fell from {a} to {b}.").format(a=fell.before, b=fell.now))

    def _row(self, dimension: Asked | None) -> DimensionRow | None:
        rows = self.shown.rows if self.shown else ()
        return next((each for each in rows if each.dimension is dimension), None)

    def _follow(self, _said: str = "") -> None:
        """Let the field below be about the dimension the keyboard is on; what was typed there is told before."""
        row = self._row(self.grid.dimension)
        if row is None:
            return
        known, before = row.answer, self._about.id if self._about else None
        if known is None or known.id != before:
            self.evidence.flush()
            self._about = known
            self.evidence.start_with(known.evidence if known else "")
        else:
            self.evidence.show_value(known.evidence)
        self.evidence.label.setText(self.tr("What {what} is based on").format(what=row.dimension.value))
        self.evidence.editor.setEnabled(known is not None)

    def _go_to_evidence(self) -> None:
        if self.evidence.editor.isEnabled():
            self.evidence.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _set(self, dimension: Asked, weighs: bool, number: int | None) -> None:
        row = self._row(dimension)
        known = row.answer if row else None
        if not weighs and number is not None:
            self.given.emit(dimension, number)
        elif known is None:
            self.hint.setText(self.tr("Say first what they give us for it."))
        elif weighs:
            self.weighed.emit(known.id, number)
        else:
            self.taken_back.emit(known.id)

    def _base(self, text: object) -> None:
        if self._about is not None:
            self.based.emit(self._about.id, str(text))


def _why(shown: AccountRelationship) -> str:
    """Say how R and P come about, so that the word explains itself."""
    found = shown.relationship
    parts = []
    for letter, value, dimensions in (("R", found.r, RELATIONSHIP), ("P", found.p, PRODUCT)):
        known = [f"{each.value} {found.value(each)}" for each in dimensions if found.value(each) is not None]
        parts.append(f"{letter} {figure(value)} ({', '.join(known) or 'nothing known'})")
    unique = found.value(Asked.UNIQUENESS)
    if unique is not None:
        parts.append(f"uniqueness {unique}")
    if shown.reason is not None:
        parts.append(f"first reason to stay: {shown.reason}")
    theirs = f"{found.theirs} of {len(found.heard)} answers are their own" if found.heard else ""
    return " · ".join(each for each in (*parts, theirs) if each)


def _bar(gap: Gap) -> RowMark:
    words = f"{dimension_words(gap.dimension)}: {weighed_words(gap)}: {gap_words(gap)}"
    return RowMark(
        name=dimension_words(gap.dimension), value=float(gap.size), label=gap_words(gap), said=words, tone=Tone.WARN,
        hatched=gap.is_guess,
    )  # fmt: skip
