"""The question who else is affected: by what others may share a concern, and at once who they are."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.outreach.problem_model import Offered, Sharing, cause_chips, counted, sharing_rows, verb_for
from reviewdesk.desktop.widgets.buttons import plain_button
from reviewdesk.desktop.widgets.chips import ChipRow
from reviewdesk.desktop.widgets.field import ChoiceField, LineField, TextField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.listed_field import ListedField
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.row_list import RowList, Section
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.shared_problem import Cause, CauseBy, Remedy

_PAUSE: Final = 200  # milliseconds
_SHOWN: Final = 60
_EDGE: Final = 48


class WhoElseSheet(Sheet):
    """Asks by what others share a concern, and shows at once who they are.

    Enter in a field starts nothing, since the first causes stand there before anybody has read them; Ctrl+Enter does.

    Signals:
        looked: the causes that are chosen, and the words of the first and last day they count from.
        hand_asked: an account is to be picked by hand.
        values_asked: what by which others may share it, for which values of the book are to be offered.
        filled: the name, the causes, the remedy and the words for it.
    """

    looked = Signal(object, str, str)
    hand_asked = Signal()
    values_asked = Signal(object)
    filled = Signal(str, object, object, str)

    def __init__(self, offered: Offered, parent: QWidget) -> None:
        sentence = parent.tr("{account} said: “{words}”. By what may others share it?")
        said = sentence.format(account=offered.account, words=offered.words)
        super().__init__(parent.tr("Who else is affected?"), parent.tr("Start the outreach"), parent, sentence=said)
        self._causes = list(offered.causes)
        self.causes = ChipRow(self.tr("What others share"), one_line=True)
        self.by_hand = plain_button(self.tr("Pick an account…"), "plus")
        kinds = [(each, each.value) for each in CauseBy if each is not CauseBy.HAND]
        self.kind = ChoiceField(self.tr("Or by another"), kinds, CauseBy.LOT, quiet=False)
        self.value = ListedField(self.tr("Which"), hint=self.tr("L-2210"))
        self.since = LineField(self.tr("Bought or said since"), hint=self.tr("1 Sep, 8 weeks ago"), quiet=False)
        self.until = LineField(self.tr("Until"), hint=self.tr("any day"), quiet=False)
        self.name = LineField(self.tr("Name of the problem; for our side"), offered.name, quiet=False)
        self.name.line.setCursorPosition(0)
        remedies = [(each, each.value) for each in Remedy]
        self.remedy = ChoiceField(self.tr("What each is given"), remedies, Remedy.INFORMATION, quiet=False)
        self.words = TextField(self.tr("What we tell them"), lines=4)
        self.count = Label("", Part.STRONG, wraps=True)
        self.rows = RowList(self.tr("Who else"), most=_SHOWN)
        self._found = ScrollColumn(self.tr("Who else"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._lay_out_fields()
        self._connect_fields()
        self.causes.show_chips(cause_chips(self._causes))
        self.causes.set_on(["0"] if self._causes else [])
        self._pause.start()

    def _lay_out_fields(self) -> None:
        window = self.parentWidget()
        room = window.size() if window is not None else self.sizeHint()
        line = self.fontMetrics()
        self.setMinimumWidth(min(line.averageCharWidth() * 118, room.width() - _EDGE))
        self.resize(self.minimumWidth(), min(line.height() * 40, room.height() - _EDGE))
        self._found.column.addWidget(self.rows)
        self._found.column.addStretch(1)
        self._found.setMinimumHeight(line.height() * 4)
        who, what = QVBoxLayout(), QVBoxLayout()
        for column in (who, what):
            column.setSpacing(12)
        who.addWidget(self.count)
        who.addWidget(self._found, 1)
        for left, right in ((self.kind, self.value), (self.since, self.until)):
            pair = QHBoxLayout()
            pair.setSpacing(12)
            pair.addWidget(left, 1)
            pair.addWidget(right, 1)
            what.addLayout(pair)
        for each in (self.by_hand, self.name, self.remedy, self.words):
            what.addWidget(each)
        what.addStretch(1)
        beside = QHBoxLayout()
        beside.setSpacing(20)
        beside.addLayout(who, 5)
        beside.addLayout(what, 4)
        self.add(self.causes)
        self.body.addLayout(beside, 1)

    def _connect_fields(self) -> None:
        for button in (self.go, self.cancel, self.by_hand):
            button.setAutoDefault(False)
        self.go.setDefault(False)
        self.causes.changed.connect(self._pause.start)
        for each in (self.since, self.until):
            each.line.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._look)
        self.by_hand.clicked.connect(self.hand_asked)
        self.kind.edited.connect(self._ask_values)
        self.value.edited.connect(self._add_typed)
        self.asked.connect(self._start)

    @property
    def chosen(self) -> tuple[Cause, ...]:
        """The causes that are chosen."""
        return tuple(each for place, each in enumerate(self._causes) if str(place) in self.causes.on)

    def add_by_hand(self, cause: Cause) -> None:
        """Take in accounts that were picked by hand."""
        place = next((at for at, each in enumerate(self._causes) if each.by is CauseBy.HAND), None)
        self._choose(cause, place)

    def offer_values(self, values: Sequence[str]) -> None:
        """Complete what is typed with the values that the book knows."""
        self.value.offer(values)

    def _ask_values(self) -> None:
        self.values_asked.emit(CauseBy(str(self.kind.value())))

    def _add_typed(self) -> None:
        value = str(self.value.value()).strip()
        if value:
            self.value.show_value("")
            cause = Cause(by=CauseBy(str(self.kind.value())), value=value)
            place = next((at for at, each in enumerate(self._causes) if each.words == cause.words), None)
            self._choose(cause, place)

    def _choose(self, cause: Cause, place: int | None) -> None:
        on = self.causes.on
        if place is None:
            place = len(self._causes)
            self._causes.append(cause)
        self._causes[place] = cause
        self.causes.show_chips(cause_chips(self._causes))
        self.causes.set_on({*on, str(place)})
        self._look()

    def show_found(self, found: Sequence[Sharing], why_nobody: str = "") -> None:
        """Show who shares the causes that are chosen, or why it may be nobody."""
        self.take_back()
        self.count.setText(counted(found) if found else f"{counted(found)} {why_nobody}".strip())
        self.go.setText(verb_for(len(found)))
        self.rows.show_sections([Section("", sharing_rows(found))] if found else [])

    def _look(self) -> None:
        self.looked.emit(self.chosen, self.since.value(), self.until.value())

    def _start(self) -> None:
        self.value.flush()
        remedy = self.remedy.value()
        kind = remedy if isinstance(remedy, Remedy) else Remedy(str(remedy))
        self.filled.emit(self.name.value(), self.chosen, kind, str(self.words.value()))
