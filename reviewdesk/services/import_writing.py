"""Writes the plan of an import into a step that is open."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from reviewdesk.domain.importing.plan import Action, ImportPlan, Planned
from reviewdesk.services.import_values import ImportReport, ShownPlan
from reviewdesk.services.tiers import after_import
from reviewdesk.storage.reading import UnitOfWork
from reviewdesk.storage.repository import Repository

# What is asked again each time: whether to overwrite, and the end of the revenue year, which the book itself keeps.
_NOT_KEPT: Final = ("overwrite:", "window")


def write_plan(work: UnitOfWork, shown: ShownPlan) -> ImportReport:
    """Write every record of the plan, keep the answers given, and set tiers and first review dates."""
    made = shown.made
    _write(work.colleagues, made.colleagues)
    _write(work.products, made.products)
    _write(work.accounts, made.accounts)
    _write(work.people, made.people)
    _write(work.purchases, made.purchases)
    _write_keys(work, made)
    _write_settings(work, shown)
    report = ImportReport.of(made)
    if not (made.change_count or made.window_end):
        return report
    newcomers = [each.after.id for each in made.accounts if each.action is Action.NEW]
    done = after_import(work, newcomers)
    return replace(report, tiers_changed=done.changed, dated=done.dated, messages=done.figures.messages)


def _write(repository: Repository[Any], planned: Iterable[Planned[Any]]) -> None:
    """Write new records at once, and changed ones one by one, each only where it is as it was read."""
    fresh = []
    for each in planned:
        if each.action is Action.NEW:
            fresh.append(each.after)
        elif each.action is Action.UPDATE:
            repository.put(each.after)
    repository.add_all(fresh)


def _write_keys(work: UnitOfWork, made: ImportPlan) -> None:
    """Write the sources' ids; one whose record had gone points to the record in its place from now on."""
    work.source_keys.add_all([each for each in made.keys if not each.version])
    for each in made.keys:
        if each.version:
            work.source_keys.put(each)


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
