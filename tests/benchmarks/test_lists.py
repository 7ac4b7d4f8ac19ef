"""Lists: 500 rows shown, shown again and resized; the accounts of a large book opened, filtered, sorted, scrolled."""

import os
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pytest
from PySide6.QtCore import QAbstractTableModel, QEventLoop, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTableView

from reviewdesk.desktop.accounts.controller import AccountsController
from reviewdesk.desktop.accounts.list_parts import ListParts
from reviewdesk.desktop.accounts.view import AccountsView
from reviewdesk.desktop.memory import WindowMemory
from reviewdesk.desktop.tasks import Tasks
from reviewdesk.desktop.theme import ThemeChoice
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.page import Page, ScrollColumn
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction
from reviewdesk.desktop.widgets.table import RowTable
from reviewdesk.domain.clock import Clock
from reviewdesk.services.account_list import AccountListService
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.accounts_at_once import AccountsAtOnceService
from reviewdesk.services.saved_views import SavedViewService
from reviewdesk.storage.book_file import open_book
from tests.benchmarks.large_book import large_book
from tests.desktop.conftest import RESOURCES, Theme

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(1800)]

ROWS = 500
ROUNDS = 7
LARGE = 100_000
SIZES = (1_000, 10_000, LARGE)
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


@pytest.fixture(scope="module")
def list_books(tmp_path_factory):
    """Make a book of each size, once; `REVIEWDESK_LARGE_BOOKS` keeps them for the next time."""
    kept = os.environ.get("REVIEWDESK_LARGE_BOOKS")
    folder = Path(kept) if kept else tmp_path_factory.mktemp("large")
    books = {}
    for size in SIZES:
        place = folder / f"book{size}"
        if not place.exists():
            place.mkdir(parents=True)
            large_book(place, size).close()
        books[size] = place / "northgate.reviewdesk"
    return books


class OpenedList:
    """The page of accounts on a book, timed from the click to the rows on screen."""

    def __init__(self, path: Path, folder: Path) -> None:
        self.store = open_book(path, Clock())
        self.tasks = Tasks()
        self.view = AccountsView()
        parts = ListParts(self.view, SavedViewService(self.store), AccountsAtOnceService(self.store), self.tasks)
        self.controller = AccountsController(
            self.view, AccountListService(self.store), AccountService(self.store), parts, self.tasks,
            WindowMemory(folder / "window.ini"),
        )  # fmt: skip
        self.view.resize(1200, 800)
        self.view.show()

    def open(self) -> tuple[float, float]:
        """Give the milliseconds to the first rows and to the whole list."""
        started = perf_counter()
        self.controller.show_page()
        loop = QEventLoop()
        while not self.view.table.rows.rowCount():
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self.view.grab()
        first = (perf_counter() - started) * 1000
        assert self.tasks.wait_idle(120_000)
        return first, (perf_counter() - started) * 1000

    def close(self) -> None:
        """End the page, its lanes and the book."""
        self.tasks.close()
        self.view.deleteLater()
        self.store.close()


def told(name: str, took: list[float]) -> str:
    ordered = sorted(took)
    p95 = ordered[min(round(len(ordered) * 0.95), len(ordered) - 1)]
    middle = f"median {median(ordered):.1f} ms, p95 {p95:.1f} ms"
    return f"{name}: least {ordered[0]:.1f} ms, {middle}, most {ordered[-1]:.1f} ms"


class PlainModel(QAbstractTableModel):
    """Rows of words as a list of tuples, and nothing else."""

    def __init__(self, words: list[tuple[str, ...]]) -> None:
        super().__init__()
        self._words = words

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Give how many rows there are."""
        return len(self._words)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Give how many columns there are."""
        return len(self._words[0])

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Give the words of a cell."""
        return self._words[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None


def plain_table_like(table: RowTable[Any]) -> QTableView:
    """Show the words of a table in one of Qt's own, with its delegate, as large and as dense."""
    plain, columns = QTableView(), range(len(table.rows.columns))
    rows = range(min(table.rows.rowCount(), 5_000))
    model = PlainModel([tuple(table.rows.cell(row, column).text for column in columns) for row in rows])
    model.setParent(plain)
    plain.setModel(model)
    for column in columns:
        plain.setColumnWidth(column, table.columnWidth(column))
    plain.verticalHeader().setDefaultSectionSize(table.rowHeight(0))
    plain.setVerticalScrollMode(table.verticalScrollMode())
    plain.resize(table.size())
    return plain


def scrolled(table: QTableView) -> list[float]:
    """Give the milliseconds of each frame while a table is scrolled."""
    frames = []
    for at in range(0, 4000, 40):
        table.verticalScrollBar().setValue(at)
        frames.append(milliseconds(table.viewport().repaint))
    return frames


def test_opening_the_list_of_1_000_to_100_000_accounts(qapp, list_books, tmp_path):
    theme = Theme(qapp, RESOURCES, ThemeChoice.LIGHT)
    first: dict[int, list[float]] = {size: [] for size in SIZES}
    whole: dict[int, list[float]] = {size: [] for size in SIZES}
    for _ in range(3):
        for size, path in list_books.items():
            opened = OpenedList(path, tmp_path)
            at_first, at_last = opened.open()
            first[size].append(at_first)
            whole[size].append(at_last)
            opened.close()
    theme.deleteLater()
    for size, took in first.items():
        times = tuple(median(each[size]) / median(each[SIZES[0]]) for each in (first, whole))
        print(f"{size:,} accounts, {told('first rows', took)}, {times[0]:.1f} x those of {SIZES[0]:,}")
        print(f"{size:,} accounts, {told('all rows', whole[size])}, {times[1]:.1f} x those of {SIZES[0]:,}")


def test_filtering_sorting_and_scrolling_100_000_accounts(qapp, qtbot, list_books, tmp_path):
    theme = Theme(qapp, RESOURCES, ThemeChoice.LIGHT)
    opened = OpenedList(list_books[LARGE], tmp_path)
    opened.open()
    view = opened.view
    keys, sorts, frames = [], [], []
    for text in ("norlys", "transport 7", "łódź", "food hamburg", "a"):
        for letter in range(1, len(text) + 1):
            keys.append(milliseconds(lambda: view.filter.setText(text[:letter])))  # noqa: B023
        view.filter.clear()
    for key in ("name", "revenue", "tier", "review", "spoke", "owner", "city", "concerns"):
        view.table.sort_by(key)  # the ranks of a column are worked out once
        for order in (Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder):
            sorts.append(milliseconds(lambda: view.table.sort_by(key, order)))  # noqa: B023
    plain = plain_table_like(view.table)
    with qtbot.waitExposed(plain):
        plain.show()
    floor: list[float] = []
    for _ in range(3):
        frames += scrolled(view.table)
        floor += scrolled(plain)
    assert plain.verticalScrollBar().value() > 0, "the plain table was scrolled too"
    plain.deleteLater()
    for name, took in (("a key in the filter", keys), ("a sort", sorts), ("a frame of scrolling", frames)):
        print(f"100,000 accounts, {told(name, took)}")
    print(f"a frame of scrolling: {median(frames) / median(floor):.1f} x {told('a plain table', floor)}")
    changed = milliseconds(view.turn_density)
    print(f"100,000 accounts, the other density: {changed:.1f} ms")
    opened.close()
    theme.deleteLater()
