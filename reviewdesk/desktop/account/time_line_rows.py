"""What happened with an account, in the words and icons of its time line."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Final

from reviewdesk.desktop.account.fields import DETAILS, PERSON_DETAILS
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import Section
from reviewdesk.desktop.widgets.row_value import Row
from reviewdesk.domain.concern import Stage
from reviewdesk.domain.follow_up import Ending, Side
from reviewdesk.domain.happening import Event, What
from reviewdesk.domain.languages import language_name
from reviewdesk.domain.money import format_money
from reviewdesk.domain.planned_change import Taken
from reviewdesk.domain.shared_problem import SPOKEN_WITH

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_LABELS: Final[Mapping[str, str]] = {
    **{each.name: each.label for _, group in DETAILS for each in group},
    **{each.name: each.label for each in PERSON_DETAILS},
    "owner_id": "Owner",
    "parent_id": "Part of",
    "reports_to_id": "Reports to",
    "known_by_id": "Who of us knows them",
    "tier": "Tier",
    "tier_reason": "Why the tier is set by hand",
    "added_on": "Added on",
    "notes": "Notes",
}
_STAGE_TONES: Final = {Stage.FIXED.value: Tone.ACCENT, Stage.CONFIRMED.value: Tone.GOOD}
_ENDING_TONES: Final = {
    Ending.KEPT.value: Tone.GOOD, Ending.KEPT_LATE.value: Tone.WARN, Ending.BROKEN.value: Tone.BAD
}  # fmt: skip
_TAKEN_TONES: Final = {Taken.WELL.value: Tone.GOOD, Taken.BADLY.value: Tone.BAD}
_SPOKEN_WITH: Final = frozenset(each.value for each in SPOKEN_WITH)
_LONGEST: Final = 160


def sections_of(events: Iterable[Event]) -> tuple[Section, ...]:
    """Put events under their months; the newest come first as they are given."""
    found = []
    numbered = enumerate(events)
    for (year, month), of_month in groupby(numbered, key=_month):
        rows = tuple(_row(number, event) for number, event in of_month)
        found.append(Section(f"{_MONTHS[month - 1]} {year}", rows))
    return tuple(found)


def _month(numbered: tuple[int, Event]) -> tuple[int, int]:
    return numbered[1].day.year, numbered[1].day.month


def _row(number: int, event: Event) -> Row:
    icon, words = _WAYS[event.what]
    title, meta, pill = words(event)
    day = "in all" if event.what is What.BOUGHT else f"{event.day.day} {_MONTHS[event.day.month - 1][:3]}"
    return Row(
        (event.what, event.record_id, number), _short(title), _short(meta), time=day, icon=icon,
        pills=(pill,) if pill else (),
    )  # fmt: skip


Words = tuple[str, str, PillText | None]


def _held(event: Event) -> Words:
    return f"{event.words.capitalize()} review held", event.detail, None


def _cancelled(event: Event) -> Words:
    return f"{event.words.capitalize()} review cancelled", event.detail, None


def _sent(event: Event) -> Words:
    again = f"Corrected version {event.number}" if event.number and event.number > 1 else ""
    return "Summary sent", again, None


def _note(event: Event) -> Words:
    return event.words, "", None


def _contact(event: Event) -> Words:
    return event.words or event.detail.capitalize(), _joined(event.detail if event.words else "", event.person), None


def _raised(event: Event) -> Words:
    severity = int(event.number or 1)
    tone = Tone.BAD if severity > 2 else Tone.WARN if severity > 1 else Tone.NEUTRAL
    return f"“{event.words}”", _joined("concern raised", event.person), PillText(f"severity {severity}", tone)


def _staged(event: Event) -> Words:
    return f"“{event.words}”", "concern", PillText(event.detail, _STAGE_TONES.get(event.detail, Tone.NEUTRAL))


def _said(event: Event) -> Words:
    side, _, promise = event.detail.partition("|")
    kind = f"promise, {side}" if promise == "1" else "follow-up" if side == Side.OURS.value else "they do it"
    return event.words, _joined(kind, event.person), None


def _ended(event: Event) -> Words:
    return event.words, "follow-up ended", PillText(event.detail, _ENDING_TONES.get(event.detail, Tone.NEUTRAL))


def _opportunity(event: Event) -> Words:
    return event.words, _joined("opportunity", event.detail), None


def _opportunity_ended(event: Event) -> Words:
    pill = PillText("won", Tone.GOOD) if event.number else PillText("lost", Tone.BAD)
    return event.words, "opportunity", pill


def _question(event: Event) -> Words:
    return event.words, "question asked", None


def _answered(event: Event) -> Words:
    return event.words, _joined("question answered", event.detail), PillText("answered", Tone.GOOD)


def _score(event: Event) -> Words:
    asked, scale, guess = event.detail.split("|")
    who = "our guess" if guess == "1" else event.person
    top = scale.partition("-")[2]
    return f"{asked.capitalize()}: {event.number} of {top}", _joined(who, event.words), None


def _quote(event: Event) -> Words:
    return f"“{event.words.strip('“”')}”", _joined("said by " + event.person if event.person else "quote"), None


def _switch(event: Event) -> Words:
    way, _, rival = event.detail.partition("|")
    return f"{event.words or 'Business'} went {way}".replace("went from", "came from"), rival, None


def _came(event: Event) -> Words:
    return f"{event.words} joined", event.detail, None


def _left(event: Event) -> Words:
    return f"{event.words} left", event.detail, None


def _bought(event: Event) -> Words:
    count = int(event.detail or 0)
    amount = format_money(event.number or Decimal(0), event.words, short=True)
    return f"Bought for {amount}", "1 purchase" if count == 1 else f"{count} purchases", None


def _file(event: Event) -> Words:
    return event.words, "file added", None


def _changed(event: Event) -> Words:
    label = _LABELS.get(event.words, event.words.replace("_", " ").capitalize())
    old, new = (language_name(each) if event.words == "language" else each for each in (event.old, event.new))
    became = f"{old or 'empty'} → {new or 'empty'}"
    return f"{label}: {became}", event.person, None


def _reached(event: Event) -> Words:
    reach, _, given = event.detail.partition("|")
    tone = Tone.GOOD if reach in _SPOKEN_WITH else Tone.NEUTRAL
    return event.words, _joined("shared problem", f"given: {given}" if given else ""), PillText(reach, tone)


def _announced(event: Event) -> Words:
    return event.words, f"change announced, from {_day(event.detail)}", None


def _taken(event: Event) -> Words:
    taken, _, words = event.detail.partition("|")
    return event.words, _joined("change", words), PillText(f"taken {taken}", _TAKEN_TONES.get(taken, Tone.NEUTRAL))


def _handed_over(event: Event) -> Words:
    return f"Handed over to {event.words}", "hand-off", None


def _hand_off_answered(event: Event) -> Words:
    pill = PillText("accepted", Tone.GOOD) if event.number else PillText("returned with gaps", Tone.WARN)
    return f"{event.words} answered the hand-off", event.detail, pill


def _loss_reviewed(event: Event) -> Words:
    return "Loss reviewed", f"asked by {event.words}" if event.words else "", None


def _day(text: str) -> str:
    day = date.fromisoformat(text)
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


_WAYS: Final[Mapping[What, tuple[str, Callable[[Event], Words]]]] = {
    What.REVIEW_HELD: ("calendar-check", _held),
    What.REVIEW_CANCELLED: ("x", _cancelled),
    What.SUMMARY_SENT: ("file-text", _sent),
    What.NOTE: ("notebook-pen", _note),
    What.CONTACT: ("phone", _contact),
    What.CONCERN_RAISED: ("message-square-warning", _raised),
    What.CONCERN_STAGE: ("message-square-warning", _staged),
    What.SAID: ("list-checks", _said),
    What.ENDED: ("circle-check", _ended),
    What.OPPORTUNITY: ("trending-up", _opportunity),
    What.OPPORTUNITY_ENDED: ("trending-up", _opportunity_ended),
    What.QUESTION: ("message-circle-question-mark", _question),
    What.ANSWERED: ("message-circle-question-mark", _answered),
    What.SCORE: ("star", _score),
    What.QUOTE: ("quote", _quote),
    What.SWITCH: ("log-out", _switch),
    What.JOINED: ("user", _came),
    What.LEFT: ("user-minus", _left),
    What.BOUGHT: ("package", _bought),
    What.FILE: ("paperclip", _file),
    What.CHANGED: ("pencil", _changed),
    What.REACHED: ("users", _reached),
    What.CHANGE_ANNOUNCED: ("megaphone", _announced),
    What.CHANGE_TAKEN: ("megaphone", _taken),
    What.HANDED_OVER: ("handshake", _handed_over),
    What.HAND_OFF_ANSWERED: ("handshake", _hand_off_answered),
    What.LOSS_REVIEWED: ("user-minus", _loss_reviewed),
}


def _joined(*parts: str) -> str:
    return " · ".join(each for each in parts if each)


def _short(text: str) -> str:
    """Keep a very long text from filling the page; its record shows it whole."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()} …"
