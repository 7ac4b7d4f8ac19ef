"""What the tests of Insights stand on: a window of a book, and ways to a card by its key."""

import pytest

from reviewdesk.domain.clock import Clock
from reviewdesk.storage.book_file import open_book
from tests.books import small_book
from tests.journeys.hands import Hands


@pytest.fixture
def opened(qapp, theme, tmp_path):
    """Opens the window of a book that a test filled, and closes it again."""
    made = []

    def open_it(fill=None):
        path = tmp_path / f"Northgate {len(made)}.reviewdesk"
        store = open_book(path, Clock(), may_create=True, name="Northgate")
        if fill is not None:
            fill(store)
        store.close()
        made.append(Hands(qapp, path))
        made[-1].window.activateWindow()
        return made[-1]

    yield open_it
    for each in made:
        each.leave()


@pytest.fixture
def hands(opened):
    """The window of a small book, on Insights."""
    made = opened(small_book)
    made.program.desk.go("insights")
    made.settle()
    return made


@pytest.fixture
def card(hands):
    """Gives the card of this key."""

    def card_of(key):
        return next(each.card for each in hands.program.desk.pages.insights.parts if each.key == key)

    return card_of
