"""Coverage: whether we know the people on whom an account hangs, and what to do where we do not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from reviewdesk.domain.intervals import counted_days, short_day
from reviewdesk.domain.people import Part, Person

SPONSOR_QUIET_DAYS: Final = 180
_DECIDERS: Final = frozenset({Part.SPONSOR, Part.DECIDES})


class Gap(StrEnum):
    """What can be missing among the people we know at an account, the worst first."""

    EVERYONE_LEFT = "everyone left"
    SPONSOR_LEFT = "sponsor left"
    ONE_CONTACT = "one contact only"
    NO_DECIDER = "no decision maker"
    NO_SPONSOR = "no sponsor"
    DECIDER_UNKNOWN = "decider not known to us"
    SPONSOR_QUIET = "sponsor quiet"
    PARTS_UNKNOWN = "parts not known"


_ORDER: Final = tuple(Gap)


@dataclass(frozen=True, slots=True)
class Missing:
    """One gap in its words, what to do about it, and whom it is about."""

    gap: Gap
    words: str
    to_do: str
    person_id: UUID | None = None

    @property
    def is_pressing(self) -> bool:
        """Say whether the account hangs on it; that nobody said who plays which part is only not known yet."""
        return self.gap is not Gap.PARTS_UNKNOWN


def coverage(
    people: Sequence[Person], spoke: Mapping[UUID, date], today: date, *, known_since: date | None = None
) -> tuple[Missing, ...]:
    """Give what is missing among these people, the worst first; nothing where nobody was ever known.

    `spoke` says when we last spoke with each of them. With a sponsor nobody ever spoke with, the days count from the
    day on which the account came into the book.
    """
    here = [each for each in people if each.left_on is None or each.left_on > today]
    gone = [each for each in people if each not in here]
    if not here:
        return (_everyone_left(gone, today),) if gone else ()
    found = [
        _one_contact(here),
        *_parts(here, gone, today),
        _nobody_knows(here),
        _quiet(here, spoke, today, known_since),
    ]
    return tuple(sorted((each for each in found if each is not None), key=_worst_first))


def last_spoke(contacts: Sequence[tuple[UUID | None, date]]) -> dict[UUID, date]:
    """Give the last day on which we spoke with each person, of who was there and when."""
    found: dict[UUID, date] = {}
    for person_id, day in contacts:
        if person_id is not None:
            found[person_id] = max(day, found.get(person_id, day))
    return found


def _everyone_left(gone: Sequence[Person], today: date) -> Missing:
    last = max(each.left_on for each in gone if each.left_on is not None)
    return Missing(
        Gap.EVERYONE_LEFT,
        f"everyone we knew has left, since {short_day(last, today)}",
        "Call their switchboard and ask who has taken over; add whoever you are told.",
    )


def _one_contact(here: Sequence[Person]) -> Missing | None:
    if len(here) != 1:
        return None
    only = here[0]
    return Missing(
        Gap.ONE_CONTACT,
        "one contact only",
        f"Ask {only.name} who else should be at the next review, and add them.",
        only.id,
    )


def _parts(here: Sequence[Person], gone: Sequence[Person], today: date) -> list[Missing]:
    if not any(each.part for each in (*here, *gone)):
        return [
            Missing(Gap.PARTS_UNKNOWN, "nobody’s part is known", "Say of each who decides, who backs us, who uses it.")
        ]
    found = []
    parts = {each.part for each in here}
    if Part.SPONSOR not in parts:
        found.append(_no_sponsor(gone, today))
    if Part.DECIDES not in parts:
        to_do = "Ask who signs the order, and give them the part “decision maker”."
        found.append(Missing(Gap.NO_DECIDER, "no decision maker known", to_do))
    return found


def _no_sponsor(gone: Sequence[Person], today: date) -> Missing:
    left = [each for each in gone if each.part is Part.SPONSOR and each.left_on is not None]
    newest = max(left, key=_left_on, default=None)
    if newest is None or newest.left_on is None:
        return Missing(
            Gap.NO_SPONSOR, "no sponsor", "Find out whose budget we are in, and ask for half an hour with them."
        )
    return Missing(
        Gap.SPONSOR_LEFT,
        f"no sponsor since {short_day(newest.left_on, today)}",
        f"Find out who follows {newest.name}, and meet them before the next review.",
        newest.id,
    )


def _nobody_knows(here: Sequence[Person]) -> Missing | None:
    deciders = [each for each in here if each.part in _DECIDERS]
    if not deciders or any(each.known_by_id is not None for each in deciders):
        return None
    first = min(deciders, key=_decides_first)
    return Missing(
        Gap.DECIDER_UNKNOWN,
        f"nobody of ours is said to know {first.name}",
        f"Say who of us knows {first.name}, or have somebody introduced.",
        first.id,
    )


def _quiet(here: Sequence[Person], spoke: Mapping[UUID, date], today: date, known_since: date | None) -> Missing | None:
    days = {}
    for each in here:
        since = spoke.get(each.id, known_since)
        if each.part is Part.SPONSOR and since is not None:
            days[each] = (today - since).days
    if not days or min(days.values()) < SPONSOR_QUIET_DAYS:
        return None
    sponsor = min(days, key=days.__getitem__)
    return Missing(
        Gap.SPONSOR_QUIET,
        f"{counted_days(days[sponsor])} without contact with the sponsor",
        f"Call {sponsor.name}, not for an order.",
        sponsor.id,
    )


def _worst_first(missing: Missing) -> int:
    return _ORDER.index(missing.gap)


def _left_on(person: Person) -> date:
    return person.left_on or date.min


def _decides_first(person: Person) -> tuple[bool, str]:
    return person.part is not Part.DECIDES, person.name
