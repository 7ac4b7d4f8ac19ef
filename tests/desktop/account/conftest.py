"""The page of one account, opened on a real book."""

import pytest

from reviewdesk.desktop.account.controller import AccountController
from reviewdesk.desktop.account.view import AccountView
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.concerns import ConcernService
from reviewdesk.services.drafts import DraftService
from reviewdesk.services.follow_ups import FollowUpService
from reviewdesk.storage.journal import Journal
from tests.books import a_store, the


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def opened(qtbot, theme, tasks, store):
    """Give a function that opens the page of an account by its name."""
    held = []  # a page without a window belongs to whoever holds it

    def open_page(name="Łódź Logistics", width=1140):
        view = AccountView()
        qtbot.addWidget(view)
        view.resize(width, 768)
        with qtbot.waitActive(view):
            view.show()
        controller = AccountController(
            view,
            AccountService(store),
            FollowUpService(store),
            ConcernService(store),
            DraftService(store, Journal(store.path)),
            tasks,
        )
        held.append(controller)
        controller.open(the(store, name).id)
        assert tasks.wait_idle()
        return controller

    return open_page
