"""What an account is told of problems it shares with others, in words that may lie open in a meeting."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from reviewdesk.domain.shared_problem import Affected, Reach
from reviewdesk.storage.reading import Reading

AT_MOST: Final = timedelta(days=180)


def problems_told(reading: Reading, account_id: UUID, last_review: date) -> tuple[str, ...]:
    """Give what an account was told and given of each problem that is worked on, or ended since its last review.

    Who was not told yet hears of it by a call and not from a paper. It holds the words for customers and what this
    account was given; the name of the problem, who raised it and who else shares it are ours.
    """
    return tuple(dict.fromkeys(words for known, words in _each(reading, account_id, last_review) if known.knows))


def problems_untold(reading: Reading, account_id: UUID) -> tuple[str, ...]:
    """Give what an account is still to be told, for our side alone: "not told yet: We replace every cap."."""
    left = (words for known, words in _each(reading, account_id, date.max) if not (known.is_settled or known.knows))
    return tuple(dict.fromkeys(f"not told yet: {each}" for each in left))


def problems_in_brief(reading: Reading, account_id: UUID) -> tuple[str, ...]:
    """Give what an account was told since its last review, and what it is still to be told."""
    told = problems_told(reading, account_id, last_held(reading, account_id, None))
    return (*told, *problems_untold(reading, account_id))


def _each(reading: Reading, account_id: UUID, last_review: date) -> Iterator[tuple[Affected, str]]:
    since = max(last_review, reading.clock.today() - AT_MOST)
    for each in reading.affected.where(account_id=account_id):
        problem = reading.shared_problems.find(each.problem_id)
        if problem is None or each.reach is Reach.NOT_AFFECTED:
            continue
        if problem.ended_on is None or problem.ended_on >= since:
            given = f"({each.given})" if each.given else ""
            words = " ".join(part for part in (problem.remedy_words, given) if part)
            if words:
                yield each, words


def last_held(reading: Reading, account_id: UUID, before: UUID | None) -> date:
    """Give the day of the last review that was held, other than the one that is asked about."""
    held = (each for each in reading.reviews.outlines(account_id) if each.is_held and each.id != before)
    return max((each.day for each in held if each.day), default=date.min)
