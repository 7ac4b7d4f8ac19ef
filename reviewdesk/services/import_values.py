"""What is read of an import: the plan that is shown, and what applying it did."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Final, Protocol

from reviewdesk.domain.importing.plan import Action, ImportPlan, Planned
from reviewdesk.domain.source_file import SourceFile
from reviewdesk.exchange.table import SourceTable
from reviewdesk.services.tier_values import FoundByRule

NAMED: Final = 3
_OF_ANOTHER: Final = "of a"  # as a deal of an account that is not known is


class Watcher(Protocol):
    """Who watches a long piece of work, is told how far it is and may stop it by raising."""

    def report(self, done: int, total: int) -> None:
        """Take how far the work is."""

    def check(self) -> None:
        """End the work here if it is no longer wanted."""


class _Nobody:
    """Watches nothing and stops nothing."""

    def report(self, done: int, total: int) -> None:
        """Let the work go on."""

    def check(self) -> None:
        """Let the work go on."""


NOBODY: Final = _Nobody()


@dataclass(frozen=True, slots=True)
class ShownPlan:
    """The plan as the person sees it, with all that making it anew needs; what is shown here is what is applied.

    `decisions` are all answers that hold, also those kept from an earlier import of the same files. `made_after` is the
    number of the newest step of the book that the plan was made against. `places` tells where each table was read
    from; `sources` are the files of sales figures kept for refreshing, and `missing` says which of them were not there.
    """

    made: ImportPlan
    paths: tuple[Path, ...]
    tables: tuple[SourceTable, ...]
    decisions: Mapping[str, str]
    made_after: int
    places: Mapping[str, Path] = field(default_factory=dict)
    sources: tuple[SourceFile, ...] = ()
    sources_moved: bool = False
    missing: tuple[str, ...] = ()

    @property
    def files(self) -> str:
        """Name the files, the first ones where there are many."""
        names = [each.name for each in self.tables]
        more = len(names) - NAMED
        return ", ".join(names[:NAMED]) + (f" and {more:,} more" if more > 0 else "")

    @property
    def writes_nothing(self) -> bool:
        """Say whether applying it would leave the book as it is."""
        return not (self.made.change_count or self.made.keys or self.made.window_end or self.sources_moved)

    @property
    def is_settled(self) -> bool:
        """Say whether nobody needs to look at it before it is applied."""
        return all(each.is_decided for each in self.made.to_decide) and not self.missing

    @property
    def holds_nothing(self) -> bool:
        """Say whether not one row of the files can be used, so that there is nothing the book could hold already."""
        return not (any(self.made.planned()) or self.made.purchases)

    @property
    def why_nothing(self) -> str:
        """Say in one line why no row can be used, and what to do."""
        made = self.made
        left_out = made.files_left_out()
        files = [f"{file}: {reason}" for file, reason in left_out.items()]
        empty = [each.file for each in made.tables if not each.rows and each.file not in left_out]
        bare = [f"{each}: it has headers and no rows" for each in empty]
        rows = [f"{count:,} {reason}" for reason, count in made.left_out_by_reason().items()]
        if any(each.startswith(_OF_ANOTHER) for each in made.left_out_by_reason()):
            what_to_do = "Import the accounts before it, or together with it."
        elif rows or files:
            what_to_do = "In the window you can say what a file and its columns are."
        else:
            what_to_do = "Export it again, with its rows."
        reasons = "; ".join((*files, *bare, *rows))
        return f"Nothing in {self.files} can be imported. Left out: {reasons}. {what_to_do}"


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did; `amounts` sums the new purchases, apart for each currency.

    `tiers_changed` and `dated` count the accounts that got another tier and a first review date; `messages` are whole
    sentences for the person about what follows from the purchases.
    """

    accounts: int = 0
    people: int = 0
    colleagues: int = 0
    products: int = 0
    purchases: int = 0
    removed: int = 0
    contacts: int = 0
    updated: int = 0
    left_out: int = 0
    tiers_changed: int = 0
    dated: int = 0
    amounts: tuple[tuple[str, Decimal], ...] = ()
    messages: tuple[str, ...] = ()

    @classmethod
    def of(cls, made: ImportPlan) -> "ImportReport":
        """Count what a plan makes and changes."""
        everything = (*made.planned(), *made.purchases)
        return cls(
            accounts=_new(made.accounts),
            people=_new(made.people),
            colleagues=_new(made.colleagues),
            products=_new(made.products),
            purchases=_new(made.purchases),
            removed=len(made.removed),
            contacts=_new(made.contacts),
            updated=sum(1 for each in everything if each.action is Action.UPDATE),
            left_out=made.rows_left_out,
            amounts=tuple(made.totals.items()),
        )

    def after(self, found: FoundByRule | None) -> "ImportReport":
        """Add what the rule found of tiers and first dates."""
        if found is None:
            return self
        told = found.told
        return replace(self, tiers_changed=told.changed, dated=told.dated, messages=told.figures.messages)


def _new(planned: Iterable[Planned]) -> int:  # type: ignore[type-arg]
    return sum(1 for each in planned if each.action is Action.NEW)
