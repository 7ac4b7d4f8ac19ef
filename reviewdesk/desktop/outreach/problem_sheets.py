"""What is asked for a shared problem: who else is affected, and the words that some outcomes need."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewdesk.desktop.outreach.problem_model import Offered, Sharing, cause_chips, counted, sharing_rows
from reviewdesk.desktop.widgets.buttons import plain_button
from reviewdesk.desktop.widgets.chips import ChipRow
from reviewdesk.desktop.widgets.field import ChoiceField, LineField, TextField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.row_list import RowList, Section
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.shared_problem import Cause, CauseBy, Remedy

CHANNELS: Final = ("call", "mail", "visit", "text message", "letter")
_PAUSE: Final = 200  # milliseconds
_SHOWN: Final = 60
_EDGE: Final = 48


class WhoElseSheet(Sheet):
    """Asks by what others share a concern, and shows at once who they are.

    Signals:
        looked: the causes that are chosen, and the words of the first and last day they count from.
        hand_asked: an account is to be picked by hand.
        filled: the name, the causes, the remedy and the words for it.
    """

    looked = Signal(object, str, str)
    hand_asked = Signal()
    filled = Signal(str, object, object, str)

    def __init__(self, offered: Offered, parent: QWidget) -> None:
        sentence = parent.tr("{account} said: “{words}”. By what may others share it?")
        said = sentence.format(account=offered.account, words=offered.words)
        super().__init__(parent.tr("Who else is affected?"), parent.tr("Start the outreach"), parent, sentence=said)
        self._causes = list(offered.causes)
        self.causes = ChipRow(self.tr("What others share"))
        self.by_hand = plain_button(self.tr("Pick an account…"), "plus")
        self.since = LineField(self.tr("Bought or said since"), hint=self.tr("1 Sep, 8 weeks ago"), quiet=False)
        self.until = LineField(self.tr("Until"), hint=self.tr("any day"), quiet=False)
        self.name = LineField(self.tr("Name of the problem"), offered.name, quiet=False)
        remedies = [(each, each.value) for each in Remedy]
        self.remedy = ChoiceField(self.tr("What each is given"), remedies, Remedy.INFORMATION, quiet=False)
        self.words = TextField(self.tr("What we tell them"), lines=2)
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
        self.setMinimumWidth(min(line.averageCharWidth() * 72, room.width() - _EDGE))
        self.resize(self.minimumWidth(), min(line.height() * 36, room.height() - _EDGE))
        days, told = QHBoxLayout(), QHBoxLayout()
        for row in (days, told):
            row.setSpacing(12)
        for each in (self.since, self.until):
            days.addWidget(each)
        told.addWidget(self.name, 3)
        told.addWidget(self.remedy, 2)
        picked = QHBoxLayout()
        picked.addWidget(self.count, 1)
        picked.addWidget(self.by_hand)
        self._found.column.addWidget(self.rows)
        self._found.column.addStretch(1)
        self._found.setMinimumHeight(self.fontMetrics().height() * 4)
        for what in (self.causes, days, picked, self._found, told, self.words):
            self.add(what)
        self.body.setStretchFactor(self._found, 1)

    def _connect_fields(self) -> None:
        self.causes.changed.connect(self._pause.start)
        for each in (self.since, self.until):
            each.line.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._look)
        self.by_hand.clicked.connect(self.hand_asked)
        self.asked.connect(self._start)

    @property
    def chosen(self) -> tuple[Cause, ...]:
        """The causes that are chosen."""
        return tuple(each for place, each in enumerate(self._causes) if str(place) in self.causes.on)

    def add_by_hand(self, cause: Cause) -> None:
        """Take in accounts that were picked by hand."""
        on = self.causes.on
        place = next((at for at, each in enumerate(self._causes) if each.by is CauseBy.HAND), len(self._causes))
        self._causes[place:] = [cause]
        self.causes.show_chips(cause_chips(self._causes))
        self.causes.set_on({*on, str(place)})
        self._look()

    def show_found(self, found: Sequence[Sharing]) -> None:
        """Show who shares the causes that are chosen."""
        self.take_back()
        self.count.setText(counted(found))
        self.rows.show_sections([Section("", sharing_rows(found))] if found else [])

    def _look(self) -> None:
        self.looked.emit(self.chosen, self.since.value(), self.until.value())

    def _start(self) -> None:
        remedy = self.remedy.value()
        kind = remedy if isinstance(remedy, Remedy) else Remedy(str(remedy))
        self.filled.emit(self.name.value(), self.chosen, kind, str(self.words.value()))


class WordsSheet(Sheet):
    """Asks for the words that something said of an account needs, with a choice or an amount where it has one.

    Signals:
        filled: the words, and the choice or the amount.
    """

    filled = Signal(str, str)

    def __init__(self, title: str, verb: str, label: str, parent: QWidget, *, also: str = "") -> None:
        super().__init__(title, verb, parent)
        self.words = LineField(label, quiet=False)
        self.channel: ChoiceField | None = None
        self.amount: LineField | None = None
        if also == "channel":
            choices = [(each, each) for each in CHANNELS]
            self.channel = ChoiceField(self.tr("How it was tried"), choices, CHANNELS[0], quiet=False)
            self.add(self.channel)
        self.add(self.words)
        if also == "amount":
            self.amount = LineField(self.tr("What that cost us"), hint="120.50", quiet=False)
            self.add(self.amount)
        self.asked.connect(self._fill)

    def _fill(self) -> None:
        second = self.channel.value() if self.channel else self.amount.value() if self.amount else ""
        self.filled.emit(self.words.value(), str(second))
