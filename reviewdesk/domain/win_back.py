"""Is it worth winning a lost account back? What it would bring, what is at stake, and from which chance on it pays."""

from dataclasses import dataclass, field
from decimal import Decimal

from reviewdesk.domain.adding_up import whole_amounts
from reviewdesk.domain.audience import OUR_SIDE
from reviewdesk.domain.errors import RefusedError


@dataclass(frozen=True, slots=True, kw_only=True)
class WinBack:
    """What is known of winning an account back; rates are shares of one, 22 % is 0.22.

    `up_front` is spent in any case and alone at stake, `on_return` only if they come back.
    """

    revenue: Decimal = field(metadata=OUR_SIDE)
    margin: Decimal = field(metadata=OUR_SIDE)
    retention: Decimal = field(metadata=OUR_SIDE)
    years: int = field(metadata=OUR_SIDE)
    discount: Decimal = field(metadata=OUR_SIDE)
    up_front: Decimal = field(metadata=OUR_SIDE)
    on_return: Decimal = field(default=Decimal(0), metadata=OUR_SIDE)
    chance: Decimal | None = field(default=None, metadata=OUR_SIDE)

    def __post_init__(self) -> None:
        """Refuse what makes no sum."""
        if self.years < 1 or self.discount <= -1:
            raise RefusedError("Count at least one year, and a rate of interest above -100 %.")

    @property
    def by_year(self) -> tuple[Decimal, ...]:
        """Give what each year would bring, in the money of today: revenue x margin x retention^(t-1) / (1 + r)^t."""
        found, share = [], self.revenue * self.margin
        for _ in range(self.years):
            share /= 1 + self.discount
            found.append(share)
            share *= self.retention
        return tuple(found)

    @property
    def whole_years(self) -> tuple[int, ...]:
        """Give each year in whole units so that they add up to their whole sum, each rounded alone where that does."""
        alone = tuple(whole_amounts((each,))[0] for each in self.by_year)
        return alone if sum(alone) == whole_amounts((self.present_value,))[0] else whole_amounts(self.by_year)

    @property
    def present_value(self) -> Decimal:
        """Give what all years would bring together."""
        return sum(self.by_year, Decimal(0))

    @property
    def gain(self) -> Decimal:
        """Give what is left of that after what their return costs."""
        return self.present_value - self.on_return

    @property
    def break_even(self) -> Decimal | None:
        """Give from which chance on it pays: up-front / (PV - cost on return); nothing where it never does."""
        if self.gain <= 0 or self.up_front > self.gain:
            return None
        return self.up_front / self.gain

    @property
    def odds(self) -> int | None:
        """Give the break-even as "better than one in so many", never below it; nothing where it is above one in two."""
        even = self.break_even
        return None if not even or even > Decimal("0.5") else int(1 / even)

    @property
    def worth(self) -> Decimal | None:
        """Give what trying is worth at the chance that was named; nothing while none was."""
        return None if self.chance is None else self.chance * self.gain - self.up_front
