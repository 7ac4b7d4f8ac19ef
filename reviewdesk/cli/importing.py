"""Imports other programs' exports, or says what importing them would do."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from reviewdesk.cli.asking import Terminal, placed
from reviewdesk.cli.opened import opened
from reviewdesk.cli.terminal import say, warn
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.importing.plan import Action, ImportPlan, Planned
from reviewdesk.domain.money import format_money
from reviewdesk.services.import_values import ImportReport, ShownPlan


def run(terminal: Terminal) -> int:
    """Plan, say what was decided, and apply unless only the plan is wanted.

    Raises:
        RefusedError: not one row of the files can be used; no new book is left behind.
    """
    if not terminal.path.exists():
        shown = _usable(_planned_beside(terminal))
        if terminal.asked.plan_only:
            _tell_plan(shown)
            return 0
    with opened(terminal, may_create=not terminal.asked.plan_only) as services:
        shown = _usable(services.imports.plan([placed(each) for each in terminal.asked.files]))
        _tell_plan(shown)
        if terminal.asked.plan_only:
            return 0
        report = services.imports.apply(shown).value
        _tell_done(report, shown, services.book.path)
    return 0


def _usable(shown: ShownPlan) -> ShownPlan:
    if shown.holds_nothing:
        raise RefusedError(shown.why_nothing)
    return shown


def _planned_beside(terminal: Terminal) -> ShownPlan:
    """Plan against an empty book elsewhere: a file that cannot be read must not leave a new book behind."""
    with TemporaryDirectory(prefix="reviewdesk-", ignore_cleanup_errors=True) as folder:
        book = terminal.open_book(Path(folder) / "plan.reviewdesk", terminal.clock, may_create=True)
        try:
            return book.services.imports.plan([placed(each) for each in terminal.asked.files])
        finally:
            book.close()


def _tell_plan(shown: ShownPlan) -> None:
    made = shown.made
    say(*_counts(made))
    for currency, amount in made.totals.items():
        say(f"New purchases sum to {format_money(amount, currency)}")
    for file, reason in made.files_left_out().items():
        say(f"Left out: {file}: {reason}")
    for reason, count in made.left_out_by_reason().items():
        say(f"Left out: {count:,} row{'s' if count > 1 else ''}: {reason}")
    warn(*made.notes)
    for each in made.to_decide:
        taken = next((choice.words for choice in each.choices if choice.id == each.taken), each.taken)
        warn(f"{each.words if each.words.endswith('?') else each.words.rstrip('.') + '.'} Taken: {taken}.")


def _counts(made: ImportPlan) -> Iterator[str]:
    kinds: dict[str, Sequence[Planned[Any]]] = {
        "accounts": made.accounts, "people": made.people, "colleagues": made.colleagues, "products": made.products,
        "purchases": made.purchases, "contacts": made.contacts,
    }  # fmt: skip
    for noun, planned in kinds.items():
        counts = {action: sum(each.action is action for each in planned) for action in Action}
        words = ", ".join(f"{count:,} {action}" for action, count in counts.items() if count)
        if words:
            yield f"{noun.capitalize()}: {words}"


def _tell_done(report: ImportReport, shown: ShownPlan, path: Path) -> None:
    if shown.writes_nothing:
        what = "all that can be used of this" if shown.made.left_out else "all of this"
        say(f"Nothing to do: {path} holds {what} already.")
        return
    say(f"Imported into {path}; undo takes all of it back in one step.")
    if report.tiers_changed or report.dated:
        say(f"Tiers set: {report.tiers_changed:,}. First review dates: {report.dated:,}.")
    warn(*(each for each in report.messages if each not in shown.made.notes))
