"""What is left of removed files, in Settings."""

import pytest

from reviewdesk.desktop.settings.removed_files import RemovedFilesCard, RemovedFilesPart
from reviewdesk.domain.account import Account
from reviewdesk.services.attachments import AttachmentService
from tests.books import a_store


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


def test_removed_files_are_erased_for_good_only_from_here(qtbot, theme, tasks, store):
    files = AttachmentService(store)
    with store.write("Arrange") as work:
        account = work.accounts.put(Account(name="Hooli"))
    card = RemovedFilesCard()
    qtbot.addWidget(card)
    part = RemovedFilesPart(card, files, tasks)
    part.show_now()
    assert tasks.wait_idle()
    assert not card.isVisible()

    file = files.add_bytes(account.id, "offer.txt", b"x" * 1500).value
    files.remove(file.id)
    part.show_now()
    assert tasks.wait_idle()
    assert card.isVisible()
    assert card.words.text().startswith("1 removed file, 2 KB, can still be brought back")

    card.erase.click()
    assert tasks.wait_idle()
    assert tasks.wait_idle()

    assert not card.isVisible()
    assert files.removed().count == 0
