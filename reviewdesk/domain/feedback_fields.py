"""What the fields of a feedback form are called, and what the values in them say."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from reviewdesk.domain.answer import Asked
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.feedback import (
    DIMENSIONS,
    LONGEST_COMMENT,
    LONGEST_NAME,
    MARKED,
    SCORES,
    FilledIn,
    FormMark,
    Quoting,
)
from reviewdesk.domain.review import Feeling

MARK: Final = "rd_"
MATTERS: Final = "_matters"
QUOTE, NAME, COLLEAGUE, BETTER = "quote", "name", "colleague", "better"
TICKED: Final = "Yes"
_SCORES: Final = {Asked.RECOMMEND: "recommend", Asked.CONTENT: "content", Asked.EASE: "ease"}
FIELD_OF: Final[Mapping[Asked, str]] = {**_SCORES, **{each: each.value.replace(" ", "_") for each in DIMENSIONS}}
FELT: Final[Mapping[Feeling, str]] = {each: f"felt_{each.value}" for each in Feeling}
QUOTED: Final[Mapping[Quoting, str]] = {Quoting.NO: "no", Quoting.UNNAMED: "unnamed", Quoting.NAMED: "named"}
EVERY: Final = frozenset(
    {
        *FIELD_OF.values(), *(f"{FIELD_OF[each]}{MATTERS}" for each in DIMENSIONS), *FELT.values(), QUOTE, NAME,
        COLLEAGUE, BETTER, *(f"{MARK}{each}" for each in MARKED),
    }
)  # fmt: skip
_LARGEST: Final = 2


class FormState(StrEnum):
    """What a file turned out to be, as far as its reader can tell."""

    FORM = "form"
    FLAT = "flat"
    CHANGED = "changed"
    LOCKED = "locked"
    LIVE = "live"
    DAMAGED = "damaged"
    TOO_LARGE = "too large"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRead:
    """A file that may be a form: its mark and what is filled in, or its printed code where the fields are gone."""

    state: FormState
    mark: FormMark | None = None
    filled: FilledIn | None = None
    code: str = ""


def form_read(values: Mapping[str, str]) -> FormRead:
    """Give what the fields of a file say; without all of our marks it is another file."""
    marked = {each: values.get(f"{MARK}{each}") for each in MARKED}
    if not any(marked.values()):
        return FormRead(state=FormState.OTHER)
    mark = FormMark(**{name: value or "" for name, value in marked.items()})
    try:
        filled = _filled_in(values)
    except (RefusedError, ValueError):
        return FormRead(state=FormState.CHANGED, mark=mark)
    return FormRead(state=FormState.FORM, mark=mark, filled=filled)


def _filled_in(values: Mapping[str, str]) -> FilledIn:
    """Give what was answered.

    Raises:
        ValueError: a value is none that the form offers.
        RefusedError: a value lies outside its scale.
    """
    quoting = {word: each for each, word in QUOTED.items()}
    quote, name = values.get(QUOTE, ""), values.get(NAME, "")
    if quote and quote not in quoting:
        raise ValueError(quote)
    return FilledIn(
        scores={each: _whole(values[FIELD_OF[each]]) for each in (*SCORES, *DIMENSIONS) if values.get(FIELD_OF[each])},
        matters={each: _whole(values[of]) for each in DIMENSIONS if values.get(of := f"{FIELD_OF[each]}{MATTERS}")},
        feelings=tuple(each for each, field in FELT.items() if _ticked(values.get(field, ""))),
        colleague=values.get(COLLEAGUE, "")[:LONGEST_COMMENT].strip(),
        better=values.get(BETTER, "")[:LONGEST_COMMENT].strip(),
        quoting=quoting.get(quote),
        name=" ".join(name.split())[:LONGEST_NAME],
    )


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= _LARGEST):
        raise ValueError(text)
    return int(text)


def _ticked(text: str) -> bool:
    if text and text != TICKED:
        raise ValueError(text)
    return text == TICKED
