"""Reads and writes what is typed into a loss review: answers, causes and steps line by line, and the figures."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.loss_document import LossAnswer, LossCause, LossQuestion, PlannedStep
from reviewdesk.domain.reviewed_loss import ReviewedLoss
from reviewdesk.services import typed_values as typed

NOT_KNOWN: Final = frozenset({"don't know", "don’t know", "dont know", "do not know", "does not know", "?"})
QUESTIONS: Final = {each.name.lower(): each for each in LossQuestion}
SHARES: Final = ("margin", "retention", "discount", "chance")
AMOUNTS: Final = ("revenue", "up_front", "on_return", "cost_out")
_WORDS: Final = ("interviewer", "team", "cost_out_owner")
_STEPS: Final = ("plan", "lessons")
_MOST_YEARS: Final = 30
LEFT_ON: Final = "lost_on"
_STROKE: Final = re.compile(r"(?<!\S)/(?!\S)")


def with_field(loss: ReviewedLoss, field: str, text: str, today: date) -> ReviewedLoss:
    """Give the review with one field as it was typed.

    Raises:
        RefusedError: it cannot be read.
    """
    if field in QUESTIONS:
        others = tuple(each for each in loss.answers if each.question is not QUESTIONS[field])
        return replace(loss, answers=(*others, *answers_typed(QUESTIONS[field], text)))
    return replace(loss, **{field: _read(field, text, today)})  # type: ignore[arg-type]


def _read(field: str, text: str, today: date) -> object:
    if field == "causes":
        return tuple(_cause(each) for each in _lines(text))
    if field in _STEPS:
        return tuple(_step(each, today) for each in _lines(text))
    if field in _WORDS:
        return " ".join(text.split())
    if field == "what_happened":
        return typed.lines(text)
    return typed.day(text, today) if field == "cost_out_due" else _figure(field, text)


def _figure(field: str, text: str) -> Decimal | None:
    if field == "years":
        return _years(text)
    return _share(field, text) if field in SHARES else _amount(text)


def left_on(text: str, today: date) -> date:
    """Read the day on which they left.

    Raises:
        RefusedError: it is no day that has been.
    """
    found = typed.past_day(text, today)
    if found is None:
        raise RefusedError("Say the day on which they left, up to today. If they did not, set the status to active.")
    return found


def answers_typed(question: LossQuestion, text: str) -> tuple[LossAnswer, ...]:
    """Read "Anna: yes" or "Ben: don't know" from each line; a line without a name was said by nobody in particular."""
    return tuple(_answer(question, each) for each in _lines(text))


def _answer(question: LossQuestion, line: str) -> LossAnswer:
    who, colon, words = (each.strip() for each in line.partition(": "))
    who, words = (who, words) if who and colon else ("", line)
    unknown = words.casefold().rstrip(".") in NOT_KNOWN
    return LossAnswer(question=question, who=who, words="" if unknown else words, does_not_know=unknown)


def _cause(line: str) -> LossCause:
    words, kind, team = _parts(line)
    return LossCause(words=words, kind=kind, team=team)


def _step(line: str, today: date) -> PlannedStep:
    what, owner, due = _parts(line)
    return PlannedStep(what=what, owner=owner, due=typed.day(due, today) if due else None)


def _parts(line: str) -> list[str]:
    """Split a line at each stroke that stands alone; one within words, as in 24/7, is part of them."""
    return ([each.strip() for each in _STROKE.split(line, maxsplit=2)] + ["", ""])[:3]


def _lines(text: str) -> list[str]:
    return [each for each in typed.lines(text).splitlines() if each.strip(" /")]


def _amount(text: str) -> Decimal | None:
    found = typed.amount(text)
    if found is not None and found < 0:
        raise RefusedError("An amount here is 0 or more. Leave the field empty while it is not known.")
    return found


def _share(field: str, text: str) -> Decimal | None:
    found = typed.amount(text.strip().removesuffix("%"))
    if found is not None and not 0 <= found <= 100:  # noqa: PLR2004 - per cent
        raise RefusedError(f"Type the {field} in per cent, from 0 to 100.")
    return None if found is None else found / 100


def _years(text: str) -> Decimal | None:
    found = typed.amount(text)
    if found is not None and (found != int(found) or not 1 <= found <= _MOST_YEARS):
        raise RefusedError(f"Count whole years, from 1 to {_MOST_YEARS}.")
    return found


def written(loss: ReviewedLoss) -> dict[str, str]:
    """Give every field as a person would type it."""
    return {
        "interviewer": loss.interviewer, "team": loss.team, "what_happened": loss.what_happened,
        **{name: "\n".join(_answers(loss, each)) for name, each in QUESTIONS.items()},
        "causes": _joined((each.words, each.kind, each.team) for each in loss.causes),
        **{name: _joined(map(_written_step, getattr(loss, name))) for name in _STEPS},
        "cost_out_owner": loss.cost_out_owner, "cost_out_due": written_day(loss.cost_out_due),
        **{name: _plain(getattr(loss, name)) for name in (*AMOUNTS, "years")},
        **{name: _per_cent(getattr(loss, name)) for name in SHARES},
    }  # fmt: skip


def _answers(loss: ReviewedLoss, question: LossQuestion) -> Iterable[str]:
    for each in loss.answers:
        if each.question is question:
            words = "don't know" if each.does_not_know else each.words
            yield f"{each.who}: {words}" if each.who else words


def _written_step(step: PlannedStep) -> tuple[str, str, str]:
    return step.what, step.owner, written_day(step.due)


def _joined(rows: Iterable[tuple[str, str, str]]) -> str:
    return "\n".join(" / ".join(_without_empty_ends(row)).strip() for row in rows)


def _without_empty_ends(row: tuple[str, ...]) -> tuple[str, ...]:
    while row and not row[-1]:
        row = row[:-1]
    return row


def written_day(day: date | None) -> str:
    """Write a day with its year, so that one that has passed is read again as the same."""
    return short_day(day, date.min) if day else ""


def _per_cent(share: Decimal | None) -> str:
    return _plain(None if share is None else share * 100)


def _plain(amount: Decimal | None) -> str:
    if amount is None:
        return ""
    return f"{amount:f}".rstrip("0").rstrip(".") if "." in f"{amount:f}" else f"{amount:f}"
