"""Everything in a book can be taken along: every record, every field, who may see it, and the files kept in it."""

import csv
import json
from io import StringIO

import pytest

from reviewdesk.domain.audience import audiences_of
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.plain_json import read_json
from reviewdesk.domain.review import NoteLine
from reviewdesk.services.attachments import AttachmentService
from reviewdesk.services.export import ExportService
from reviewdesk.storage import records
from reviewdesk.storage.contents import forget_unnamed
from reviewdesk.storage.repository import Repository
from tests.books import a_store, small_book, the, ugly_book


@pytest.fixture
def store(tmp_path):
    book = small_book(a_store(tmp_path))
    yield book
    book.close()


@pytest.fixture
def exported(store, tmp_path):
    return ExportService(store).write(tmp_path / "out")


def whole(exported):
    return json.loads((exported.folder / "everything.json").read_text("utf-8"))


def table(exported, name):
    text = (exported.folder / "tables" / f"{name}.csv").read_text("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


def test_every_kind_of_record_with_every_field_is_in_it_and_reads_back_exactly(store, exported):
    found = whole(exported)["records"]
    names = list(found)

    assert len(names) == len(records.ALL)
    with store.read() as reading:
        for name, kind in zip(names, records.ALL, strict=True):
            repository = reading.reviews if kind is records.REVIEW else Repository(reading, kind)
            there = [read_json(kind.record, json.dumps(each)) for each in found[name]]
            assert sorted(there, key=repr) == sorted(repository.all(), key=repr), name


def test_every_kind_is_a_table_too_and_note_lines_have_their_own(store, exported):
    counts = {name: len(found) for name, found in whole(exported)["records"].items()}

    assert {name: len(table(exported, name)) for name in counts} == counts
    assert exported.records == sum(counts.values())
    lines = table(exported, "note_lines")
    assert {"! Two late deliveries", "They like the new sensor"} <= {each["text"] for each in lines}
    assert {each["review_id"] for each in lines} <= {each["id"] for each in table(exported, "reviews")}


def test_each_field_says_who_may_see_it(exported):
    said = whole(exported)["audiences"]

    assert said["accounts"]["notes"] == "only me"
    assert said["note_lines"] == {name: each.value for name, each in audiences_of(NoteLine).items()}
    with (exported.folder / "audiences.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {(each["record"], each["field"]): each["audience"] for each in csv.DictReader(file)}
    assert rows["people", "stance"] == "our side"
    assert len(rows) == sum(map(len, said.values()))


def test_the_files_kept_in_the_book_are_beside_it(store, tmp_path):
    lodz = the(store, "Łódź Logistics")
    kept = AttachmentService(store).add_bytes(lodz.id, "Offer 12.pdf", b"%PDF \x00").value

    folder = ExportService(store).write(tmp_path / "out").folder

    (file,) = (folder / "files").iterdir()
    assert (file.name, file.read_bytes()) == (f"{kept.id.hex[:8]} Offer 12.pdf", b"%PDF \x00")


def test_a_file_whose_content_was_erased_is_named(store, tmp_path):
    lodz = the(store, "Łódź Logistics")
    kept = AttachmentService(store).add_bytes(lodz.id, "Offer 12.pdf", b"%PDF").value
    with store.write("Erase") as work:
        work.attachments.remove(kept.id)
        forget_unnamed(work.connection)
    store.undo()

    assert ExportService(store).write(tmp_path / "out").without_content == ("Offer 12.pdf",)


def test_an_empty_book_has_all_tables_with_their_headers(tmp_path):
    store = a_store(tmp_path)
    exported = ExportService(store).write(tmp_path / "out")
    store.close()

    text = (exported.folder / "tables" / "concerns.csv").read_text("utf-8-sig")

    assert text.startswith("account_id,words,summary,severity,")


def test_names_in_any_script_and_cells_that_would_run_are_in_it_unharmed(tmp_path):
    store = ugly_book(a_store(tmp_path))
    exported = ExportService(store).write(tmp_path / "out")
    with store.read() as reading:
        names = {each.name for each in reading.accounts.all()}
    store.close()

    assert {each["name"] for each in table(exported, "accounts")} == names
    assert {each["name"] for each in whole(exported)["records"]["accounts"]} == names


def test_exporting_twice_overwrites_nothing(store, tmp_path):
    first, second = (ExportService(store).write(tmp_path / "out").folder for _ in range(2))

    assert first != second
    assert {each.name for each in (tmp_path / "out").iterdir()} == {first.name, second.name}


def test_where_it_cannot_be_written_nothing_is_left_behind(store, tmp_path):
    no_folder = tmp_path / "notes.txt"
    no_folder.write_text("a file")

    with pytest.raises(RefusedError):
        ExportService(store).write(no_folder)

    assert no_folder.read_text() == "a file"
    assert not [each for each in tmp_path.iterdir() if each.name.endswith(".part")]
