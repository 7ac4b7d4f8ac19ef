"""The health card on the page of an account: facts, reasons, records, what holds it and what would move it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from reviewdesk.desktop.account.health_words import pill_of
from reviewdesk.desktop.tokens import Tone
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.health_settings import Band, Factor
from reviewdesk.services.health_values import AccountHealth, TrendDay
from reviewdesk.services.sample import SampleService
from reviewdesk.wiring import resources_folder
from tests.books import TUESDAY, the


@pytest.fixture
def sample(store):
    SampleService(store, resources_folder() / "sample").fill()
    return store


def figures(card):
    return [each.line.figure for each in card.factors.values()]


def test_the_card_shows_the_score_with_its_word_and_a_level_for_each_fact(sample, opened):
    card = opened().view.overview.health

    assert card.pill.text == "71 Watch"
    assert figures(card) == ["72", "60", "100", "63", "71", "59", "75"]
    assert card.moves.text().startswith("Close both concerns: 71 → 79")


def test_what_is_not_known_is_a_dash_and_too_little_has_no_number(sample, opened):
    card = opened("Quiet Harbour Ltd").view.overview.health

    assert card.pill.text == "Not enough known"
    assert "–" in figures(card)
    assert "Never asked" in card.silence.text()
    assert not card.moves.isVisible()


def test_a_fact_opens_by_key_and_leads_to_the_records_behind_it(qtbot, sample, opened):
    view = opened().view
    concerns = view.overview.health.factors[Factor.CONCERNS]
    assert not concerns.why.isVisible()

    concerns.line.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.keyClick(concerns.line, Qt.Key.Key_Return)
    assert concerns.why.isVisible()
    assert concerns.why.text() == "Open: severity 3, severity 2 (fixed); counts 20 of 100."

    with qtbot.waitSignal(view.overview.concern_asked):
        qtbot.mouseClick(concerns.behind[0], Qt.MouseButton.LeftButton)
    assert view.tabs.key == "concerns"


def test_promises_and_revenue_lead_to_their_tabs(qtbot, sample, opened):
    view = opened().view
    for factor, tab in ((Factor.PROMISES, "follow_ups"), (Factor.REVENUE, "revenue"), (Factor.CONTACT, "spoke")):
        view.tabs.open("overview")
        part = view.overview.health.factors[factor]
        qtbot.mouseClick(part.line, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(part.behind[0], Qt.MouseButton.LeftButton)
        assert view.tabs.key == tab


def test_a_concern_that_holds_the_score_is_named_and_opened(qtbot, sample, opened):
    account = the(sample, "Łódź Logistics")
    grave = Concern(account_id=account.id, words="we will leave", summary="", severity=4, raised_on=TUESDAY)
    with sample.write("Log it") as work:
        work.concerns.put(grave)
    card = opened().view.overview.health

    assert card.pill.text == "49 At risk"
    assert card.held.text().startswith("Held at 49 by “we will leave”")
    with qtbot.waitSignal(card.concern_asked) as asked:
        qtbot.mouseClick(card.open_holding, Qt.MouseButton.LeftButton)
    assert asked.args == [grave.id]


def test_who_is_never_asked_is_never_shown_green():
    health = AccountHealth(score=82, basis=45, band=Band.HEALTHY, factors=(), never_asked=True)

    assert (pill_of(health).text, pill_of(health).tone) == ("82 Never asked", Tone.NEUTRAL)


def test_the_trend_has_its_table_behind_it(qtbot, sample, opened):
    card = opened().view.overview.health
    assert not card.trend.isVisible()
    days = (
        TrendDay(date(2026, 9, 1), 62, 75, Band.WATCH),
        TrendDay(date(2026, 10, 1), None, 30, Band.UNKNOWN),
        TrendDay(date(2026, 11, 20), 48, 90, Band.AT_RISK),
    )

    card.trend.show_trend(days, TUESDAY)
    qtbot.mouseClick(card.trend.open_table, Qt.MouseButton.LeftButton)

    assert card.trend.isVisible()
    assert card.trend.table[:3] == ("20 Nov 2026", "48 at risk", "on 90 of 100")
    assert card.trend.chart.accessibleDescription().startswith("1 Sep 2026 62 watch")
