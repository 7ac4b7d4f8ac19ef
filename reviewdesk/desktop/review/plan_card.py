"""When and where a review is, and who comes, edited in place."""

from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from reviewdesk.desktop.review.model import Shown
from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.chips import Chip, ChipRow
from reviewdesk.desktop.widgets.field import ChoiceField, DateField, Field, LineField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.new_person import NewPerson
from reviewdesk.domain.notes.clock_words import read_clock
from reviewdesk.domain.review import ReviewKind

MOST_OF_OURS = 8
_LENGTHS = (15, 30, 45, 60, 90, 120, 180)


class PlanCard(Card):
    """Day, time, length, place, kind and people of a review.

    Signals:
        changed: the name of a field and its new value.
        move_asked: the new day, and the moment it starts (with the machine's zone) or nothing.
        person_asked: name and role of somebody of theirs who comes and is not known yet.
    """

    changed = Signal(str, object)
    move_asked = Signal(object, object)
    person_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(self.tr("When and with whom"))
        self.day = DateField(self.tr("Day"), date(2000, 1, 1))
        self.starts = LineField(self.tr("Starts at"), hint=self.tr("10:00"))
        lengths = [(each, self.tr("{n} min").format(n=each)) for each in _LENGTHS]
        self.length = ChoiceField(self.tr("Length"), lengths, 60)
        self.kind = ChoiceField(self.tr("Kind"), [(each, each.value) for each in ReviewKind])
        self.place = LineField(self.tr("Place or link"), hint=self.tr("Where you meet"))
        self.theirs = ChipRow(self.tr("People of theirs"))
        self.ours = ChipRow(self.tr("People of ours"))
        self.more_of_ours = ghost_button(self.tr("More…"))
        self._all_of_ours = False
        self._shown: Shown | None = None
        self.somebody_new = ghost_button(self.tr("Somebody new"), "plus")
        self.new_person = NewPerson(short=True)
        self.fields: dict[str, tuple[Field, ...]] = {
            "day": (self.day, self.starts), "length": (self.length,), "kind": (self.kind,), "place": (self.place,),
        }  # fmt: skip
        self._order: dict[str, UUID] = {}
        self._lay_out_fields()
        self._connect()

    def _lay_out_fields(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        places = ((self.day, 0, 0), (self.starts, 0, 1), (self.length, 0, 2), (self.kind, 1, 0), (self.place, 1, 1))
        for field, row, column in places:
            wide = 2 if field is self.place else 1
            grid.addWidget(field, row, column, 1, wide, Qt.AlignmentFlag.AlignTop)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        self.add(grid)
        theirs = QHBoxLayout()
        theirs.addWidget(Label(self.tr("Theirs"), Part.SMALL), 1)
        theirs.addWidget(self.somebody_new)
        self.add(theirs)
        self.add(self.theirs)
        self.add(self.new_person)
        self.new_person.hide()
        ours = QHBoxLayout()
        ours.addWidget(Label(self.tr("Ours"), Part.SMALL), 1)
        ours.addWidget(self.more_of_ours)
        self.add(ours)
        self.add(self.ours)

    def _connect(self) -> None:
        self.day.edited.connect(self._moved)
        self.starts.edited.connect(self._moved)
        self.length.edited.connect(self._tell_length)
        self.kind.edited.connect(self._tell_kind)
        self.place.edited.connect(self._tell_place)
        self.theirs.changed.connect(self._tell_theirs)
        self.ours.changed.connect(self._tell_ours)
        self.more_of_ours.clicked.connect(self._show_all_of_ours)
        self.somebody_new.clicked.connect(self._ask_for_person)
        self.new_person.add_asked.connect(self._tell_person)

    def show_review(self, shown: Shown) -> None:
        """Show the plan of this review."""
        review = shown.review
        if self._shown is None or self._shown.review.id != review.id:
            self._all_of_ours = False
        self._shown = shown
        self.day.show_value(review.day or shown.today)
        at = review.starts_at.astimezone() if review.starts_at else None
        self.starts.show_value(f"{at:%H:%M}" if at else "")
        self.length.show_value(review.length)
        self.kind.show_value(review.kind)
        self.place.show_value(review.place)
        for field in (self.day, self.starts):
            field.setEnabled(review.is_open)
        here = [each for each in shown.material.people.values() if each.left_on is None or each.id in review.people_ids]
        self._show_people(self.theirs, [(each.id, each.name) for each in here], review.people_ids)
        self._show_ours(shown)

    def _show_ours(self, shown: Shown) -> None:
        """Show who was there last time, the account's owner and me; the others once they are asked for."""
        material, on = shown.material, shown.review.colleague_ids
        last = material.previous.colleague_ids if material.previous else ()
        near = {*on, *last, material.account.owner_id, material.me.id if material.me else None}
        every = [(each.id, each.name) for each in material.colleagues.values()]
        first = [each for each in every if each[0] in near]
        folded = len(every) > MOST_OF_OURS and not self._all_of_ours
        shown_now = first if folded else [*first, *(each for each in every if each[0] not in near)]
        self._show_people(self.ours, shown_now, on)
        self.more_of_ours.setVisible(folded and len(first) < len(every))

    def _show_all_of_ours(self) -> None:
        self._all_of_ours = True
        if self._shown is not None:
            self._show_ours(self._shown)

    def person_added(self) -> None:
        """Be ready for the next one, now that the one before is in the book."""
        self.new_person.clear()

    def flush(self) -> None:
        """Tell at once what was typed."""
        for field in (self.day, self.starts, self.place):
            field.flush()

    def _show_people(self, row: ChipRow, people: list[tuple[UUID, str]], on: tuple[UUID, ...]) -> None:
        self._order.update({str(who): who for who, _ in people})
        row.show_chips([Chip(str(who), name) for who, name in people])
        row.set_on(str(each) for each in on)

    def _moved(self) -> None:
        typed = self.starts.value().strip()
        clock = read_clock(typed)
        if typed and clock is None:
            self.starts.show_refused(self.tr("Write the time like 14:30."))
            return
        day = self.day.value()
        self.move_asked.emit(day, datetime.combine(day, clock).astimezone() if clock else None)

    def _tell_length(self, value: object) -> None:
        self.changed.emit("length", value)

    def _tell_kind(self, value: object) -> None:
        self.changed.emit("kind", value)

    def _tell_place(self, value: object) -> None:
        self.changed.emit("place", value)

    def _ask_for_person(self) -> None:
        self.new_person.show()
        self.new_person.lines[0].setFocus()

    def _tell_person(self, name: str, role: str) -> None:
        if name.strip():
            self.person_asked.emit(name, role)
        else:
            self.new_person.lines[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the line for somebody new away at Escape, while nothing is typed in it."""
        new = self.new_person
        if event.key() == Qt.Key.Key_Escape and new.isVisible() and not any(each.text() for each in new.lines):
            new.hide()
            self.somebody_new.setFocus()
        else:
            super().keyPressEvent(event)

    def _tell_theirs(self, on: frozenset[str]) -> None:
        self.changed.emit("people_ids", self._chosen(on))

    def _tell_ours(self, on: frozenset[str]) -> None:
        self.changed.emit("colleague_ids", self._chosen(on))

    def _chosen(self, on: frozenset[str]) -> tuple[UUID, ...]:
        return tuple(who for key, who in self._order.items() if key in on)
