"""Writes the plan of an import: made ready beside the book, then moved in."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from reviewdesk.domain.book import Book
from reviewdesk.domain.importing.decisions import CURRENCY
from reviewdesk.domain.importing.figures import VANISHED
from reviewdesk.domain.importing.plan import Action, ImportPlan, Planned
from reviewdesk.domain.importing.planning import NEWEST, WINDOW
from reviewdesk.services.import_values import NOBODY, ShownPlan, Watcher
from reviewdesk.services.tier_values import FoundByRule
from reviewdesk.services.tiers import found_by_rule, writing_found
from reviewdesk.storage import records
from reviewdesk.storage.mapping import RecordMap
from reviewdesk.storage.staging import Staging
from reviewdesk.storage.unit_of_work import UnitOfWork

# Whether to overwrite is asked again each time; a revenue year that ends on a chosen day is kept by the book itself.
_NOT_KEPT: Final = ("overwrite:", VANISHED, WINDOW)
_AT_ONCE: Final = 500
_AFTER_STAGING: Final = 3
_Kinds = tuple[tuple[str, RecordMap[Any], tuple[Planned[Any], ...]], ...]


def stage_plan(staging: Staging, shown: ShownPlan, book: Book, watcher: Watcher = NOBODY) -> FoundByRule | None:
    """Make all new records ready with the tiers and first dates that the rule finds, and give what it found."""
    made = shown.made
    kinds = _kinds(made)
    steps = len(kinds) + _AFTER_STAGING
    for done, (_, record_map, planned) in enumerate(kinds):
        watcher.report(done, steps)
        staging.add(record_map, (each.after for each in planned if each.action is Action.NEW))
        staging.expect(record_map, [each.after for each in planned if each.action is Action.UPDATE])
    staging.take_out(records.PURCHASE, [each.id for each in made.removed])
    staging.add(records.SOURCE_KEY, (each for each in made.keys if not each.version))
    staging.expect(records.BOOK, [_with_answers(book, shown)])
    watcher.report(len(kinds), steps)
    found = _found(staging, made)
    watcher.report(len(kinds) + 1, steps)
    staging.finish()
    watcher.report(len(kinds) + 2, steps)
    return found


def _found(staging: Staging, made: ImportPlan) -> FoundByRule | None:
    """Work out tiers and first dates of the book as it will be, and give the new accounts theirs."""
    if not (made.change_count or made.window_end):
        return None
    new = [each.after.id for each in made.accounts if each.action is Action.NEW]
    with staging.as_it_will_be() as reading:
        found = found_by_rule(reading, new)
    staging.give(records.ACCOUNT, "tier", found.tiers)
    staging.give(records.ACCOUNT, "first_review_due", found.dates)
    return found


def write_changed(work: UnitOfWork, shown: ShownPlan, found: FoundByRule | None) -> Iterator[None]:
    """Write piece by piece what the plan changes in records of the book, each only where it is as it was read."""
    for name, _, planned in _kinds(shown.made):
        changed = [each.after for each in planned if each.action is Action.UPDATE]
        for start in range(0, len(changed), _AT_ONCE):
            getattr(work, name).put_all(changed[start : start + _AT_ONCE])
            yield
    for each in shown.made.removed:
        work.purchases.remove(each.id)
    for source in shown.sources:
        work.source_files.put(source)
    yield
    # The key of a record that had gone points to the record in its place from now on.
    work.source_keys.put_all([each for each in shown.made.keys if each.version])
    work.books.put(_with_answers(work.book, shown))
    yield
    if found is not None:
        yield from writing_found(work, found)


def _kinds(made: ImportPlan) -> _Kinds:
    return (
        ("colleagues", records.COLLEAGUE, made.colleagues),
        ("products", records.PRODUCT, made.products),
        ("accounts", records.ACCOUNT, made.accounts),
        ("people", records.PERSON, made.people),
        ("contacts", records.CONTACT, made.contacts),
        ("purchases", records.PURCHASE, made.purchases),
    )


def _with_answers(book: Book, shown: ShownPlan) -> Book:
    """Keep the answers for next time, and the currency that amounts were read in also where nobody decided it."""
    kept = {id: choice for id, choice in shown.decisions.items() if not id.startswith(_NOT_KEPT)}
    kept |= {each.id: each.taken for each in shown.made.to_decide if each.id.startswith(CURRENCY)}
    if shown.decisions.get(WINDOW) == NEWEST:
        kept[WINDOW] = NEWEST
    return replace(
        book,
        import_answers=tuple(sorted(kept.items())),
        window_end=shown.made.window_end or book.window_end,
    )
