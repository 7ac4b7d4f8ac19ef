"""Shows exactly what goes back to the company's CRM, with a tick for each, and what cannot go and why."""

from collections.abc import Hashable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.field import ChoiceField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import RowList, Section
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.handing_over import HandKind
from reviewdesk.domain.intervals import short_day
from reviewdesk.services.crm_values import CrmOffer, OfferedItem

Key = tuple[HandKind, UUID]
_ROOM = 20  # lines


class CrmSheet(Sheet):
    """Shows what goes to one CRM.

    Signals:
        crm_chosen: the name of another CRM.
        wanted: what is ticked, as a set of kinds and record ids.
    """

    crm_chosen = Signal(str)
    wanted = Signal(object)

    def __init__(self, offer: CrmOffer, parent: QWidget) -> None:
        super().__init__(parent.tr("Hand over to the CRM"), parent.tr("Save the files…"), parent)
        self.offer = offer
        self._left: set[Hashable] = set()
        self.crm = ChoiceField(self.tr("CRM"), [(each, each) for each in offer.crms], offer.crm, quiet=False)
        self.about = Label(part=Part.MUTED, wraps=True)
        self.rows = RowList(self.tr("What goes"))
        self.area = QScrollArea()
        self._lay_out_list()
        self.crm.edited.connect(self._choose)
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
        for each in (self.crm, self.about, self.area):
            self.add(each)

    def show_offer(self, offer: CrmOffer) -> None:
        """Show what would go to this CRM; everything is ticked at first."""
        self.offer, self._left = offer, set()
        self.take_back()
        self._show()

    def _show(self) -> None:
        offer = self.offer
        since = self.tr("since {day}").format(day=short_day(offer.last_on, offer.today)) if offer.last_on else ""
        going = len(offer.going) - len(self._left)
        told = (
            self.tr("{n} of {all} go").format(n=going, all=len(offer.going)) if offer.going else self.tr("Nothing new"),
            since,
            self.tr("what is for you alone stays here"),
        )
        self.about.setText(", ".join(each for each in told if each) + ".")
        self.go.setEnabled(bool(going))
        self.rows.show_sections(self._sections())

    def _sections(self) -> list[Section]:
        found: dict[str, list[Row]] = {}
        for each in self.offer.going:
            found.setdefault(each.table.capitalize(), []).append(self._row(each))
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

    def _choose(self, crm: object) -> None:
        self.crm_chosen.emit(str(crm))

    def _tell(self) -> None:
        self.wanted.emit({each.key for each in self.offer.going} - self._left)
