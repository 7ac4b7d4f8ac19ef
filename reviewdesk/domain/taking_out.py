"""Taking words out of a customer's summary: the smallest part that holds them goes, nothing else changes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.leaks import fold
from reviewdesk.domain.summary import CustomerSummary, LastPromises

CALLED: Final = {
    "sentences": "the sentence", "heard": "what was heard:", "decisions": "the decision", "we_will": "our promise",
    "you_will": "their promise", "ask": "the ask", "commitment": "the commitment", "concerns": "the concern",
    "last_promises": "the earlier promise",
}  # fmt: skip
ONLY_HERE: Final = {
    "theirs": "the name",
    "ours": "the name",
    "place": "the place",
    "goals": "the goal",
    "done_for_you": "what we did:",
}
LONGEST: Final = 90
STAYS = frozenset({"vendor", "branding", "account", "language", "title", "period", "charts"})


def without(summary: CustomerSummary, words: str) -> CustomerSummary:
    """Take every line, table row or sentence out that holds these words.

    Raises:
        RefusedError: they stand in a part that cannot be taken out.
    """
    wanted = fold(words)
    parts = [each.name for each in fields(summary) if each.name not in STAYS]
    left: dict[str, Any] = {name: _without(getattr(summary, name), wanted) for name in parts}
    fresh = replace(summary, **left)
    if fresh == summary:
        raise RefusedError(f"“{words}” stands in a part that cannot be taken out. Change it where it was typed.")
    return fresh


def what_goes(summary: CustomerSummary, words: str) -> str:
    """Say what is left out with these words; empty where they stand in what cannot be taken out."""
    wanted = fold(words)
    lasting = list(dict.fromkeys(_named(summary, wanted, CALLED)))
    if lasting:
        return f"{', '.join(lasting)} {_is(lasting)} taken out of this summary and set aside for later ones"
    here = list(dict.fromkeys(_named(summary, wanted, ONLY_HERE)))
    return f"{', '.join(here)} {_is(here)} taken out of this summary" if here else ""


def _named(summary: CustomerSummary, wanted: str, called: Mapping[str, str]) -> Iterator[str]:
    for name, noun in called.items():
        for part in _parts(getattr(summary, name)):
            if _holds(part, wanted):
                yield f"{noun} “{_short(part)}”"


def _parts(value: object) -> tuple[object, ...]:
    if isinstance(value, LastPromises):
        return (*value.ours, *value.theirs_open)
    return value if isinstance(value, tuple) else (value,)


def _short(part: object) -> str:
    text = part if isinstance(part, str) else str(getattr(part, fields(part)[0].name))  # type: ignore[arg-type]
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 2]}…"


def _is(named: Sequence[str]) -> str:
    return "is" if len(named) == 1 else "are"


def _without(value: object, words: str) -> object:
    if isinstance(value, tuple):
        return tuple(each for each in value if not _holds(each, words))
    if isinstance(value, str):
        return "" if _holds(value, words) else value
    if is_dataclass(value) and not isinstance(value, type) and _holds(value, words):
        return replace(value, **{each.name: _without(getattr(value, each.name), words) for each in fields(value)})
    return value


def _holds(value: object, words: str) -> bool:
    if isinstance(value, str):
        return words in fold(value)
    if isinstance(value, tuple):
        return any(_holds(each, words) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return any(_holds(getattr(value, each.name), words) for each in fields(value))
    return False
