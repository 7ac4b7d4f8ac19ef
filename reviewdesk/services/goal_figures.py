"""Pastes figures into the goals of a review: looked at first, then taken in one step."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.goal_figures import FigureRow, actual_of, read_figures
from reviewdesk.domain.review import Actual
from reviewdesk.services.gathering import day_rules
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store


class GoalFigureService:
    """Reads cells as figures of the goals of a review's account."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def read(self, review_id: UUID, text: str) -> tuple[FigureRow, ...]:
        """Give what these cells say, row by row, each with what stands in its way."""
        with self._store.read() as reading:
            return _read(reading, review_id, text)

    def take(self, review_id: UUID, text: str) -> Outcome[tuple[Actual, ...]]:
        """Note the figures of all rows that can be taken, in place of those the review has; new names become goals.

        Raises:
            RefusedError: no row can be taken.
        """
        with self._store.write("Paste figures") as work:
            review = work.reviews.get(review_id)
            rows = [each for each in _read(work, review_id, text) if not each.problem]
            if not rows:
                raise RefusedError("No row of these cells is a figure for a goal. Paste a name and a figure a row.")
            kept: dict[UUID, Actual] = {each.goal_id: each for each in work.actuals.where(review_id=review_id)}
            for row in _last_of_each(rows):
                goal = row.goal or work.goals.put(row.as_goal(review.account_id))
                actual, known = actual_of(row, goal, review_id), kept.get(goal.id)
                kept[goal.id] = work.actuals.put(_in_place_of(known, actual) if known else actual)
        return Outcome(tuple(kept.values()), work.changes)


def _in_place_of(known: Actual, fresh: Actual) -> Actual:
    """Put a figure in place of one that is there; what its cells do not say stays, and so does what was said of it."""
    return replace(
        fresh,
        id=known.id,
        version=known.version,
        source=fresh.source or known.source,
        measured_on=fresh.measured_on or known.measured_on,
        status=known.status if fresh.value == known.value else fresh.status,
    )


def _read(reading: Reading, review_id: UUID, text: str) -> tuple[FigureRow, ...]:
    review = reading.reviews.get(review_id)
    goals = reading.goals.where(account_id=review.account_id)
    return read_figures(text, goals, review.held_on or reading.clock.today(), day_rules(reading))


def _last_of_each(rows: Iterable[FigureRow]) -> tuple[FigureRow, ...]:
    """Give one row for each goal: where a name stands twice, the later row."""
    return tuple({" ".join(each.what.casefold().split()): each for each in rows}.values())
