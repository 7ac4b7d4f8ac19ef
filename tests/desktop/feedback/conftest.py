"""The window of a small book on a fixed day, and a form that somebody in it was sent."""

import pytest

from reviewdesk.domain.clock import Clock
from reviewdesk.domain.feedback import FormKind
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


@pytest.fixture
def no_programs(monkeypatch):
    """Let no other program be opened; give what would have been."""
    opened = []

    def heard(path):
        opened.append(path)
        return True

    monkeypatch.setattr("reviewdesk.desktop.drafting.open_file", heard)
    return opened


@pytest.fixture
def sent(hands):
    """Give the account, the person, and the form they were sent after their review."""
    kestrel = hands.account("Kestrel Air")
    offer = hands.services.forms.offer(kestrel)
    (form,) = hands.services.forms.make(kestrel, [offer.people[0].person_id], FormKind.SHORT, offer.review_id).value
    return kestrel, offer.people[0], form
