"""Asks who is asked for feedback, and how much."""

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from reviewdesk.desktop.widgets.buttons import plain_button
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.desktop.widgets.tabs import SegmentedSwitch, Tab
from reviewdesk.domain.feedback import FormKind
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.languages import language_name
from reviewdesk.services.form_values import FormOffer, WhomToAsk

_MANY = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class FormWish:
    """Who is asked, which form, and whether mails are drafted; nobody in particular stands as nothing."""

    people: tuple[UUID | None, ...]
    kind: FormKind
    with_mail: bool


class SendSheet(Sheet):
    """Offers the people of an account, those first who were in the review.

    Signals:
        wished: who is asked and how, as a FormWish.
    """

    wished = Signal(object)

    def __init__(self, offer: FormOffer, parent: QWidget) -> None:
        title = parent.tr("Ask {name} for feedback").format(name=offer.account)
        super().__init__(title, parent.tr("Draft the mails"), parent, sentence=_about(offer))
        self._offer = offer
        self.kind = SegmentedSwitch(
            self.tr("Which form"),
            [Tab(FormKind.SHORT.value, self.tr("Five questions")), Tab(FormKind.LONG.value, self.tr("The long one"))],
        )
        self.kind.open(offer.suggested.value)
        self.yearly = Label(_yearly(offer), Part.SMALL, wraps=True)
        self.people = {each.person_id: _box(each) for each in offer.people[:_MANY]}
        self.anybody = QCheckBox(self.tr("Whoever you hand it to; they write their own name"))
        self.only_pdf = plain_button(self.tr("Only the PDFs"))
        self._lay_out_fields()
        self.asked.connect(self._draft)
        self.only_pdf.clicked.connect(self._write)

    def _lay_out_fields(self) -> None:
        self.add(self.kind)
        self.add(self.yearly)
        there = any(each.was_there for each in self._offer.people)
        for each in self._offer.people[:_MANY]:
            box = self.people[each.person_id]
            box.setChecked(each.was_there and not each.no_marketing and not each.waits)
            self.add(box)
        self.anybody.setChecked(not there)
        self.add(self.anybody)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.only_pdf)
        self.add(row)

    def _chosen(self) -> tuple[UUID | None, ...]:
        chosen = (key for key, box in self.people.items() if box.isChecked())
        return (*chosen, *((None,) if self.anybody.isChecked() else ()))

    def _draft(self) -> None:
        self._wish(with_mail=True)

    def _write(self) -> None:
        self._wish(with_mail=False)

    def _wish(self, *, with_mail: bool) -> None:
        people = self._chosen()
        if not people:
            self.refuse(self.tr("Tick at least one person, or that you hand it to somebody."))
            return
        self.wished.emit(FormWish(people=people, kind=FormKind(self.kind.key), with_mail=with_mail))


def _about(offer: FormOffer) -> str:
    if offer.met_on is None:
        return "A page to fill in on screen or by hand."
    return f"After the review of {short_day(offer.met_on, offer.today)}. A page to fill in on screen or by hand."


def _yearly(offer: FormOffer) -> str:
    if offer.last_long is None:
        return "The long one, for once a year, was not answered here yet: it asks about the relationship too."
    when = short_day(offer.last_long, offer.today)
    return f"The long one was answered on {when}" + (", more than a year ago." if offer.is_long_due else ".")


def _box(whom: WhomToAsk) -> QCheckBox:
    remarks = (
        whom.role,
        f"in {language_name(whom.language)}",
        "" if whom.email else "no address",
        "a form is out already" if whom.waits else "",
        "wants no marketing" if whom.no_marketing else "",
    )
    box = QCheckBox(
        f"{whom.name.replace('&', '&&')}  ·  {', '.join(each for each in remarks if each)}".replace("\n", " ")
    )
    box.setAccessibleName(whom.name)
    box.setAccessibleDescription(", ".join(each for each in remarks if each))
    return box
