"""The page of accounts on a real book."""

import pytest

from reviewdesk.desktop.accounts.controller import AccountsController
from reviewdesk.desktop.accounts.list_parts import ListParts
from reviewdesk.desktop.accounts.view import AccountsView
from reviewdesk.services.account_list import AccountListService
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.accounts_at_once import AccountsAtOnceService
from reviewdesk.services.saved_views import SavedViewService
from tests.books import a_store


@pytest.fixture
def store(tmp_path):
    """A new book."""
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def opened(qtbot, theme, tasks, store, memory):
    """Give a function that opens the page on the book as it stands."""
    held = []  # a page without a window belongs to whoever holds it

    def open_page(width=1140, height=768):
        view = AccountsView()
        qtbot.addWidget(view)
        view.resize(width, height)
        with qtbot.waitActive(view):
            view.show()
        parts = ListParts(view, SavedViewService(store), AccountsAtOnceService(store), tasks)
        controller = AccountsController(view, AccountListService(store), AccountService(store), parts, tasks, memory)
        held.append(controller)
        controller.show_page()
        assert tasks.wait_idle()
        return controller

    return open_page
