"""The org chart of an account: who reports to whom, and where each of them stands when it is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from reviewdesk.domain.people import Person


@dataclass(frozen=True, slots=True)
class Placed:
    """One person in the tree: `level` counts the bosses above, `row` is halfway between the first and last report."""

    person: Person
    boss_id: UUID | None
    level: int
    row: float


@dataclass(frozen=True, slots=True)
class OrgChart:
    """The people who report to somebody or are reported to, each boss before their reports, and the others beside."""

    placed: tuple[Placed, ...] = ()
    beside: tuple[Person, ...] = ()
    levels: int = 0
    rows: int = 0

    def reports_of(self, boss_id: UUID | None) -> tuple[Placed, ...]:
        """Give who reports to somebody, in the order in which they are drawn; to nobody: those at the top."""
        return tuple(each for each in self.placed if each.boss_id == boss_id)


def org_chart(people: Sequence[Person]) -> OrgChart:
    """Place people in a tree that grows from left to right, in the order in which they are given.

    A circle, as a careless file may hold, is opened at the first of its people.
    """
    known = {each.id for each in people}
    bosses = {each.reports_to_id for each in people if each.reports_to_id in known}
    tied = [each for each in people if each.id in bosses or each.reports_to_id in known]
    drawing = _Drawing(tied)
    for top in (*(each for each in tied if each.reports_to_id not in known), *tied):
        drawing.draw(top, None, 0)
    placed = tuple(drawing.placed[each] for each in drawing.begun)
    beside = tuple(each for each in people if each not in tied)
    return OrgChart(placed, beside, max((each.level + 1 for each in placed), default=0), drawing.rows)


class _Drawing:
    """A tree that is being drawn, row by row."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._people = people
        self.placed: dict[UUID, Placed] = {}
        self.begun: list[UUID] = []
        self.rows = 0

    def draw(self, person: Person, boss_id: UUID | None, level: int) -> float | None:
        """Draw somebody with all below them, unless that was done; give their row."""
        if person.id in self.begun:
            return None
        self.begun.append(person.id)
        below = [self.draw(each, person.id, level + 1) for each in self._people if each.reports_to_id == person.id]
        rows = [each for each in below if each is not None]
        if rows:
            row = (rows[0] + rows[-1]) / 2
        else:
            row = float(self.rows)
            self.rows += 1
        self.placed[person.id] = Placed(person, boss_id, level, row)
        return row
