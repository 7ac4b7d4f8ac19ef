"""What people answered, put together: NPS, CSAT and CES, each with how many answers it rests on.

NPS and its margin: F. Reichheld, "The One Number You Need to Grow" (2003); the margin is the half width of the 95 %
interval of a difference of two shares, 1.96 x sqrt((p + d - (p - d)^2) / n).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID

from reviewdesk.domain.answer import SCALES, Answer, Asked

PROMOTER_FROM: Final = 9
PASSIVE_FROM: Final = 7
COUNTED_BELOW: Final = 10
TOP_BOXES: Final = 4
_HALF_WIDTH: Final = Decimal(196)
_HUNDRED: Final = Decimal(100)


class Trend(StrEnum):
    """Which way a score went, where the difference is more than chance."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nps:
    """How many would recommend us, by answer, by account or by revenue.

    `weight_*` are what is shared out: answers, accounts, or revenue. `n` counts answers or accounts. `heard_from` is
    the share of the revenue of those who answered, where it is by revenue.
    """

    promoters: int
    passives: int
    detractors: int
    weight_for: Decimal
    weight_against: Decimal
    weight: Decimal
    heard_from: Decimal | None = None

    @property
    def n(self) -> int:
        """How many answers, or accounts, there are."""
        return self.promoters + self.passives + self.detractors

    @property
    def score(self) -> Decimal | None:
        """The score from -100 to 100, unrounded; nothing where too few answered."""
        return None if self.n < COUNTED_BELOW or not self.weight else _HUNDRED * (self._for - self._against)

    @property
    def margin(self) -> Decimal | None:
        """Half the width of the interval the score lies in; nothing where it is not known, as where all are alike."""
        spread = self._for + self._against - (self._for - self._against) ** 2 if self.score is not None else Decimal(0)
        return _HALF_WIDTH * (spread / self.n).sqrt() if spread > 0 else None

    @property
    def words(self) -> str:
        """Say it: "+25 ± 47 from 12", or the counts where too few answered."""
        if self.score is None:
            return f"{self.promoters} promoters, {self.passives} passives, {self.detractors} detractors"
        margin = f" ± {whole(self.margin)}" if self.margin is not None else ", margin not known"
        return f"{whole(self.score):+d}{margin} from {self.n:,}"

    @property
    def _for(self) -> Decimal:
        return self.weight_for / self.weight

    @property
    def _against(self) -> Decimal:
        return self.weight_against / self.weight


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean, or a share in per cent, with the number of answers; nothing where nobody answered."""

    value: Decimal | None
    n: int


def whole(value: Decimal) -> int:
    """Round half up, away from zero for what is negative, as a person does."""
    return int(value.quantize(Decimal(1), ROUND_HALF_UP))


def nps(values: Iterable[Decimal | int]) -> Nps:
    """Put answers on 0-10 together, each counting once."""
    ones = [(Decimal(each), Decimal(1)) for each in values]
    return _weighed(ones)


def nps_by_account(means: Mapping[UUID, Decimal]) -> Nps:
    """Give each account one vote: the mean of its deciders, as `account_means` gives it."""
    return nps(means.values())


def nps_by_revenue(means: Mapping[UUID, Decimal], revenues: Mapping[UUID, Decimal]) -> Nps:
    """Let each account count by its positive revenue, and say what share of all revenue was heard from."""
    weights = {each: max(revenues.get(each, Decimal(0)), Decimal(0)) for each in means}
    total = sum((max(each, Decimal(0)) for each in revenues.values()), Decimal(0))
    heard = sum(weights.values(), Decimal(0))
    votes = [(value, weights[account]) for account, value in means.items() if weights[account]]
    return _weighed(votes, heard_from=heard / total if total else None)


def account_means(answers: Iterable[Answer], deciders: Collection[UUID]) -> dict[UUID, Decimal]:
    """Give the mean of each account's newest answers on 0-10: of its deciders, or of everybody where none answered."""
    newest: dict[tuple[UUID, UUID | None], Answer] = {}
    for each in sorted(_asked(answers, Asked.RECOMMEND), key=_day):
        newest[each.account_id, each.person_id] = each
    of_all, of_deciders = defaultdict(list), defaultdict(list)
    for each in newest.values():
        of_all[each.account_id].append(each.value)
        if each.person_id in deciders:
            of_deciders[each.account_id].append(each.value)
    chosen = {account: of_deciders.get(account, values) for account, values in of_all.items()}
    return {account: Decimal(sum(values)) / len(values) for account, values in chosen.items()}


def csat(values: Sequence[int]) -> Mean:
    """Give the share of the top two boxes on 1-5 in per cent."""
    top = sum(each >= TOP_BOXES for each in values)
    return Mean(_HUNDRED * top / len(values) if values else None, len(values))


def ces(values: Sequence[int]) -> Mean:
    """Give the mean on 1-7, where high is easy."""
    return Mean(Decimal(sum(values)) / len(values) if values else None, len(values))


def trend(before: Nps, now: Nps) -> Trend | None:
    """Say which way it went; nothing unless the difference exceeds both margins put together."""
    if before.score is None or now.score is None or before.margin is None or now.margin is None:
        return None
    difference = now.score - before.score
    if abs(difference) <= (before.margin**2 + now.margin**2).sqrt():
        return None
    return Trend.UP if difference > 0 else Trend.DOWN


def values_of(answers: Iterable[Answer], asked: Asked) -> list[int]:
    """Give the customers' own answers to one question; our guesses are not among them."""
    return [each.value for each in _asked(answers, asked)]


def _asked(answers: Iterable[Answer], asked: Asked) -> list[Answer]:
    """Give the answers to a question that are on its own scale: different ones are never put together."""
    return [each for each in answers if each.asked is asked and each.scale is SCALES[asked] and not each.is_guess]


def _day(answer: Answer) -> tuple[object, UUID]:
    return answer.answered_on, answer.id


def _weighed(votes: Sequence[tuple[Decimal, Decimal]], *, heard_from: Decimal | None = None) -> Nps:
    for_us = [weight for value, weight in votes if value >= PROMOTER_FROM]
    against = [weight for value, weight in votes if value < PASSIVE_FROM]
    return Nps(
        promoters=len(for_us),
        passives=len(votes) - len(for_us) - len(against),
        detractors=len(against),
        weight_for=sum(for_us, Decimal(0)),
        weight_against=sum(against, Decimal(0)),
        weight=sum((weight for _, weight in votes), Decimal(0)),
        heard_from=heard_from,
    )
