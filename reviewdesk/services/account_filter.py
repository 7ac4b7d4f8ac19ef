"""What the list of accounts is filtered by: words that are typed, and chips in families."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import compress
from typing import Any, Final
from uuid import UUID

from reviewdesk.domain.account import AccountStatus, Tier
from reviewdesk.domain.health_settings import Band
from reviewdesk.domain.intervals import DueState
from reviewdesk.domain.text import fold
from reviewdesk.services.account_values import AccountRow

NOTICE_WITHIN: Final = timedelta(days=90)
_MOST: Final = 3
GONE: Final = frozenset({AccountStatus.LOST, AccountStatus.ARCHIVED})
OWN: Final = "own:"
Own = Mapping[str, Any]
Passes = Callable[[AccountRow, Own, date], bool]


def is_own(key: str) -> bool:
    """Say whether what is known under this key stands in a field of the person's own."""
    return key.startswith(OWN)


@dataclass(frozen=True, slots=True)
class Filter:
    """One chip: its key, its words, its family (any chip of one will do), and which accounts pass."""

    key: str
    words: str
    family: str
    passes: Passes


@dataclass(frozen=True, slots=True)
class Listed:
    """One account of the list: what more is known of it, its words folded, and the chips it passes as bits."""

    row: AccountRow
    own: Own
    text: str
    bits: int


def listed(row: AccountRow, own: Own, today: date) -> Listed:
    """Fold the words of an account once, and see once which chips it passes."""
    own_words = fold("\n".join((row.name, row.next_step, own.get("names", ""), *own.get("tags", ()), *_words(own))))
    text = f"{own_words}\n{_folded(row.city)}\n{_folded(row.industry)}\n{_folded(row.owner)}"
    bits = 0
    for at, each in enumerate(FILTERS):
        if each.passes(row, own, today):
            bits |= 1 << at
    return Listed(row, own, text, bits)


def with_more(each: Listed, more: Own) -> Listed:
    """Give an account with more known of it; what stands in the person's own fields can be filtered by."""
    words = fold("\n".join(_words(more)))
    return replace(each, own={**each.own, **more}, text=f"{each.text}\n{words}" if words else each.text)


def _words(own: Own) -> Iterator[str]:
    return (value for key, value in own.items() if is_own(key) and isinstance(value, str))


# Many accounts share their city, their industry and their owner.
_folded = lru_cache(maxsize=4_096)(fold)


def _of_tier(tier: Tier) -> Passes:
    def passes(row: AccountRow, _own: Own, _today: date) -> bool:
        return row.tier is tier

    return passes


def _of_status(status: AccountStatus) -> Passes:
    def passes(row: AccountRow, _own: Own, _today: date) -> bool:
        return row.status is status

    return passes


def _is_at_risk(row: AccountRow, _own: Own, _today: date) -> bool:
    return row.band is Band.AT_RISK


def _is_late(row: AccountRow, _own: Own, _today: date) -> bool:
    return row.next_review is not None and row.next_review.state is DueState.LATE


def _is_due_soon(row: AccountRow, _own: Own, _today: date) -> bool:
    return row.next_review is not None and row.next_review.state in {DueState.SOON, DueState.OVER}


def _is_quiet(row: AccountRow, _own: Own, _today: date) -> bool:
    return row.is_quiet


def _was_never_asked(row: AccountRow, _own: Own, _today: date) -> bool:
    return row.never_asked


def _raised_nothing(row: AccountRow, _own: Own, _today: date) -> bool:
    return row.raised_nothing


def _has_concerns(row: AccountRow, _own: Own, _today: date) -> bool:
    return row.open_concerns > 0


def _has_late_promises(row: AccountRow, _own: Own, _today: date) -> bool:
    return row.late_promises > 0


def _has_notice_ahead(_row: AccountRow, own: Own, today: date) -> bool:
    day = own.get("open_notice")
    return day is not None and today <= day <= today + NOTICE_WITHIN


def _is_mine(row: AccountRow, _own: Own, _today: date) -> bool:
    return row.owner_is_me


FILTERS: Final = (
    *(Filter(each.value, each.value, "tier", _of_tier(each)) for each in Tier),
    Filter("risk", "At risk", "health", _is_at_risk),
    Filter("quiet", "Quiet", "silence", _is_quiet),
    Filter("unasked", "Never asked", "silence", _was_never_asked),
    Filter("silent", "Raised nothing", "silence", _raised_nothing),
    Filter("late", "Review late", "review", _is_late),
    Filter("soon", "Due soon", "review", _is_due_soon),
    Filter("promises", "Late promises", "promises", _has_late_promises),
    Filter("concerns", "Open concerns", "concerns", _has_concerns),
    Filter("notice", "Contract notice", "notice", _has_notice_ahead),
    Filter("mine", "Mine", "owner", _is_mine),
    Filter("lost", "Lost", "gone", _of_status(AccountStatus.LOST)),
    Filter("archived", "Archived", "gone", _of_status(AccountStatus.ARCHIVED)),
)
_BIT: Final = {each.key: 1 << at for at, each in enumerate(FILTERS)}
_FAMILY: Final = {each.key: each.family for each in FILTERS}
GONE_BITS: Final = _BIT["lost"] | _BIT["archived"]


def bit_of(chip: str) -> int:
    """Give the bit of a chip."""
    return _BIT[chip]


def masks_of(chips: Collection[str]) -> tuple[int, ...]:
    """Give one mask for each family of chips that are on; a chip nobody knows any more counts for nothing."""
    masks: dict[str, int] = {}
    for each in chips:
        if each in _BIT:
            masks[_FAMILY[each]] = masks.get(_FAMILY[each], 0) | _BIT[each]
    return tuple(masks.values())


def shows_gone(chips: Collection[str]) -> bool:
    """Say whether accounts that are lost or archived were asked for; else they stay out of the list."""
    return any(_FAMILY.get(each) == "gone" for each in chips)


def places_left(rows: "Listings", among: Iterable[int], text: str, chips: Collection[str]) -> list[int]:
    """Give the places, of these, whose account holds all words typed and passes a chip of each family."""
    bits = rows.bits
    left = list(among) if shows_gone(chips) else [at for at in among if not bits[at] & GONE_BITS]
    for mask in masks_of(chips):
        left = [at for at in left if bits[at] & mask]
    return places_holding(rows, left, fold(text))


def places_among(rows: "Listings", among: Iterable[int], only: Collection[UUID], chips: Collection[str]) -> list[int]:
    """Give the places of these accounts that pass a chip of each family; lost and archived ones are shown too."""
    left = [at for at in among if rows.rows[at].row.id in only]
    for mask in masks_of(chips):
        left = [at for at in left if rows.bits[at] & mask]
    return left


def places_holding(rows: "Listings", among: Sequence[int], folded: str) -> list[int]:
    """Give the places, of these, whose account holds all words of a folded text."""
    texts, left = rows.texts, list(among)
    for word in folded.split():
        if len(left) * _MOST > len(texts):
            # Through all texts as they lie in memory, which is faster than through most of them here and there.
            holds = [word in text for text in texts]
            left = list(compress(left, map(holds.__getitem__, left)))
        else:
            left = [at for at in left if word in texts[at]]
    return left


@dataclass(frozen=True, slots=True)
class Listings:
    """All accounts of the list, with their words and bits beside them, so that a filter is one look at each."""

    rows: tuple[Listed, ...]
    texts: tuple[str, ...]
    bits: tuple[int, ...]

    @classmethod
    def of(cls, rows: Iterable[Listed]) -> "Listings":
        """Lay the words and bits beside the rows."""
        kept = tuple(rows)
        return cls(kept, tuple(each.text for each in kept), tuple(each.bits for each in kept))

    def counts(self) -> dict[str, int]:
        """Count how many each chip leaves; of the lost and archived only their own chips speak."""
        here = [each for each in self.bits if not each & GONE_BITS]
        gone = {"lost", "archived"}
        return {
            each.key: sum(1 for bits in (self.bits if each.key in gone else here) if bits & _BIT[each.key])
            for each in FILTERS
        }

    def left_by(self, text: str, chips: Collection[str]) -> list[int]:
        """Give the places that a filter leaves, in their order."""
        return places_left(self, range(len(self.rows)), text, chips)
