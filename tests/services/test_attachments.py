"""Files kept inside the book: whole, once, undone as one, and refused in a sentence."""

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.errors import MissingError, RefusedError, UnreadableError
from reviewdesk.services.attachments import LARGEST, AttachmentService
from reviewdesk.services.search import SearchService
from reviewdesk.storage.contents import find
from tests.books import TUESDAY, a_store
from tests.storage.whole_book import check_what_is_worked_out, rows_of


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

    with pytest.raises(RefusedError, match="larger than 100 MB"):
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


def test_a_removed_file_comes_back_whole(files, store, lodz):
    file = files.add_bytes(lodz.id, "offer.txt", b"12 pallets").value
    before = rows_of(store)

    files.remove(file.id)
    assert files.files(lodz.id).rows == ()
    store.undo()

    assert rows_of(store) == before
    assert files.content(file.id) == b"12 pallets"
    check_what_is_worked_out(store)


def test_a_file_is_renamed_and_keeps_its_ending(files, lodz):
    file = files.add_bytes(lodz.id, "scan0001.pdf", b"%PDF").value

    assert files.rename(file.id, "Offer of May").value.name == "Offer of May.pdf"
    assert files.rename(file.id, "../Offer.txt").value.media_type == "text/plain"
    with pytest.raises(RefusedError, match="needs a name"):
        files.rename(file.id, "  ")


def test_a_file_hangs_on_a_concern_and_falls_back_to_the_account_with_it(files, store, lodz):
    concern = Concern(account_id=lodz.id, words="Late again", summary="", severity=2, raised_on=TUESDAY)
    with store.write("Arrange") as work:
        work.concerns.put(concern)
    file = files.add_bytes(lodz.id, "photo.png", b"png").value

    files.hang(file.id, Kind.CONCERN, concern.id)
    assert files.files(lodz.id).rows[0].place.words == "Concern: Late again"
    assert [each.words for each in files.files(lodz.id).places] == ["The account", "Concern: Late again"]

    with store.write("Remove") as work:
        work.concerns.remove(concern.id)
    assert files.files(lodz.id).rows[0].place.kind is None


def test_a_copy_is_written_where_the_person_wants_it(files, lodz, tmp_path):
    file = files.add_bytes(lodz.id, "offer.txt", b"12 pallets").value

    files.save_as(file.id, tmp_path / "out" / "offer.txt")

    assert (tmp_path / "out" / "offer.txt").read_bytes() == b"12 pallets"


def test_what_was_removed_is_erased_for_good_only_when_asked(files, store, lodz):
    kept_one = files.add_bytes(lodz.id, "kept.txt", b"kept").value
    gone = files.add_bytes(lodz.id, "gone.txt", b"gone for good").value
    files.remove(gone.id)
    assert (files.removed().count, files.removed().size) == (1, 13)

    assert files.erase_removed() == 1

    assert files.removed().count == 0
    assert files.content(kept_one.id) == b"kept"
    store.undo()
    with pytest.raises(MissingError, match="erased for good"):
        files.content(gone.id)


def test_a_file_is_found_by_its_name(files, store, lodz):
    files.add_bytes(lodz.id, "Zöllner contract.pdf", b"%PDF")

    found = SearchService(store).written("zollner")

    assert [(each.kind, each.account_id, each.meta.split(" · ")[0]) for each in found] == [
        (Kind.ATTACHMENT, lodz.id, "File")
    ]
