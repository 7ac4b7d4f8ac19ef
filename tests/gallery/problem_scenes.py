"""Shared problems as they are photographed."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from reviewdesk.domain.account import Account
from reviewdesk.domain.people import Person
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.shared_problem import Cause, CauseBy, Reach, Remedy
from tests.books import UGLY_NAMES
from tests.gallery.scene import Scene
from tests.gallery.studio import Studio

_LOT = "L-2210"


def problem_scenes() -> tuple[Scene, ...]:
    """Give the question who else is affected, and the outreach to them."""
    return (
        Scene("who-else", ask_who_else),
        Scene("outreach-problem", reach_them, leads_on=True),
        Scene("outreach-concerns-after", ask_what_becomes),
    )


def ask_who_else(studio: Studio) -> None:
    """Ask who else bought of a lot that cracks."""
    concern_id = _make_ready(studio)
    pages = studio.desk.pages
    pages.ask_who_else(concern_id)
    studio.settle(lambda: pages.problems.sheet is not None)
    sheet = pages.problems.sheet
    sheet.words.show_value("We replace every cap of this lot before Friday, free of charge.")
    studio.settle(lambda: bool(sheet.count.text()))


def reach_them(studio: Studio) -> None:
    """Look at the outreach half-way."""
    concern_id = _make_ready(studio)
    if studio.desk.pages.problems.sheet is not None:
        studio.desk.pages.problems.sheet.reject()
    problems = studio.services.shared_problems
    if not problems.problems():
        words = "We replace every cap of this lot before Friday, free of charge."
        cause = Cause(by=CauseBy.LOT, value=_LOT)
        problems.start(concern_id, f"Cracked caps, lot {_LOT}", [cause], Remedy.REPLACEMENT, words)
        (shown,) = problems.problems()
        first, second, third = shown.to_reach[:3]
        problems.settle(first.affected.id, Reach.REACHED)
        problems.give(first.affected.id, "40 caps by courier", "120.50")
        problems.settle(second.affected.id, Reach.NOT_AFFECTED, "uses another size")
        problems.attempt(third.affected.id, "call", "left a message")
    studio.desk.go("outreach")
    studio.settle()


def ask_what_becomes(studio: Studio) -> None:
    """Ask what becomes of the concerns of an outreach, as when it ends."""
    reach_them(studio)
    (shown,) = studio.services.shared_problems.problems()
    other = shown.to_reach[0].affected.account_id
    known = studio.services.accounts.brief(other).concerns
    if not any(_LOT in each.lots for each in known):
        added = studio.services.concerns.add(other, "Every second cap of the last pallet leaks", 2).value
        studio.services.concerns.change(added.id, "lots", _LOT)
    studio.settle()
    after = studio.desk.pages.concerns_after
    after.ask(shown.problem.id, studio.services.outreach_concerns.not_fixed(shown.problem.id))
    studio.settle()


def reach_ugly(studio: Studio) -> None:
    """Look at an outreach to 85 accounts with long names in many scripts, some tried and reached."""
    services, store, today = studio.services, studio.services.shared_problems._store, studio.services.accounts.today()
    if not services.shared_problems.problems():
        with store.write("Add") as work:
            many = [work.accounts.put(Account(name=f"{UGLY_NAMES[at % 8]} {at}", added_on=today)) for at in range(85)]
            for at, each in enumerate(many):
                work.people.put(
                    Person(account_id=each.id, name=UGLY_NAMES[(at + 3) % 8][:60], no_marketing=at % 9 == 0)
                )
                work.purchases.put(
                    Purchase(account_id=each.id, bought_on=today - timedelta(at), currency="EUR", lot=_LOT,
                             amount=Decimal(10) ** (at % 9 + 1) + Decimal("0.99"))
                )  # fmt: skip
        concern = services.concerns.add(many[0].id, " ".join(UGLY_NAMES), 4).value
        cause = Cause(by=CauseBy.LOT, value=_LOT)
        services.shared_problems.start(concern.id, UGLY_NAMES[2] * 2, [cause], Remedy.CREDIT, " ".join(UGLY_NAMES))
        (shown,) = services.shared_problems.problems()
        known = [each.affected.id for each in shown.to_reach if not each.shy]
        services.shared_problems.settle(known[0], Reach.REACHED)
        services.shared_problems.attempt(known[1], "letter", " ".join(UGLY_NAMES[:3]))
        services.shared_problems.give(known[0], UGLY_NAMES[1] * 2, "123456.78")
    studio.desk.go("outreach")
    studio.settle()


def _make_ready(studio: Studio):
    services, store = studio.services, studio.services.shared_problems._store
    rows = [each for each in services.accounts.rows() if each.revenue]
    chosen = sorted(rows, key=lambda each: (-each.revenue, each.name))[:7]
    known = services.accounts.brief(chosen[0].id).concerns
    mine = next((each for each in known if _LOT in each.words), None)
    if mine is not None:
        return mine.id
    day = services.accounts.today() - timedelta(days=20)
    with store.write("Buy") as work:
        for each in chosen:
            bought = work.purchases.where(account_id=each.id)[0]
            work.purchases.put(replace(bought, bought_on=day, lot=_LOT))
    return services.concerns.add(chosen[0].id, f"Caps of lot {_LOT} crack when they are opened", 3).value.id
