"""The form at the end of a hand-off pack: the names of its fields, and what stands in them when it comes back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

KIND: Final = "hand-off"
ANSWER: Final = "hand_off_answer"
ACCEPTED: Final = "accepted"
RETURNED: Final = "returned"
NAMES: Final = ("passed_by", "accepted_by")
DAYS: Final = ("passed_on", "answered_on")
GAPS: Final = "gaps"
DOCUMENT: Final = "document"
ROUND: Final = "hand_off"
FIELDS: Final = frozenset((ANSWER, GAPS, DOCUMENT, ROUND, *NAMES, *DAYS))


@dataclass(frozen=True, slots=True)
class FormSaid:
    """What a form that came back says: of which round it is, accepted or returned, by whom, on which day in words."""

    round: str
    answer: str
    who: str
    on: str
    gaps: str


def is_hand_off(values: Mapping[str, str]) -> bool:
    """Say whether the fields of a file are those of a hand-off."""
    return values.get(DOCUMENT) == KIND


def form_said(values: Mapping[str, str]) -> FormSaid:
    """Give what stands in the fields."""
    told = {name: values.get(name, "").strip() for name in FIELDS}
    return FormSaid(told[ROUND], told[ANSWER], told[NAMES[1]], told[DAYS[1]], told[GAPS])
