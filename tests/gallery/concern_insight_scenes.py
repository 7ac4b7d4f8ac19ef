"""What concerns say together, as it is photographed: charts, tables, the list behind a mark, and a story."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random

from reviewdesk.domain.concern import CauseKind, Concern, Stage
from tests.gallery.scene import Scene
from tests.gallery.studio import Studio

_SAID = (
    "The truck comes after the morning slot is over", "Invoices carry the old price", "Nobody answers the hotline",
    "The new sensor drifts after a week", "Pallets arrive damp", "We hear of delays from our own customers first",
)  # fmt: skip
_TEAMS = ("Operations", "Operations", "Pricing", "Field service", "")


def concern_insight_scenes(book: str = "") -> tuple[Scene, ...]:
    """Give the group of concerns on Insights, and what its marks lead to."""
    seen = (Scene(f"insights-concerns{book}", _see("chart")), Scene(f"insights-concern-tables{book}", _see("table")))
    if book:
        return seen
    below = (Scene("insights-concerns-below", _below), Scene("insights-concern-list", _list))
    return (*seen, *below, Scene("recovery-story", _story))


def _see(key: str) -> Callable[[Studio], None]:
    def see(studio: Studio) -> None:
        _make_ready(studio)
        studio.desk.go("insights")
        studio.settle(lambda: all(each.is_made for each in _parts(studio)[:2]))
        studio.settle()
        for each in _parts(studio):
            if each.is_made:
                each.card.switch.open(key)
        studio.settle()
        studio.desk.pages.insights.view.go_to("Concerns")

    return see


def _below(studio: Studio) -> None:
    _see("chart")(studio)
    bar = studio.desk.pages.insights.view.column.verticalScrollBar()
    bar.setValue(bar.maximum())


def _list(studio: Studio) -> None:
    _see("chart")(studio)
    chart = _parts(studio)[0].card.chart
    chart.lead_asked.emit(chart.marks[0].lead)
    studio.settle(lambda: studio.desk.pages.insight_ways.sheet is not None)


def _story(studio: Studio) -> None:
    _see("chart")(studio)
    studio.desk.pages.insight_ways.story(_parts(studio)[3].card.lead)
    studio.settle(lambda: studio.desk.shell.page == "document")
    studio.settle()


def _parts(studio: Studio) -> list:
    keys = ("concern_causes", "concern_teams", "repeat_causes", "recoveries")
    return [each for key in keys for each in studio.desk.pages.insights.parts if each.key == key]


def _make_ready(studio: Studio) -> None:
    """Log concerns of a year, most of them brought further, once."""
    store, today = studio.services.concern_insights._store, studio.services.accounts.today()
    with store.write("Log concerns of a year") as work:
        accounts = work.accounts.all()
        if any(each.tags == ("gallery",) for each in work.concerns.all()) or not accounts:
            return
        dice = Random(5)
        work.concerns.add_all([_concern(dice, accounts[dice.randrange(len(accounts))].id, today) for _ in range(60)])


def _concern(dice: Random, account_id, today) -> Concern:
    said = dice.choice(_SAID)
    raised = today - timedelta(dice.randrange(3, 360))
    kind = dice.choice(
        (CauseKind.DELIVERY, CauseKind.DELIVERY, CauseKind.PRICE, CauseKind.SKILL, CauseKind.PRODUCT, None)
    )
    concern = Concern(
        account_id=account_id, words=said, summary=said, severity=dice.choice((1, 2, 2, 3, 3, 4)), raised_on=raised,
        stage_since=raised, team=dice.choice(_TEAMS), tags=("gallery",), cause_kind=kind,
        cause_on=raised + timedelta(dice.randrange(1, 20)) if kind else None,
    )  # fmt: skip
    day = raised
    for stage in (Stage.ACKNOWLEDGED, Stage.PLANNED, Stage.FIXED, Stage.CONFIRMED):
        day += timedelta(dice.randrange(0, 9))
        if day > today or dice.random() < 0.1:
            return concern
        concern = concern.at(stage, day)
    told = {"root_cause": "A shift change was not in the plan.", "fix": "Shifts are planned two weeks ahead."}
    beyond = "We drove the next delivery ourselves." if dice.random() < 0.5 else ""
    return replace(concern, beyond_the_fix=beyond, **told) if dice.random() < 0.7 else concern
