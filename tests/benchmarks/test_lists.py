"""A list of 500 rows: shown for the first time, shown again with other rows, and followed through a resize."""

from collections.abc import Callable
from statistics import median
from time import perf_counter

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from reviewdesk.desktop.theme import ThemeChoice
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.page import Page, ScrollColumn
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction
from tests.desktop.conftest import RESOURCES, Theme

pytestmark = pytest.mark.benchmark

ROWS = 500
ROUNDS = 7
ACTIONS = (
    RowAction("tick", "Done", shape=ActionShape.TICK),
    RowAction("call", "Call", "phone", "P"),
    RowAction("mail", "Write", "mail", "M"),
    RowAction("move", "Move", "calendar-clock", "V"),
)


def follow_ups(word: str) -> list[Row]:
    """Give many rows that wrap at some widths and not at others."""
    late = (PillText("late", Tone.BAD),)
    meta = "Łódź Logistics · promised on 25 August, to be confirmed by the warehouse"
    return [
        Row(each, f"{word} the revised delivery plan {each} to Anna and her team", meta, pills=late, actions=ACTIONS)
        for each in range(ROWS)
    ]


def milliseconds(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return (perf_counter() - started) * 1000


def shown_in_a_page(inside: Callable[[], Card]) -> Page:
    page, scroll = Page("Follow-ups"), ScrollColumn("Follow-ups")
    scroll.column.addWidget(inside())
    page.add(scroll, 1)
    page.resize(1100, 760)
    page.show()
    QApplication.sendPostedEvents()
    page.grab()
    return page


def a_list() -> Card:
    card, rows = Card("Follow-ups", edge_to_edge=True), RowList("Follow-ups", most=ROWS)
    card.add(rows)
    rows.show_rows(follow_ups("Send"))
    return card


def the_same_words_as_plain_text() -> Card:
    card, text = Card("Follow-ups"), QPlainTextEdit()
    text.setPlainText("\n".join(f"{each.title}\n{each.meta}" for each in follow_ups("Send")))
    card.add(text)
    return card


def follow(page: Page) -> None:
    """Drag the edge of the window over five widths."""
    for width in (1090, 1075, 1055, 1080, 1100):
        page.resize(width, 760)
        QApplication.sendPostedEvents()
        page.grab()


def test_a_list_of_500_rows_beside_the_same_words_in_a_text_field(qapp):
    theme = Theme(qapp, RESOURCES, ThemeChoice.LIGHT)
    first, again, dragged, floor = [], [], [], []
    for _ in range(ROUNDS):
        pages: list[Page] = []
        floor.append(milliseconds(lambda: pages.append(shown_in_a_page(the_same_words_as_plain_text))))  # noqa: B023
        first.append(milliseconds(lambda: pages.append(shown_in_a_page(a_list))))  # noqa: B023
        page = pages[1]
        rows = page.findChildren(RowList)[0]
        again.append(milliseconds(lambda: (rows.show_rows(follow_ups("Print")), page.grab())))  # noqa: B023
        dragged.append(milliseconds(lambda: follow(page)) / 5)  # noqa: B023
        for each in pages:
            each.deleteLater()
    theme.deleteLater()
    bare = median(floor)
    for name, took in (("first time", first), ("other rows", again), ("a step of a resize", dragged)):
        spread = f"{min(took):.0f}-{max(took):.0f} ms"
        print(f"500 rows, {name}: {median(took):.0f} ms ({spread}), {median(took) / bare:.1f} x a text field")
    assert len(rows.keys) == ROWS
