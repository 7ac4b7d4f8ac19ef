"""What is done for the day behind the window keeps nobody from closing it."""

import pytest

from reviewdesk.desktop.watch import Watch
from reviewdesk.domain.clock import Clock
from reviewdesk.services.book import BookService
from reviewdesk.storage import day_change
from reviewdesk.storage.backup import Backups
from tests.books import a_store, small_book


@pytest.fixture
def store(tmp_path):
    store = small_book(a_store(tmp_path, today=Clock().today()))
    yield store
    store.close()


@pytest.fixture
def looked_at(monkeypatch):
    """The accounts looked at, one piece after the other, as if there were many."""
    found, wrong = [], day_change.wrongly_kept
    monkeypatch.setattr(day_change, "PIECE", 1)
    monkeypatch.setattr(day_change, "wrongly_kept", lambda reading, piece: found.append(piece) or wrong(reading, piece))
    return found


def test_looking_through_the_accounts_ends_early_for_who_wants_to_close(qtbot, tasks, store, looked_at):
    watch = Watch(BookService(store, Backups(store.path, store.clock)), tasks, tasks)
    watch.mend()
    qtbot.waitUntil(lambda: len(looked_at) > 1)

    watch.hurry()
    assert tasks.wait_idle()
    assert len(looked_at) < 20

    watch.mend()
    assert tasks.wait_idle()
    assert len(looked_at) > 26
