"""Shared problems as they are photographed."""

from dataclasses import replace
from datetime import timedelta

from reviewdesk.domain.shared_problem import Cause, CauseBy, Reach, Remedy
from tests.gallery.scene import Scene
from tests.gallery.studio import Studio

_LOT = "L-2210"


def problem_scenes() -> tuple[Scene, ...]:
    """Give the question who else is affected, and the outreach to them."""
    return (Scene("who-else", ask_who_else), Scene("outreach-problem", reach_them, leads_on=True))


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
