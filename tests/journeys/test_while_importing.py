"""The window is worked in while an import runs behind it: nothing typed is lost, and nothing is half imported."""

import pytest

from reviewdesk.domain.clock import Clock
from reviewdesk.storage.book_file import open_book
from tests.books import small_book, the
from tests.journeys.hands import Hands
from tests.journeys.while_importing import Pulse, Worker, apply_when_planned, drop, work_until
from tests.many_rows import write_files

ROWS, ACCOUNTS = 6_000, 600


@pytest.fixture
def hands(qapp, theme, tmp_path):
    path = tmp_path / "Northgate.reviewdesk"
    store = open_book(path, Clock(), may_create=True, name="Northgate")
    small_book(store)
    account = the(store, "Hooli").id
    store.close()
    made = Hands(qapp, path)
    made.account = account
    yield made
    made.leave()


@pytest.fixture
def theme(qapp):
    from reviewdesk.desktop.theme import Theme, ThemeChoice
    from reviewdesk.wiring import resources_folder

    return Theme(qapp, resources_folder(), ThemeChoice.LIGHT)


def counted(hands):
    """How many accounts and purchases another reader of the book sees."""
    return hands.services.book.now().accounts


@pytest.mark.timeout(180)
def test_typing_scrolling_and_searching_go_on_while_files_are_imported(hands, tmp_path):
    before = counted(hands)
    pulse = Pulse(hands)
    worker = Worker(hands, hands.account, pulse)
    importing = hands.program.desk.pages.importing
    applied, seen = [], set()
    importing.applied.connect(applied.append)
    pulse.begin()

    drop(hands, write_files(tmp_path, ROWS, ACCOUNTS))
    work_until(hands, worker, lambda: importing.is_planned)
    apply_when_planned(hands)

    def over():
        seen.add(counted(hands))
        return bool(applied)

    work_until(hands, worker, over)
    assert hands.program.shell.page == worker.place
    work_until(hands, worker, lambda: worker.work.rounds > 0 and worker.place == "accounts")
    pulse.end()
    hands.settle()
    hands.program._save_all()

    assert seen <= {before, before + ACCOUNTS}
    assert counted(hands) == before + ACCOUNTS
    account = hands.services.accounts.brief(hands.account).account
    assert account.industry == worker.work.industry
    notes = hands.services.meetings.workspace(hands.program.desk.pages.review._review_id).text
    assert " ".join(worker.work.notes.split()) in " ".join(notes.split())
    assert hands.services.book.check() == ()
    assert worker.work.rounds >= 1
    assert pulse.saves
    print(f"\nlongest gap {max(pulse.gaps):.0f} ms, longest save {max(pulse.saves):.0f} ms")
