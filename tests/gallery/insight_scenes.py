"""Insights as it is photographed: its cards as charts and as tables."""

from collections.abc import Callable

from tests.gallery.scene import Scene
from tests.gallery.studio import Studio


def insight_scenes(book: str = "") -> tuple[Scene, ...]:
    """Give the page from its top, and from each of its rows on."""
    return (
        Scene(f"insights{book}", _open, leads_on=True),
        Scene(f"insights{book}-below", _below),
        Scene(f"insights{book}-tables", _show("table")),
        Scene(f"accounts-of-a-mark{book}", _led_to_accounts),
        Scene(f"monday{book}", _monday),
        Scene(f"monday-document{book}", _document("monday_pdf")),
        Scene(f"portfolio-document{book}", _document("portfolio_pdf")),
        Scene(f"team-picker{book}", _pick_team),
    )


def empty_insights(studio: Studio) -> None:
    """Go there from the menu, before there is anything."""
    studio.desk.do("go_insights")


def _monday(studio: Studio) -> None:
    studio.desk.do("go_monday")


def _document(command: str) -> Callable[[Studio], None]:
    def show(studio: Studio) -> None:
        studio.desk.do(command)
        studio.settle()

    return show


def _pick_team(studio: Studio) -> None:
    studio.desk.do("team_sheet")
    studio.settle()


def _open(studio: Studio) -> None:
    studio.desk.go("insights")
    studio.settle()
    _show("chart")(studio)
    studio.desk.pages.insights.view.column.verticalScrollBar().setValue(0)


def _led_to_accounts(studio: Studio) -> None:
    parts = studio.desk.pages.insights.parts
    chart = next(each.card.chart for each in parts if each.key == "concentration")
    chart.lead_asked.emit(chart.marks[1].lead)


def _below(studio: Studio) -> None:
    _open(studio)
    bar = studio.desk.pages.insights.view.column.verticalScrollBar()
    bar.setValue(bar.maximum())


def _show(key: str) -> Callable[[Studio], None]:
    def show(studio: Studio) -> None:
        for each in studio.desk.pages.insights.parts:
            each.card.switch.open(key)

    return show
