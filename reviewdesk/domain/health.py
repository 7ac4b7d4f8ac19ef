"""Health: one figure from 0 to 100 for how an account stands, made only of what is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from reviewdesk.domain.health_factors import Values, half_up, values_of
from reviewdesk.domain.health_facts import HealthFacts
from reviewdesk.domain.health_settings import Band, HealthSettings

DEFAULT = HealthSettings()


@dataclass(frozen=True, slots=True)
class Health:
    """How an account stands on a day.

    Without enough known there is no `score`; `basis` is the sum of the weights that are known. `held_by` is the
    concern that holds the score lower than the factors make it, which is `unheld`.
    """

    score: int | None
    basis: int
    band: Band
    values: Values
    held_by: UUID | None = None
    unheld: int | None = None
    never_asked: bool = False

    @property
    def known(self) -> int:
        """Count the factors that are known."""
        return sum(each is not None for each in self.values)

    @property
    def points(self) -> tuple[int | None, ...]:
        """Give what each factor is worth in whole points."""
        return tuple(None if each is None else half_up(each) for each in self.values)


def score_of(values: Iterable[Fraction | None], settings: HealthSettings = DEFAULT) -> tuple[int | None, int]:
    """Give the score and its basis: the mean of the known values by their weights, rounded half up."""
    pairs = zip(values, settings.weights, strict=True)
    known = [(value, weight) for value, weight in pairs if value is not None]
    basis = sum(weight for _, weight in known)
    if basis < settings.least_basis or basis == 0:
        return None, basis
    return half_up(sum((value * weight for value, weight in known), Fraction(0)) / basis), basis


def health_of(facts: HealthFacts, settings: HealthSettings, today: date) -> Health:
    """Work out how an account stands on a day."""
    values = values_of(facts, settings, today)
    unheld, basis = score_of(values, settings)
    holding = next((each for each in facts.worries if each.holds), None)
    is_held = holding is not None and unheld is not None and unheld > settings.held_at
    score = settings.held_at if is_held else unheld
    return Health(
        score=score,
        basis=basis,
        band=settings.band(score),
        values=values,
        held_by=holding.id if holding is not None and is_held else None,
        unheld=unheld,
        never_asked=facts.is_never_asked(today),
    )
