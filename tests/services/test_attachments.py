"""Files kept inside the book: whole, once, undone as one, and refused in a sentence."""

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.errors import MissingError, RefusedError, UnreadableError
from reviewdesk.services.attachments import LARGEST, AttachmentService, plain_name
from reviewdesk.storage.contents import find
from tests.books import a_store


@pytest.fixture
def store(tmp_path):
    book = a_store(tmp_path)
    yield book
    book.close()


@pytest.fixture
def files(store):
    return AttachmentService(store)


@pytest.fixture
def lodz(store):
    with store.write("Arrange") as work:
        return work.accounts.put(Account(name="Łódź Logistics"))


def kept(store, account):
    with store.read() as reading:
        return [
            (each.name, find(reading.connection, each.digest))
            for each in reading.attachments.where(account_id=account.id)
        ]


def test_a_file_is_kept_whole_and_the_one_on_the_disk_may_go(files, store, lodz, tmp_path):
    offer = tmp_path / "Offer 12.pdf"
    offer.write_bytes(b"%PDF-1.7 \x00\xff")

    added = files.add(lodz.id, offer).value
    offer.unlink()

    assert (added.media_type, added.size) == ("application/pdf", 11)
    assert kept(store, lodz) == [("Offer 12.pdf", b"%PDF-1.7 \x00\xff")]


def test_the_same_file_on_the_same_account_is_there_once(files, store, lodz):
    first = files.add_bytes(lodz.id, "offer.txt", b"12 pallets")

    again = files.add_bytes(lodz.id, "offer.txt", b"12 pallets")

    assert again.value == first.value
    assert not again.changes
    assert len(kept(store, lodz)) == 1


def test_attaching_is_undone_in_one_step_and_done_again_with_its_content(files, store, lodz):
    files.add_bytes(lodz.id, "offer.txt", b"12 pallets")

    store.undo()
    assert kept(store, lodz) == []
    store.redo()

    assert kept(store, lodz) == [("offer.txt", b"12 pallets")]


def test_what_cannot_be_kept_is_refused_with_what_to_do(files, lodz, tmp_path):
    huge = tmp_path / "film.mkv"
    with huge.open("wb") as stream:
        stream.truncate(LARGEST + 1)

    with pytest.raises(RefusedError, match="larger than 50 MB"):
        files.add(lodz.id, huge)
    with pytest.raises(UnreadableError, match="is no file"):
        files.add(lodz.id, tmp_path / "gone.pdf")
    with pytest.raises(UnreadableError, match="is no file"):
        files.add(lodz.id, tmp_path)


def test_nothing_is_attached_to_an_account_that_is_gone(files, lodz, store):
    with store.write("Remove") as work:
        work.accounts.remove(lodz.id)

    with pytest.raises(MissingError):
        files.add_bytes(lodz.id, "offer.txt", b"12 pallets")


@pytest.mark.parametrize(
    ("given", "name"),
    [("../../etc/passwd", "passwd"), ("C:\\x\\plan.docx", "plan.docx"), ("a\r\nb.txt", "ab.txt"), ("..", "file")],
)
def test_a_files_name_has_no_folder_and_no_line_end(given, name):
    assert plain_name(given) == name
