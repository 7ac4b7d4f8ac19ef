"""The fields of a concern as they are typed: how each is read, and when it cannot be."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from reviewdesk.domain.concern import SEVERITIES, Ask, CauseKind, Concern, Mismatch
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.notes.day_words import read_day
from reviewdesk.domain.quoting import plain_wording
from reviewdesk.services import typed_values as typed
from reviewdesk.services.typed_values import Reader

_BY: Final = " by "
MOST_REASONS: Final = 3
TAGS: Final = ("products", "lots", "sites", "carriers", "processes", "contract_terms")


def their_words(text: str) -> str:
    """Read what worries them.

    Raises:
        RefusedError: there are no words.
    """
    if not text.strip():
        raise RefusedError("Write what worries them, in their own words.")
    return " ".join(text.split())


def _severity(text: str) -> int:
    tidy = text.strip()
    if tidy not in {str(each) for each in SEVERITIES}:
        choices = ", ".join(f"{number} {words}" for number, words in SEVERITIES.items())
        raise RefusedError(f"The severity is one of these: {choices}.")
    return int(tidy)


def _reasons(text: str) -> tuple[str, ...]:
    found = typed.several(text)
    if len(found) > MOST_REASONS:
        raise RefusedError("A concern has up to three reasons. Keep the three that weigh most.")
    return found


def named_tags(text: str) -> tuple[str, ...]:
    """Read products, lots and the like, with “;” or lines between them, each once; a comma may belong to a name."""
    found = (" ".join(each.split()) for each in re.split(r"[;\n]", text))
    return tuple(dict.fromkeys(each for each in found if each))


def _asks(text: str, today: date) -> tuple[Ask, ...]:
    """Read what they asked for, one a line, each with its day behind “by”."""
    return tuple(_ask(each.strip(), today) for each in text.splitlines() if each.strip())


def _ask(line: str, today: date) -> Ask:
    what, by, day = line.rpartition(_BY)
    found = read_day(day, today, expected=True) if by and what.strip() else None
    return Ask(what=line) if found is None else Ask(what=what.strip(), due=found.day)


CONCERN_FIELDS: Final[Mapping[str, Reader]] = {
    "words": their_words,
    "severity": _severity,
    "cost": typed.amount,
    **dict.fromkeys(("summary", "root_cause", "fix", "team", "beyond_the_fix", "why_withdrawn"), typed.words),
    **dict.fromkeys(("set_aside", "by_letter"), typed.yes_or_no),
    "reasons": _reasons,
    "tags": typed.several,
    **dict.fromkeys(TAGS, named_tags),
    "cause_kind": typed.one_of(CauseKind),
    "mismatch": typed.one_of(Mismatch),
}
CONCERN_DAYS: Final[Mapping[str, Callable[[str, date], Any]]] = {
    "plan_due": typed.day,
    "fix_due": typed.day,
    "told_on": typed.past_day,
    "raised_on": typed.past_day,
    "asks": _asks,
}


def changed_concern(concern: Concern, field: str, text: str, today: date) -> Concern:
    """Put what was typed into a field of a concern.

    Raises:
        RefusedError: it cannot be read as what the field holds.
    """
    days = CONCERN_DAYS.get(field)
    value: Any = days(text, today) if days else CONCERN_FIELDS[field](text)
    if field == "summary":
        value = value or plain_wording(concern.words)
    if field == "root_cause":
        known = concern.cause_on or today
        return replace(concern, root_cause=value, cause_on=known if value else None)
    if field == "raised_on":
        day = _raised(concern, value, today)
        return replace(concern, raised_on=day, raised_at=concern.raised_at if day == concern.raised_on else None)
    if isinstance(value, date) and value < concern.raised_on:
        raise RefusedError(f"It was raised on {short_day(concern.raised_on, today)}. Type that day or a later one.")
    return replace(concern, **{field: value})


def _raised(concern: Concern, day: date | None, today: date) -> date:
    if day is None:
        raise RefusedError("Say on which day they raised it, like 3 Nov or last week.")
    if concern.told_on is not None and concern.told_on < day:
        raise RefusedError(f"They were told on {short_day(concern.told_on, today)}. Type that day or an earlier one.")
    return day
