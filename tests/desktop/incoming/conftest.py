"""The window of a small book on a fixed day, before which a person stands."""

import pytest

from reviewdesk.domain.clock import Clock
from reviewdesk.storage.book_file import open_book
from tests.books import TUESDAY, small_book
from tests.journeys.hands import Hands


@pytest.fixture
def hands(qapp, theme, tmp_path):
    path = tmp_path / "Northgate.reviewdesk"
    store = open_book(path, Clock(TUESDAY), may_create=True, name="Northgate")
    small_book(store)
    store.close()
    made = Hands(qapp, path, Clock(TUESDAY))
    made.window.activateWindow()
    yield made
    made.leave()
