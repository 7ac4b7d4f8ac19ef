"""What is typed is on the disk, and comes back until it is saved."""

import os
import stat
from datetime import UTC, datetime
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewdesk.domain.errors import BookError
from reviewdesk.storage import journal as journal_module
from reviewdesk.storage.journal import Journal
from tests.small_disk import fill, small_disk  # noqa: F401 - a fixture

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def texts(path):
    return {each.key: each.text for each in Journal(path).drafts()}


def test_what_was_typed_last_comes_back_after_a_restart(path):
    journal = Journal(path)
    journal.keep("review/1/notes", "H", NOW)
    journal.keep("review/2/notes", "Übel\n客户\ud800", NOW)
    journal.keep("review/1/notes", "Hello", NOW)

    assert [(each.key, each.text, each.at) for each in Journal(path).drafts()] == [
        ("review/2/notes", "Übel\n客户\ud800", NOW.isoformat()),
        ("review/1/notes", "Hello", NOW.isoformat()),
    ]


def test_what_is_saved_is_forgotten(path):
    journal = Journal(path)
    journal.keep("a", "one", NOW)
    journal.keep("b", "two", NOW)
    journal.saved("a")
    assert texts(path) == {"b": "two"}

    journal.saved("b")
    assert texts(path) == {}
    assert not journal.path.exists()


def test_what_was_typed_after_the_save_is_not_forgotten(path):
    journal = Journal(path)
    saving = journal.next_number()
    journal.keep("a", "one and more", NOW)
    journal.saved("a", saving)
    journal.saved("unknown")

    assert texts(path) == {"a": "one and more"}


def test_what_was_typed_before_the_save_is_forgotten_though_the_save_held_more(path):
    journal = Journal(path)
    journal.keep("a", "Late invoices", NOW)
    journal.saved("a", journal.next_number())

    assert texts(path) == {}


def test_what_is_kept_after_a_later_save_was_done_is_not_kept(path):
    journal = Journal(path)
    keeping, saving = journal.next_number(), journal.next_number()
    journal.saved("a", saving)
    journal.keep("a", "older than what was saved", NOW, number=keeping)

    assert texts(path) == {}


def test_what_is_kept_out_of_order_leaves_the_newest(path):
    journal = Journal(path)
    first, second = journal.next_number(), journal.next_number()
    journal.keep("a", "newer", NOW, number=second)
    journal.keep("a", "older", NOW, number=first)

    assert texts(path) == {"a": "newer"}


def test_a_draft_says_which_texts_it_was_typed_over(path):
    Journal(path).keep("a", "one more", NOW, over=("one", "one m"))
    draft = Journal(path).drafts()[0]

    assert draft.was_typed_over("one")
    assert draft.was_typed_over("one m")
    assert not draft.was_typed_over("one, said elsewhere")


def test_a_draft_says_what_it_went_into_where_the_program_ends_before_it_is_forgotten(path):
    journal = Journal(path)
    journal.keep("a", "one", NOW, over=("",))
    journal.saving("a", "one more", journal.next_number())
    draft = Journal(path).drafts()[0]

    assert (draft.key, draft.text) == ("a", "one")
    assert draft.went_into("one")
    assert draft.went_into("one more")
    assert not draft.went_into("one, said elsewhere")

    journal.keep("a", "one more again", NOW, over=("one more",))
    assert not Journal(path).drafts()[0].went_into("one more")


def test_a_draft_of_an_earlier_start_stays_beside_what_is_typed_now(path):
    Journal(path).keep("a", "typed before the crash", NOW)
    for text in ("typed today", "typed today, too"):
        journal = Journal(path)
        journal.keep("a", text, NOW)
    journal.saved("a")

    assert texts(path) == {"a/earlier": "typed before the crash", "a/earlier/earlier": "typed today"}
    journal.forget("a/earlier")
    assert texts(path) == {"a/earlier/earlier": "typed today"}


def test_an_emptied_text_is_a_draft_too(path):
    journal = Journal(path)
    journal.keep("a", "one", NOW)
    journal.keep("a", "", NOW)

    assert texts(path) == {"a": ""}


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_line_cut_off_by_a_crash_harms_neither_the_one_before_nor_the_one_after(path, cut):
    journal = Journal(path)
    journal.keep("a", "kept", NOW)
    journal.keep("b", "cut off in the middle", NOW)
    journal.path.write_bytes(journal.path.read_bytes()[:-cut])

    again = Journal(path)
    again.keep("c", "typed after the crash", NOW)

    found = texts(path)
    assert found["a"] == "kept"
    assert found["c"] == "typed after the crash"
    assert found.get("b") in (None, "cut off in the middle")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from("abc"), st.text(max_size=30)), max_size=8), st.data())
def test_wherever_it_is_cut_off_every_whole_line_counts(path, typed, data):
    Journal(path).path.unlink(missing_ok=True)
    journal = Journal(path)
    sizes = [0]
    for key, text in typed:
        journal.keep(key, text, NOW)
        sizes.append(journal.path.stat().st_size)
    size = data.draw(st.integers(0, sizes[-1]))
    if typed:
        journal.path.write_bytes(journal.path.read_bytes()[:size])
    whole = sum(each - 1 <= size for each in sizes[1:])

    assert texts(path) == dict(typed[:whole])
    journal.path.unlink(missing_ok=True)


@pytest.mark.parametrize(
    "line", [b"[]", b"5", b'{"key": 1}', b"\xff\xfe", b'{"key":"a","text":"b","at":', b"null", b'"a"']
)
def test_a_line_that_is_no_draft_is_passed_over(path, line):
    journal = Journal(path)
    journal.keep("a", "kept", NOW)
    with journal.path.open("ab") as file:
        file.write(line)
    Journal(path).keep("b", "too", NOW)

    assert texts(path) == {"a": "kept", "b": "too"}


def test_a_full_disk_is_told_and_what_was_kept_before_stays(small_disk):  # noqa: F811
    book = small_disk / "Acme.reviewdesk"
    journal = Journal(book)
    journal.keep("a", "kept", NOW)
    stuffing = fill(small_disk, leave=20_000)
    with pytest.raises(BookError, match="Free some space; the text is still here"):
        journal.keep("b", "x" * 200_000, NOW)
    assert texts(book) == {"a": "kept"}

    stuffing.unlink()
    journal.keep("b", "typed again", NOW)
    assert texts(book) == {"a": "kept", "b": "typed again"}


def test_a_disk_that_does_not_let_forget_offers_the_draft_again(small_disk):  # noqa: F811
    book = small_disk / "Acme.reviewdesk"
    journal = Journal(book)
    journal.keep("a", "saved", NOW)
    journal.keep("b", "open", NOW)
    fill(small_disk)
    for _ in range(200):
        journal.saved("a")

    assert [each.key for each in journal.drafts()] == ["b"]
    assert texts(book)["b"] == "open"


def test_a_long_meeting_does_not_grow_the_file_without_end(path, monkeypatch):
    monkeypatch.setattr(journal_module, "TIDY_FROM", 5_000)
    journal = Journal(path)
    journal.keep("open elsewhere", "stays", NOW)
    for count in range(300):
        journal.keep("notes", "word " * count, NOW)

    assert journal.path.stat().st_size < 20_000
    assert texts(path) == {"open elsewhere": "stays", "notes": "word " * 299}


@pytest.mark.skipif(os.name != "posix", reason="rights are set for the folder there")
def test_nobody_else_on_the_machine_reads_drafts(path, monkeypatch):
    monkeypatch.setattr(journal_module, "TIDY_FROM", 10)
    journal = Journal(path)
    for text in ("one", "two"):
        journal.keep("a", text, NOW)
        assert stat.S_IMODE(journal.path.stat().st_mode) == 0o600


def test_two_lanes_may_use_one_journal(path):
    journal = Journal(path)

    def type_much(key):
        for count in range(40):
            journal.keep(key, str(count), NOW)

    lanes = [Thread(target=type_much, args=(key,)) for key in "abc"]
    for each in lanes:
        each.start()
    for each in lanes:
        each.join()

    assert texts(path) == dict.fromkeys("abc", "39")
