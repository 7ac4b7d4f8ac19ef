"""What is known before the meeting: open promises and follow-ups, what was spoken, concerns, questions and goals."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.review.model import Shown
from reviewdesk.desktop.review.words import breakable
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.pill import Pill
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.follow_up import FollowUp, Side
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.said import Contact

MOST: Final = 8


@dataclass(frozen=True, slots=True)
class KnownThing:
    """One thing that is known, with a remark, and a pill where something about it matters."""

    words: str
    remark: str = ""
    pill: str = ""
    tone: Tone = Tone.NEUTRAL


def promises(shown: Shown) -> list[KnownThing]:
    """Give the promises and follow-ups that are open, wherever they were noted; those that are late first."""
    found = [each for each in shown.material.follow_ups if each.is_open]
    found = [each for each in found if each.review_id != shown.review.id]
    return [_promise(each, shown) for each in sorted(found, key=_due)]


def _due(promise: FollowUp) -> date:
    return promise.due or date.max


def _promise(promise: FollowUp, shown: Shown) -> KnownThing:
    owner = promise.person_id if promise.side is Side.THEIRS else promise.colleague_id
    side = "theirs" if promise.side is Side.THEIRS else "ours" if promise.is_promise else "follow-up"
    who = shown.names.get(owner, "") if owner else ""
    day = short_day(promise.due, shown.today) if promise.due else "no date"
    late = promise.is_late(shown.today)
    return KnownThing(
        promise.what, " · ".join(each for each in (side, who, day) if each), "late" if late else "", Tone.BAD
    )


def contacts(shown: Shown) -> list[KnownThing]:
    """Give what was spoken since the last review, the newest first."""
    return [_contact(each, shown) for each in shown.contacts]


def _contact(contact: Contact, shown: Shown) -> KnownThing:
    who = shown.names.get(contact.person_id, "") if contact.person_id else ""
    said = (contact.channel.value, who, short_day(contact.made_on, shown.today))
    return KnownThing(contact.words or contact.channel.value, " · ".join(each for each in said if each))


def concerns(shown: Shown) -> list[KnownThing]:
    """Give the open concerns in the customer's words, the worst first."""
    found = [each for each in shown.material.concerns if each.is_open and each.review_id != shown.review.id]
    return [_concern(each, shown) for each in sorted(found, key=_worst)]


def _worst(concern: Concern) -> tuple[int, date]:
    return (-concern.severity, concern.raised_on)


def _concern(concern: Concern, shown: Shown) -> KnownThing:
    remark = f"{concern.stage.value}, raised {short_day(concern.raised_on, shown.today)}"
    tone = Tone.BAD if concern.severity > 2 else Tone.WARN
    return KnownThing(f"“{concern.words}”", remark, f"severity {concern.severity}", tone)


def questions(shown: Shown) -> list[KnownThing]:
    """Give the questions that wait for an answer."""
    found = [each for each in shown.questions if each.is_open and each.review_id != shown.review.id]
    return [KnownThing(each.words, f"asked {short_day(each.asked_on, shown.today)}") for each in found]


def goals(shown: Shown) -> list[KnownThing]:
    """Give the goals that are agreed."""
    running = [each for each in shown.material.goals if each.ended_on is None]
    return [KnownThing(each.what, f"target {each.target} {each.unit}".strip()) for each in running]


class KnownCard(Card):
    """One group of things that are known."""

    def __init__(self, title: str, nothing: str, *, most: int = MOST) -> None:
        super().__init__(title, " ")
        self._most = most
        self._nothing = nothing
        self._rows: list[QWidget] = []
        self._things: tuple[KnownThing, ...] | None = None

    def show_things(self, things: Iterable[KnownThing]) -> None:
        """Show these things."""
        found = tuple(things)
        if found == self._things:
            return
        self._things = found
        for each in self._rows:
            self.body.removeWidget(each)
            each.hide()
            each.deleteLater()
        self._rows = [_row(each) for each in found[: self._most]]
        if len(found) > self._most:
            self._rows.append(Label(self.tr("and {n} more").format(n=f"{len(found) - self._most:,}"), Part.MUTED))
        if not found:
            self._rows.append(Label(self._nothing, Part.MUTED, wraps=True))
        for each in self._rows:
            self.add(each)
        self.heading.show_remark(f"{len(found):,}" if found else "")


def _row(thing: KnownThing) -> QWidget:
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(Label(breakable(thing.words, 240), wraps=True))
    if thing.remark:
        words.addWidget(Label(thing.remark, Part.SMALL, wraps=True))
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.addLayout(words, 1)
    if thing.pill:
        line.addWidget(Pill(thing.pill, thing.tone))
    return row
