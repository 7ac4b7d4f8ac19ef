"""What stands in files: each content once, found by its digest, forgotten only when nothing names it."""

from hashlib import sha256

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.services.attachments import AttachmentService
from reviewdesk.storage.backup import Backups
from reviewdesk.storage.contents import find, forget_unnamed, keep, unnamed
from tests.books import a_store


@pytest.fixture
def store(tmp_path):
    book = a_store(tmp_path)
    yield book
    book.close()


def test_the_same_content_is_kept_once_under_its_digest(store):
    with store.write("Keep") as work:
        first, again = keep(work.connection, b"12 pallets"), keep(work.connection, b"12 pallets")

        assert first == again == sha256(b"12 pallets").hexdigest()
        assert unnamed(work.connection).count == 1
        assert find(work.connection, first) == b"12 pallets"


def test_a_digest_that_nobody_kept_finds_nothing(store):
    with store.read() as reading:
        assert find(reading.connection, "0" * 64) is None


def test_a_content_goes_only_once_nothing_names_it(store):
    with store.write("Arrange") as work:
        account = work.accounts.put(Account(name="Hooli"))
    files = AttachmentService(store)
    first = files.add_bytes(account.id, "one.txt", b"same").value
    second = files.add_bytes(account.id, "two.txt", b"other").value
    files.remove(second.id)

    with store.write("Forget", quiet=True) as work:
        assert forget_unnamed(work.connection) == 1
        assert find(work.connection, first.digest) == b"same"
        assert find(work.connection, second.digest) is None


def test_a_backup_holds_what_stands_in_files(store):
    with store.write("Arrange") as work:
        account = work.accounts.put(Account(name="Hooli"))
    AttachmentService(store).add_bytes(account.id, "one.txt", b"words that only this file has")

    backup = Backups(store.path, store.clock).make("by hand")

    assert b"words that only this file has" in backup.path.read_bytes()
