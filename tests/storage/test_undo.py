"""Every write can be taken back and brought back, and nothing is overwritten by that."""

import time
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from reviewdesk.domain.account import Account, Tier
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.errors import MissingError, RefusedError, StaleError, UndoRefusedError
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.purchase import Purchase, SourceKey
from reviewdesk.domain.review import NoteLine, Review
from reviewdesk.storage import steps
from reviewdesk.storage.book_file import open_book
from tests.storage.sample_records import DAY, sample
from tests.storage.whole_book import check_what_is_worked_out, rows_of

SAMPLE = sample()
LINES = SAMPLE.review.lines
NEW_LINE = NoteLine(text="? when will it be done")


def changed_account(work):
    work.accounts.put(replace(work.accounts.get(SAMPLE.account.id), name="Łódź Werke II", tier=Tier.B, tags=()))


def lines_put(*lines):
    def write(work):
        work.reviews.put(replace(work.reviews.get(SAMPLE.review.id), lines=lines))

    return write


def removed(name, number=0):
    record = [each for repository, each in SAMPLE.parts if repository == name][number]
    return lambda work: getattr(work, name).remove(record.id)


def many_added(work):
    accounts = [Account(name=f"Imported {each}") for each in range(1200)]
    work.accounts.add_all(accounts)
    work.reviews.add_all([Review(account_id=each.id, lines=(NoteLine(text="imported"),)) for each in accounts[:1]])


def several_at_once(work):
    """Add, change, change again and remove within one step, some of it twice on one field."""
    extra = work.follow_ups.put(FollowUp(account_id=SAMPLE.account.id, what="one"))
    extra = work.follow_ups.put(replace(extra, what="two"))
    work.follow_ups.put(replace(extra, what="three", due=DAY))
    gone = work.follow_ups.put(FollowUp(account_id=SAMPLE.account.id, what="gone"))
    work.follow_ups.remove(gone.id)
    changed_account(work)
    work.accounts.put(replace(work.accounts.get(SAMPLE.account.id), name="Łódź Werke III"))


def settings_changed(work):
    work.books.put(replace(work.book, base_currency="USD", rates=(("EUR", DAY, Decimal("1.1")),), months_a=4))


WRITES = {
    "a new account": lambda work: work.accounts.put(Account(name="New")),
    "a changed account": changed_account,
    "settings": settings_changed,
    "many added": many_added,
    "several at once": several_at_once,
    "a line inserted": lines_put(LINES[0], NEW_LINE, *LINES[1:]),
    "a line moved": lines_put(LINES[2], *LINES[:2]),
    "a line edited": lines_put(LINES[0], replace(LINES[1], text="/we send it on monday", day=DAY), LINES[2]),
    "a line deleted": lines_put(LINES[0], LINES[2]),
    "all lines deleted": lines_put(),
    "lines turned round": lines_put(*reversed(LINES)),
    "the day of a review": lambda work: work.reviews.put(
        replace(work.reviews.get(SAMPLE.review.id), held_on=DAY + timedelta(9))
    ),
    **{f"{name} removed": removed(name) for name, _ in SAMPLE.parts},
    "a person who reports to nobody removed": removed("people", 1),
}


@pytest.fixture
def book(store):
    """Give a book with one of every kind of record."""
    with store.write("Sample") as work:
        SAMPLE.put_all(work)
    return store


@pytest.mark.parametrize("name", WRITES)
def test_every_kind_of_write_can_be_taken_back_and_brought_back_again_and_again(book, name):
    before = rows_of(book)
    with book.write(name) as work:
        WRITES[name](work)
    after = rows_of(book)
    assert after != before
    check_what_is_worked_out(book)

    for _ in range(2):
        assert book.undoable().label == name
        undone = book.undo()
        assert rows_of(book) == before
        check_what_is_worked_out(book)
        assert book.redoable().label == name
        redone = book.redo()
        assert rows_of(book) == after
        check_what_is_worked_out(book)
        assert undone.records == redone.records >= work.changes.records
        assert undone.accounts >= work.changes.accounts


def test_taking_everything_back_leaves_the_empty_book(store):
    before = rows_of(store)
    with store.write("Sample") as work:
        SAMPLE.put_all(work)
    for name, write in WRITES.items():
        if "removed" not in name:
            with store.write(name) as work:
                write(work)
    while store.undoable():
        store.undo()

    assert rows_of(store) == before
    check_what_is_worked_out(store)
    with pytest.raises(RefusedError, match="nothing left to undo"):
        store.undo()

    while store.redoable():
        store.redo()
    check_what_is_worked_out(store)
    with pytest.raises(RefusedError, match="nothing to bring back"):
        store.redo()


def test_a_removed_account_takes_all_that_is_its_own_and_nothing_else(book):
    with book.write("Remove") as work:
        work.accounts.remove(SAMPLE.account.id)

    left = {name: len(rows) for name, rows in rows_of(book).items() if rows}
    assert left == dict.fromkeys(
        ("book", "colleague", "account", "product", "source_key", "custom_field", "saved_view", "source_file"), 1
    )
    with book.read() as reading:
        [child] = reading.accounts.all()
    assert child.parent_id is None


def test_what_only_refers_to_a_removed_record_is_told_to_have_changed(book):
    with book.write("Remove") as work:
        work.concerns.remove(next(each for name, each in SAMPLE.parts if name == "concerns").id)

    follow_up = next(each for name, each in SAMPLE.parts if name == "follow_ups")
    assert (Kind.FOLLOW_UP, follow_up.id) in work.changes.records
    with book.read() as reading:
        assert reading.follow_ups.get(follow_up.id).concern_id is None
        assert reading.follow_ups.get(follow_up.id).version == 2


@dataclass(frozen=True)
class Elsewhere:
    """A change made after the step that is to be taken back."""

    step: str
    later: object


@pytest.mark.parametrize(
    "case",
    [
        Elsewhere("a changed account", lambda work: work.accounts.put(
            replace(work.accounts.get(SAMPLE.account.id), name="Renamed elsewhere"))),
        Elsewhere("a changed account", removed("accounts")),
        Elsewhere("a line edited", lines_put(LINES[0], replace(LINES[1], text="typed elsewhere"), LINES[2])),
        Elsewhere("a line inserted", lines_put(LINES[0], replace(NEW_LINE, text="typed elsewhere"), *LINES[1:])),
        Elsewhere("several at once", removed("accounts")),
    ],
    ids=lambda case: case.step,
)  # fmt: skip
def test_a_step_is_not_taken_back_over_a_later_change(book, case):
    with book.write("Step") as work:
        WRITES[case.step](work)
    step = book.undoable()
    with book.write("Later") as work:
        case.later(work)
    before = rows_of(book)

    with pytest.raises(UndoRefusedError, match="“Step” cannot be taken back"):
        book.undo(step.id)

    assert rows_of(book) == before
    assert book.undoable().label == "Later"


def test_one_stale_change_among_thousands_keeps_all_of_them(book):
    with book.write("Import") as work:
        many_added(work)
    step = book.undoable()
    with book.read() as reading:
        last = reading.accounts.where(name="Imported 700")[0]
    with book.write("Rename") as work:
        work.accounts.put(replace(last, name="Renamed"))
    before = rows_of(book)

    with pytest.raises(UndoRefusedError):
        book.undo(step.id)

    assert rows_of(book) == before


def test_what_is_needed_by_something_later_stays(store):
    account = Account(name="Acme")
    with store.write("Add account") as work:
        work.accounts.put(account)
    step = store.undoable()
    with store.write("Add follow-up") as work:
        work.follow_ups.put(FollowUp(account_id=account.id, what="call"))
    before = rows_of(store)

    with pytest.raises(UndoRefusedError, match="still needed by something added later"):
        store.undo(step.id)

    assert rows_of(store) == before


def test_an_older_step_can_be_taken_back_by_itself_and_is_not_offered_again(store):
    first, second = Account(name="First"), Account(name="Second")
    with store.write("Add first") as work:
        work.accounts.put(first)
    with store.write("Add second") as other:
        other.accounts.put(second)

    store.undo(work.changes.step)

    with store.read() as reading:
        assert reading.accounts.all() == (second,)
    assert store.undoable().label == "Add second"
    with pytest.raises(RefusedError, match="nothing left to undo"):
        store.undo(work.changes.step)
    store.redo()
    store.undo()
    store.undo()
    with store.read() as reading:
        assert reading.accounts.all() == ()


def test_saves_of_one_field_that_follow_closely_are_taken_back_as_one(store):
    account = Account(name="Acme")
    with store.write("Add") as work:
        work.accounts.put(account)
    for text in ("g", "go", "good"):
        with store.write("Type notes", join_key="account/notes") as typing:
            typing.accounts.put(replace(typing.accounts.get(account.id), notes=text))
    with store.write("Type elsewhere", join_key="account/city") as work:
        work.accounts.put(replace(work.accounts.get(account.id), city="Lyon"))
    with store.write("Type notes", join_key="account/notes") as work:
        work.accounts.put(replace(work.accounts.get(account.id), notes="good day"))

    seen = []
    for _ in range(4):
        with store.read() as reading:
            found = reading.accounts.find(account.id)
        seen.append((found.notes, found.city))
        store.undo()

    assert seen == [("good day", "Lyon"), ("good", "Lyon"), ("good", ""), ("", "")]
    with store.read() as reading:
        assert reading.accounts.find(account.id) is None
    assert typing.changes.step is not None


def test_a_joined_step_is_taken_back_whole_by_any_of_its_saves(store):
    account = Account(name="Acme")
    with store.write("Add") as work:
        work.accounts.put(account)
    saves = []
    for text in ("g", "go", "good"):
        with store.write("Type", join_key="account/notes") as work:
            work.accounts.put(replace(work.accounts.get(account.id), notes=text))
        saves.append(work.changes.step)

    store.undo(saves[1])

    with store.read() as reading:
        assert reading.accounts.get(account.id).notes == ""


def test_a_save_long_after_the_last_is_a_step_of_its_own(store, monkeypatch):
    account = Account(name="Acme")
    with store.write("Add") as work:
        work.accounts.put(account)
    for text in ("one", "two"):
        with store.write("Type", join_key="account/notes") as work:
            work.accounts.put(replace(work.accounts.get(account.id), notes=text))
        monkeypatch.setattr(steps, "JOINS_WITHIN", timedelta(seconds=-1))

    store.undo()

    with store.read() as reading:
        assert reading.accounts.get(account.id).notes == "one"


def test_typing_for_long_does_not_push_earlier_steps_out_of_reach(store, monkeypatch):
    monkeypatch.setattr(steps, "REMEMBERED", 5)
    account = Account(name="Acme")
    with store.write("Add") as work:
        work.accounts.put(account)
    for count in range(20):
        with store.write("Type", join_key="account/notes") as work:
            work.accounts.put(replace(work.accounts.get(account.id), notes="x" * count + "!"))

    store.undo()
    store.undo()

    with store.read() as reading:
        assert reading.accounts.all() == ()


def test_a_quiet_step_is_kept_in_the_history_and_never_offered(store):
    account = Account(name="Acme")
    with store.write("Add") as work:
        work.accounts.put(account)
    with store.write("Seen", quiet=True) as work:
        work.accounts.put(replace(work.accounts.get(account.id), city="Lyon"))

    assert store.undoable().label == "Add"
    with store.read() as reading:
        history = steps.history_of(reading.connection, account.id.hex)
    assert [(step.label, change.field) for step, change in history] == [("Seen", "city"), ("Add", "")]


def test_undo_and_redo_go_on_after_a_restart(path):
    store = open_book(path, Clock(), may_create=True)
    account = Account(name="Acme")
    with store.write("Add") as work:
        work.accounts.put(account)
    store.close()

    for wanted in ((), (account,), ()):
        store = open_book(path, Clock())
        store.redo() if wanted else store.undo()
        with store.read() as reading:
            assert reading.accounts.all() == wanted
        store.close()


def test_a_new_step_ends_what_could_be_brought_back(store):
    with store.write("Add") as work:
        work.accounts.put(Account(name="Acme"))
    store.undo()
    with store.write("Add another") as work:
        work.accounts.put(Account(name="Other"))

    assert store.redoable() is None
    with pytest.raises(RefusedError):
        store.redo()


def test_an_editor_opened_before_an_undo_is_told_so(book):
    with book.write("Type") as work:
        WRITES["a line edited"](work)
        open_in_the_editor = work.reviews.get(SAMPLE.review.id)
    book.undo()

    typed = open_in_the_editor.with_line(NoteLine(text="typed after the undo"))
    with pytest.raises(StaleError) as stale, book.write("Type") as work:
        work.reviews.put(typed)

    assert stale.value.mine == typed
    assert stale.value.stored.lines == SAMPLE.review.lines


def test_a_record_that_was_removed_is_not_put_back_by_an_old_editor(book):
    with book.read() as reading:
        known = reading.accounts.get(SAMPLE.account.id)
    with book.write("Remove") as work:
        work.accounts.remove(known.id)

    with pytest.raises(MissingError, match="Undo its removal"), book.write("Type") as work:
        work.accounts.put(replace(known, notes="typed later"))

    book.undo()
    with book.read() as reading:
        assert reading.accounts.get(known.id) == known


def test_a_stale_save_is_refused_with_both_values(store):
    account = Account(name="Acme")
    with store.write("Add") as work:
        first = work.accounts.put(account)
    with store.write("Rename") as work:
        work.accounts.put(replace(first, name="Acme Ltd"))

    with pytest.raises(StaleError) as stale, store.write("Rename") as work:
        work.accounts.put(replace(first, name="Acme Inc"))

    assert (stale.value.mine.name, stale.value.stored.name) == ("Acme Inc", "Acme Ltd")


def test_putting_what_is_there_already_writes_nothing(book):
    for _ in range(2):
        with book.write("Nothing") as work:
            work.accounts.put(work.accounts.get(SAMPLE.account.id))
            work.reviews.put(work.reviews.get(SAMPLE.review.id))
        assert not work.changes
    assert book.undoable().label == "Sample"


def test_something_that_belongs_to_nothing_is_refused(store):
    gone = Account(name="Gone")

    with pytest.raises(RefusedError, match="was removed"), store.write("Add") as work:
        work.follow_ups.put(FollowUp(account_id=gone.id, what="call"))

    with store.read() as reading:
        assert reading.follow_ups.all() == ()


def test_an_import_of_thousands_is_taken_back_in_few_statements(store):
    """Each statement costs; their number is what must not grow with the rows one by one."""
    account = Account(name="Acme")
    bought = [
        Purchase(account_id=account.id, bought_on=date(2026, 1, 1), amount=Decimal(each), currency="EUR")
        for each in range(5000)
    ]
    with store.write("Import") as work:
        work.accounts.put(account)
        work.purchases.add_all(bought)
        work.source_keys.add_all(
            [
                SourceKey(source="crm", source_id=str(each), kind="purchase", record_id=one.id)
                for each, one in enumerate(bought)
            ]
        )
    said = []
    watch(store, said)

    began = time.perf_counter()
    store.undo()
    took = time.perf_counter() - began

    print(f"5,000 purchases with their source keys taken back in {took * 1000:.0f} ms and {len(said)} statements")
    assert len(said) < 100
    with store.read() as reading:
        assert reading.purchases.all() == reading.source_keys.all() == ()
    store.redo()
    with store.read() as reading:
        assert len(reading.purchases.all()) == 5000


def watch(store, said):
    from sqlalchemy import event

    event.listen(store.engine, "before_cursor_execute", lambda *call: said.append(call[2]))
