"""Makes the plan of an import: a pure function of what came in, the book, the person's decisions and the settings."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from reviewdesk.domain.importing.accounts import AccountPlanning
from reviewdesk.domain.importing.clock_dates import without_days_ahead
from reviewdesk.domain.importing.decisions import Deciding, Decisions
from reviewdesk.domain.importing.drafts import Desk, Drafts
from reviewdesk.domain.importing.existing import Existing, ImportSettings, KeyRing
from reviewdesk.domain.importing.fields import Field, TableKind, TableUse
from reviewdesk.domain.importing.figures import counted_twice, note_deals_beside, taken_out
from reviewdesk.domain.importing.incoming import Incoming
from reviewdesk.domain.importing.notes import NotePlanning
from reviewdesk.domain.importing.owners import set_named_owners, set_winning_owners
from reviewdesk.domain.importing.people import AccountOf, ColleaguePlanning, plan_people
from reviewdesk.domain.importing.plan import Action, ImportPlan, Planned
from reviewdesk.domain.importing.products import ProductPlanning
from reviewdesk.domain.importing.purchases import Bought, plan_purchases
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.tiers import Window, revenue_window

# The question about the revenue year, and the answer that leaves the book's own rule alone.
WINDOW = "window"
NEWEST = "newest"
_TODAY = "today"


def plan(incoming: Incoming, existing: Existing, decisions: Decisions, settings: ImportSettings) -> ImportPlan:
    """Plan an import.

    What must be decided and is not in `decisions` is answered so that no record already in the book is touched.
    Applying the plan and planning again gives a plan without changes.
    """
    return _Planning(incoming, existing, decisions, settings).made()


class _Planning:
    """The steps of making one plan, in their order."""

    def __init__(self, incoming: Incoming, existing: Existing, decisions: Decisions, settings: ImportSettings) -> None:
        self._incoming = incoming
        self._settings = settings
        self._desk = Desk(Deciding(decisions))
        self._people = Drafts(existing.people)
        self._purchases = Drafts(existing.purchases)
        accounts, products = Drafts(existing.accounts), Drafts(existing.products)
        self._contacts = Drafts(existing.contacts)
        kinds: tuple[Drafts[Any], ...] = (accounts, self._people, products, self._purchases, self._contacts)
        present = {id for each in kinds for id in each.by_id}
        self._keys = KeyRing(existing.keys, present)
        self._accounts = AccountPlanning(accounts, self._keys, self._desk, settings)
        self._colleagues = ColleaguePlanning(Drafts(existing.colleagues), self._desk)
        self._desk.named += [accounts, products, self._colleagues.drafts]
        self._products = ProductPlanning(products, self._keys, self._desk)
        self._newest_before = max((each.after.bought_on for each in self._purchases), default=None)
        self._window_end: date | None = None
        self._removed: tuple[Purchase, ...] = ()

    def made(self) -> ImportPlan:
        """Make the plan."""
        incoming = self._incoming
        self._products.take(incoming.products)
        self._colleagues.take(incoming.colleagues)
        self._accounts.take(without_days_ahead(incoming.accounts, self._settings.today, self._desk))
        self._accounts.add_unknown((*incoming.people, *incoming.purchases, *incoming.said))
        self._accounts.set_parents()
        plan_people(self._people, incoming.people, AccountOf(self._accounts.finder), self._keys, self._desk)
        account_of = AccountOf(self._accounts.finder)
        products = self._products.settle_names(incoming.purchases)
        bought, seen = plan_purchases(self._purchases, incoming.purchases, account_of, products, self._keys, self._desk)
        self._removed = (
            *taken_out(self._purchases, incoming.spans, seen, self._keys, self._desk),
            *self._counted_twice(bought),
        )
        note_deals_beside(self._purchases, bought, self._keys, self._desk)
        said = NotePlanning(self._contacts, account_of, self._keys, self._desk, self._settings.today)
        said.take(incoming.said, self._accounts.drafts, self._people, self._purchases)
        set_named_owners(self._accounts.of_row, self._accounts.drafts, self._colleagues, self._desk)
        newest = max((row.bought_on for row, _ in bought), default=None)
        window = self._window(newest)
        set_winning_owners(bought, self._accounts.drafts, self._colleagues, self._desk, window, self._settings)
        self._desk.ask_about_overwrites()
        self._colleagues.ask_who_is_me()
        return self._plan(account_of, newest)

    def _counted_twice(self, bought: Bought) -> tuple[Purchase, ...]:
        accounts = {account_id for row, account_id in bought if row.is_figure}
        return counted_twice(self._purchases, self._incoming.spans, accounts, self._keys, self._desk)

    def _window(self, newest: date | None) -> Window | None:
        """Give the revenue year, asking where the newest purchase is far from today."""
        today, chosen = self._settings.today, self._settings.window_end
        latest = max(filter(None, (newest, self._newest_before)), default=None)
        window = revenue_window(today, latest, chosen_end=chosen)
        if window is None or newest is None or latest is None or not window.stale or chosen is not None:
            return window
        answer = self._desk.deciding.ask(
            WINDOW,
            f"The newest deal is of {latest.day} {latest:%B %Y}",
            "Far from today; tiers go by the 12 months that are chosen here",
            {NEWEST: "tiers by the 12 months up to it", _TODAY: "by the 12 months up to today"},
            NEWEST,
        )
        if answer == _TODAY:
            self._window_end = today
            return revenue_window(today, latest, chosen_end=today)
        return window

    def _plan(self, account_of: AccountOf, newest: date | None) -> ImportPlan:
        gone = {each.id for each in self._removed}
        purchases = tuple(each for each in self._purchases.planned() if each.after.id not in gone)
        return ImportPlan(
            tables=tuple(_with_accounts_found(each, account_of) for each in self._incoming.tables),
            accounts=self._accounts.drafts.planned(),
            people=self._people.planned(),
            colleagues=self._colleagues.drafts.planned(),
            products=self._products.drafts.planned(),
            purchases=purchases,
            removed=self._removed,
            figures=tuple((each.source, each.file) for each in self._incoming.spans),
            contacts=self._contacts.planned(),
            keys=tuple(self._keys.added),
            left_out=(*self._incoming.left_out, *self._desk.left_out),
            to_decide=(*self._incoming.to_decide, *self._desk.deciding.to_decide()),
            notes=(*self._incoming.notes, *self._desk.notes),
            totals=_totals(purchases),
            newest=newest,
            window_end=self._window_end,
            names=self._names(purchases),
        )

    def _names(self, purchases: tuple[Planned[Purchase], ...]) -> dict[UUID, str]:
        """Name what purchases and changed fields refer to."""
        records: tuple[Planned[Any], ...] = (*self._accounts.drafts.planned(), *self._people.planned(), *purchases)
        changed = (value for each in records for change in each.changes for value in (change.old, change.new))
        wanted = {each.after.account_id for each in purchases} | {each.after.product_id for each in purchases}
        wanted |= {each.account_id for each in self._removed}
        wanted |= {each.after.account_id for each in self._people.planned()}
        wanted |= {each.after.account_id for each in self._contacts.planned()}
        wanted |= {value for value in changed if isinstance(value, UUID)}
        return {each: self._desk.shown(each) for each in wanted if each is not None}


def _totals(purchases: tuple[Planned[Purchase], ...]) -> dict[str, Decimal]:
    sums: dict[str, Decimal] = {}
    for each in purchases:
        if each.action is Action.NEW:
            sums[each.after.currency] = sums.get(each.after.currency, Decimal(0)) + each.after.amount
    return dict(sorted(sums.items()))


def _with_accounts_found(table: TableUse, account_of: AccountOf) -> TableUse:
    if table.kind not in (TableKind.DEALS, TableKind.SALES):
        return table
    found, count = account_of.found()
    columns = tuple(
        replace(each, note=f"{found:,} of {count:,} found") if each.field is Field.ACCOUNT and not each.note else each
        for each in table.columns
    )
    return replace(table, columns=columns)
