"""The account as it stood at a past review: what it was then, and what has become of it."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout

from reviewdesk.desktop.account.model import Brief
from reviewdesk.desktop.account.part import AccountPart
from reviewdesk.desktop.account.words import long_day
from reviewdesk.desktop.tasks import Tasks
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.field import ChoiceField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.row_value import Row
from reviewdesk.desktop.widgets.side_by_side import SideBySide, column_of
from reviewdesk.desktop.widgets.tabs import Tab
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.intervals import short_day
from reviewdesk.services.time_machine import AsItStood, Fact, Then, TimeMachine

_GOOD = ("kept", "confirmed", "won", "answered", "still there")
_BAD = ("broken", "lost", "left")
_LEADS = frozenset({Kind.CONCERN, Kind.FOLLOW_UP, Kind.PERSON})


class ReviewChoice(ChoiceField):
    """One of the reviews that were held."""

    def offer(self, reviews: Iterable[tuple[UUID, str]], chosen: UUID) -> None:
        """Offer these, each with its words."""
        self._box.clear()
        for review_id, words in reviews:
            self._box.addItem(words, review_id)
        self.show_value(chosen)


class ThenView(ScrollColumn):
    """Shows an account as it stood.

    Signals:
        seen: it came into sight.
        review_asked: the id of the review to go back to.
        record_asked: the kind and the id of a record that is still there.
    """

    seen = Signal()
    review_asked = Signal(object)
    record_asked = Signal(object, object)

    def __init__(self) -> None:
        super().__init__(self.tr("As it stood"))
        self.review = ReviewChoice(self.tr("At the review of"), [], quiet=False)
        self.review.setMinimumWidth(self.fontMetrics().averageCharWidth() * 24)
        self.note = Label(part=Part.MUTED, wraps=True)
        self.facts = RowList(self.tr("The account, then and now"))
        self.lists = {
            "our_promises": RowList(self.tr("What we owed")),
            "their_promises": RowList(self.tr("What they owed")),
            "concerns": RowList(self.tr("Open concerns")),
            "open_ends": RowList(self.tr("Other open ends")),
            "people": RowList(self.tr("People")),
        }
        self.cards = {name: _card(each) for name, each in self.lists.items()}
        self._shown: AsItStood | None = None
        self._is_live: dict[UUID, Kind] = {}
        self._lay_out()
        self.review.edited.connect(self.review_asked)
        for each in self.lists.values():
            each.opened.connect(self._open)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.review)
        top.addWidget(self.note, 1)
        self.column.addLayout(top)
        left = column_of(*(self.cards[each] for each in ("our_promises", "their_promises", "concerns", "open_ends")))
        right = column_of(_card(self.facts), self.cards["people"])
        self.column.addWidget(SideBySide(left, right, shares=(6, 5), gap=18))
        self.column.addStretch(1)

    def show_stood(self, stood: AsItStood | None) -> None:
        """Show how it stood; nothing where no review was held yet."""
        if stood is None or stood == self._shown:
            return
        self._shown = stood
        self._offer(stood)
        self.note.setText(self._note_of(stood))
        self.facts.show_rows([_fact(each) for each in stood.facts if each.then or each.now])
        self._is_live = {}
        for name, rows in self.lists.items():
            found: tuple[Then, ...] = getattr(stood, name)
            rows.show_rows([_row(each, stood) for each in found])
            self.cards[name].setVisible(bool(found))
            self.cards[name].heading.show_remark(f"{len(found):,}")
            self._is_live |= {each.id: each.kind for each in found if not each.is_gone and each.kind in _LEADS}

    def _offer(self, stood: AsItStood) -> None:
        named = [
            (each.id, _review(each.period, short_day(each.day, stood.today))) for each in stood.reviews if each.day
        ]
        self.review.offer(named, stood.review_id)

    def _note_of(self, stood: AsItStood) -> str:
        if stood.known_since is None:
            return self.tr("Every change since is taken back; beside each thing stands what has become of it.")
        words = self.tr(
            "This account came into the book on {day}: fields and people are those it came with, the rest goes by its"
            " own dates."
        )
        return words.format(day=long_day(stood.known_since))

    def _open(self, record_id: UUID) -> None:
        if record_id in self._is_live:
            self.record_asked.emit(self._is_live[record_id], record_id)

    def showEvent(self, event: QShowEvent) -> None:
        """Say that it came into sight, so that it is read."""
        super().showEvent(event)
        self.seen.emit()


class ThenPart(AccountPart):
    """The tab; it is there while the person asks for it."""

    key: ClassVar[str] = "then"
    after: ClassVar[str] = "reviews"

    def __init__(self, view: ThenView, machine: TimeMachine, tasks: Tasks) -> None:
        super().__init__(view)
        self.page = view
        self._machine, self._tasks = machine, tasks
        self._account_id: UUID | None = None
        self._review_id: UUID | None = None
        view.seen.connect(self._read)
        view.review_asked.connect(self.go_back_to)
        view.record_asked.connect(self.record_asked)

    def tab(self, brief: Brief, *, asked: bool) -> Tab | None:
        """Give the tab where it was asked for and there is a review to go back to."""
        held = any(each.is_held for each in brief.reviews)
        return Tab(self.key, self.tr("As it stood")) if asked and held else None

    def show_brief(self, brief: Brief) -> None:
        """Read it anew while it is looked at; another account begins at its newest review."""
        if brief.account.id != self._account_id:
            self._account_id, self._review_id = brief.account.id, None
        if self.page.isVisible():
            self._read()

    def reach(self, record_id: UUID) -> bool:
        """Go back to a review, which is named as any other record is."""
        self.go_back_to(record_id)
        return True

    def go_back_to(self, review_id: UUID) -> None:
        """Go back to this review."""
        self._review_id = review_id
        self._read()

    def _read(self) -> None:
        if self._account_id is not None:
            read = partial(self._machine.at, self._account_id, self._review_id)
            self._tasks.run(read, self.page.show_stood, self, newest="then")


def _card(rows: RowList) -> Card:
    card = Card(rows.accessibleName(), " ", edge_to_edge=True)
    card.body.setContentsMargins(0, 0, 0, 0)
    card.add(rows)
    return card


def _review(period: str, day: str) -> str:
    return f"{day}, {period}" if period else day


def _fact(fact: Fact) -> Row:
    then, now = fact.then or "nothing", fact.now or "nothing"
    pills = (PillText(f"now {now}", Tone.ACCENT),) if fact.has_changed else ()
    return Row(fact.name, fact.name, then, pills=pills)


def _row(each: Then, stood: AsItStood) -> Row:
    meta = " · ".join(part for part in (each.then, _entered(each, stood)) if part)
    return Row(each.id, each.title, meta, pills=(PillText(each.now, _tone(each.now)),), done=each.is_gone)


def _entered(each: Then, stood: AsItStood) -> str:
    """Say that something was entered later, unless the whole account was."""
    if each.entered_on is None or each.entered_on == stood.known_since:
        return ""
    return f"entered {short_day(each.entered_on, stood.today)}"


def _tone(now: str) -> Tone:
    if now.startswith(_BAD) or now.endswith(" over"):
        return Tone.BAD
    return Tone.GOOD if now.startswith(_GOOD) else Tone.NEUTRAL
