"""Writes the plan of an import into a step that is open."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from reviewdesk.domain.importing.plan import Action, ImportPlan, Planned
from reviewdesk.services.import_values import ImportReport, ShownPlan
from reviewdesk.services.tiers import after_import
from reviewdesk.storage import records
from reviewdesk.storage.reading import UnitOfWork
from reviewdesk.storage.repository import ReadyRows, Repository, ready_rows

Ready = Mapping[str, ReadyRows]
# What is asked again each time: whether to overwrite, and the end of the revenue year, which the book itself keeps.
_NOT_KEPT: Final = ("overwrite:", "window")


def ready_to_write(made: ImportPlan, now: datetime) -> Ready:
    """Make all new records ready to be written, so that the book is kept from others no longer than needed."""
    return {
        "colleagues": ready_rows(records.COLLEAGUE, _fresh(made.colleagues), now),
        "products": ready_rows(records.PRODUCT, _fresh(made.products), now),
        "accounts": ready_rows(records.ACCOUNT, _fresh(made.accounts), now),
        "people": ready_rows(records.PERSON, _fresh(made.people), now),
        "purchases": ready_rows(records.PURCHASE, _fresh(made.purchases), now),
        "source_keys": ready_rows(records.SOURCE_KEY, (each for each in made.keys if not each.version), now),
    }


def write_plan(work: UnitOfWork, shown: ShownPlan, ready: Ready) -> ImportReport:
    """Write every record of the plan, keep the answers given, and set tiers and first review dates."""
    made = shown.made
    for name, rows in ready.items():
        getattr(work, name).add_ready(rows)
    for repository, planned in (
        (work.colleagues, made.colleagues),
        (work.products, made.products),
        (work.accounts, made.accounts),
        (work.people, made.people),
        (work.purchases, made.purchases),
    ):
        _write_changed(repository, planned)
    # The key of a record that had gone points to the record in its place from now on.
    work.source_keys.put_all([each for each in made.keys if each.version])
    _write_settings(work, shown)
    report = ImportReport.of(made)
    if not (made.change_count or made.window_end):
        return report
    newcomers = [each.after.id for each in made.accounts if each.action is Action.NEW]
    done = after_import(work, newcomers)
    return replace(report, tiers_changed=done.changed, dated=done.dated, messages=done.figures.messages)


def _fresh(planned: Iterable[Planned[Any]]) -> Iterator[Any]:
    return (each.after for each in planned if each.action is Action.NEW)


def _write_changed(repository: Repository[Any], planned: Iterable[Planned[Any]]) -> None:
    """Write changed records, each only where it is as it was read."""
    repository.put_all([each.after for each in planned if each.action is Action.UPDATE])


def _write_settings(work: UnitOfWork, shown: ShownPlan) -> None:
    book = work.book
    kept = {id: choice for id, choice in shown.decisions.items() if not id.startswith(_NOT_KEPT)}
    work.books.put(
        replace(
            book,
            import_answers=tuple(sorted(kept.items())),
            window_end=shown.made.window_end or book.window_end,
        )
    )
