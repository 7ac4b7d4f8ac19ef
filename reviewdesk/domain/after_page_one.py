"""What a summary says after its first page beside concerns, promises and goals: the next 90 days, their own answers."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from reviewdesk.domain.answer import SCALES, Asked
from reviewdesk.domain.asked_words import question
from reviewdesk.domain.charting import answers_since_last, newest_of
from reviewdesk.domain.relationship import DIMENSIONS
from reviewdesk.domain.summary import (
    FEWEST_FOR_A_SCORE,
    Agreed,
    CustomerSummary,
    PastPromise,
    PromiseState,
    ShownAnswer,
)
from reviewdesk.domain.summary_material import Material
from reviewdesk.domain.summary_words import words_in

AHEAD: Final = timedelta(days=90)
MOST: Final = 12


def next_days(summary: CustomerSummary) -> tuple[str, ...]:
    """Give by date what is to happen in the 90 days after a meeting, where that is more than was agreed in it."""
    earlier = list(_earlier(summary))
    if not earlier:
        return ()
    agreed = [*_dated(summary.we_will), *_dated(summary.you_will)]
    following = [(summary.next_review.on, summary.title, "")] if summary.next_review and summary.title else []
    until, words = _after(summary.held_on), words_in(summary.language)
    ahead = sorted(each for each in (*earlier, *agreed, *following) if summary.held_on <= each[0] <= until)
    return tuple(
        f"{words.short_day(day)}: {what}{f' ({owner})' if owner else ''}"
        for day, what, owner in dict.fromkeys(ahead[:MOST])
    )


def _after(day: date) -> date:
    return day + AHEAD if date.max - day > AHEAD else date.max


def _earlier(summary: CustomerSummary) -> Iterator[tuple[date, str, str]]:
    """Give what was promised before this meeting, is not done yet and has a day that is still ahead."""
    last = summary.last_promises
    still = [] if last is None else [*(each for each in last.ours if _is_open(each)), *last.theirs_open]
    for each in still:
        if each.due is not None and summary.held_on <= each.due <= _after(summary.held_on):
            yield each.due, each.what, each.owner


def _is_open(promise: PastPromise) -> bool:
    return promise.state is PromiseState.OPEN


def _dated(agreed: tuple[Agreed, ...]) -> Iterator[tuple[date, str, str]]:
    for each in agreed:
        if each.due is not None:
            yield each.due, each.what, each.owner


def own_answers(material: Material, day: date, language: str) -> tuple[ShownAnswer, ...]:
    """Give how they scored us since the review before: a score only from three, else how many answered.

    The dimensions of a relationship are not among it: they never stand on a customer's paper, whoever answered them.
    """
    given = newest_by_question(material, day)
    return tuple(
        ShownAnswer(question(asked, language), n=len(values), score=_mean(values), best=SCALES[asked].highest)
        for asked, values in given
    )


def newest_by_question(material: Material, day: date) -> list[tuple[Asked, list[int]]]:
    """Give the newest answer of each person to each score that was asked for since the review before."""
    given = answers_since_last(material, day)
    by_question = (
        (asked, newest_of(each for each in given if each.asked is asked)) for asked in Asked if asked not in DIMENSIONS
    )
    return [(asked, [each.value for each in answers]) for asked, answers in by_question if answers]


def _mean(values: list[int]) -> Decimal | None:
    if len(values) < FEWEST_FOR_A_SCORE:
        return None
    return (Decimal(sum(values)) / len(values)).quantize(Decimal("0.1"), ROUND_HALF_UP)
