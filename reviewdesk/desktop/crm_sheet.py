"""Shows exactly what goes back to the company's CRM, with a tick for each, and what cannot go and why."""

from collections.abc import Hashable
from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.buttons import ghost_button
from reviewdesk.desktop.widgets.day_words import DayWordsField
from reviewdesk.desktop.widgets.field import ChoiceField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import RowList, Section
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.handing_over import HandKind
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.notes.past_days import read_past_day
from reviewdesk.services.crm_values import CrmOffer, OfferedItem

Key = tuple[HandKind, UUID]
_ROOM = 20  # lines


class CrmSheet(Sheet):
    """Shows what goes to one CRM.

    Signals:
        offer_asked: the name of a CRM, and the day from which on things go.
        wanted: what is ticked, as a set of kinds and record ids.
    """

    offer_asked = Signal(str, object)
    wanted = Signal(object)

    def __init__(self, offer: CrmOffer, parent: QWidget) -> None:
        super().__init__(parent.tr("Hand over to the CRM"), parent.tr("Save the files…"), parent)
        self.offer = offer
        self._left: set[Hashable] = set()
        self.crm = ChoiceField(self.tr("CRM"), [(each, each) for each in offer.crms], offer.crm, quiet=False)
        self.since = DayWordsField(self.tr("Noted since"), self._past_day, hint=self.tr("1 oct, last monday"))
        self.about = Label(part=Part.MUTED, wraps=True)
        self.all = ghost_button(self.tr("Tick none"))
        self.rows = RowList(self.tr("What goes"))
        self.area = QScrollArea()
        self._lay_out_list()
        self.crm.edited.connect(self._choose)
        self.since.edited.connect(self._choose_day)
        self.all.clicked.connect(self._tick_all_or_none)
        self.rows.action_asked.connect(self._toggle)
        self.rows.opened.connect(self._toggle)
        self.asked.connect(self._tell)
        self.show_offer(offer)

    def _lay_out_list(self) -> None:
        self.area.setWidget(self.rows)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAccessibleName(self.tr("What goes and what stays"))
        self.area.setMinimumHeight(self.fontMetrics().lineSpacing() * _ROOM)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 92)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.crm, 3)
        row.addWidget(self.since, 2)
        self.add(row)
        told = QHBoxLayout()
        told.addWidget(self.about, 1)
        told.addWidget(self.all)
        self.add(told)
        self.add(self.area)

    def show_offer(self, offer: CrmOffer) -> None:
        """Show what would go to this CRM; everything is ticked at first."""
        self.offer, self._left = offer, set()
        self.take_back()
        self.since.start_with(short_day(offer.since, offer.today))
        self._show()

    def _show(self) -> None:
        offer = self.offer
        going = len(offer.going) - len(self._left)
        last = (
            self.tr("Last time was {day}.").format(day=short_day(offer.last_on, offer.today)) if offer.last_on else ""
        )
        told = (
            self.tr("{n} of {all} go.").format(n=going, all=len(offer.going))
            if offer.going
            else self.tr("Nothing new."),
            last,
            self.tr("{n} from before are left.").format(n=offer.earlier) if offer.earlier else "",
            self.tr("What is for you alone stays here."),
        )
        self.about.setText(" ".join(each for each in told if each))
        self.area.setVisible(bool(offer.going or offer.staying))
        self.go.setEnabled(bool(going))
        self.all.setVisible(bool(offer.going))
        self.all.setText(self.tr("Tick all") if self._left else self.tr("Tick none"))
        self.rows.show_sections(self._sections())

    def _sections(self) -> list[Section]:
        found: dict[str, list[Row]] = {}
        for each in self.offer.going:
            group = each.item.kind if each.table == "everything" else each.table
            found.setdefault(group.capitalize(), []).append(self._row(each))
        sections = [Section(title, tuple(rows), f"{len(rows)}") for title, rows in found.items()]
        stays = [
            Row(("stays", each.item.kind, each.item.record_id), each.item.title, f"{each.account} · {each.why}")
            for each in self.offer.staying
        ]
        if stays:
            sections.append(Section(self.tr("Stays here"), tuple(stays), f"{len(stays)}"))
        return sections

    def _row(self, offered: OfferedItem) -> Row:
        item = offered.item
        words = " / ".join(item.text.splitlines())
        meta = (offered.account, short_day(item.day, self.offer.today), words, item.next_step, offered.remark)
        pills = (PillText(self.tr("changed"), Tone.WARN),) if offered.again else ()
        tick = RowAction("goes", self.tr("Goes"), shape=ActionShape.TICK, ticked=offered.key not in self._left)
        shown = " · ".join(each for each in meta if each)
        return Row(offered.key, item.title, shown, pills=pills, actions=(tick,))

    def _toggle(self, key: Hashable, _action: str = "") -> None:
        if key in {each.key for each in self.offer.going}:
            self._left ^= {key}
            self._show()

    def _tick_all_or_none(self) -> None:
        """Tick all where some are left, else none."""
        self._left = set() if self._left else {each.key for each in self.offer.going}
        self._show()

    def _choose(self, crm: object) -> None:
        self.offer_asked.emit(str(crm), None)

    def _choose_day(self, _words: object) -> None:
        day = self.since.day
        if day is not None and day != self.offer.since:
            self.offer_asked.emit(self.offer.crm, day)

    def _past_day(self, words: str) -> date | None:
        return read_past_day(words, self.offer.today)

    def _tell(self) -> None:
        self.wanted.emit({each.key for each in self.offer.going} - self._left)
