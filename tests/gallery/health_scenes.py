"""The health of accounts as it is photographed: held by a concern, with a fact opened, and with a trend."""

from collections.abc import Callable
from datetime import timedelta

from reviewdesk.domain.health_settings import Band, Factor
from reviewdesk.services.health_values import TrendDay
from tests.gallery.books import account_called
from tests.gallery.scene import Scene
from tests.gallery.studio import Studio

HELD = "Kestrel Air"
DAYS = (
    (140, 62, Band.WATCH),
    (96, 78, Band.HEALTHY),
    (61, 74, Band.WATCH),
    (33, 66, Band.WATCH),
    (9, 49, Band.AT_RISK),
)


def health_scenes() -> tuple[Scene, ...]:
    """Give the health card in its states."""
    return (
        Scene("account-health-held", _open(HELD), leads_on=True),
        Scene("account-health-opened", _open_facts),
        Scene("account-health-trend", _show_trend),
    )


def _open(name: str) -> Callable[[Studio], None]:
    def open_it(studio: Studio) -> None:
        studio.desk.open_account(account_called(studio.services, name))

    return open_it


def _open_facts(studio: Studio) -> None:
    card = studio.desk.pages.account.view.overview.health
    for each in (Factor.CONCERNS, Factor.PROMISES):
        card.factors[each].line.setChecked(True)
    studio.settle()
    _into_sight(studio)


def _show_trend(studio: Studio) -> None:
    card, today = studio.desk.pages.account.view.overview.health, studio.services.book.today
    for each in card.factors.values():
        each.line.setChecked(False)
    card.trend.show_trend(
        [TrendDay(today - timedelta(ago), score, 90, band) for ago, score, band in DAYS], today, (50, 75)
    )
    card.trend.open_table.click()
    studio.settle()
    _into_sight(studio)


def _into_sight(studio: Studio) -> None:
    overview = studio.desk.pages.account.view.overview
    overview.ensureWidgetVisible(overview.health, 0, 40)
