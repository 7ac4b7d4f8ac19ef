"""Notes and activities of other programs: a conversation is a contact made, anything else a note of its day."""

from dataclasses import replace
from datetime import date

import pytest

from reviewdesk.domain.said import Channel
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.book import BookService
from reviewdesk.services.imports import ImportService
from reviewdesk.storage.backup import Backups
from tests.books import a_store

ACCOUNTS = "Record Id,Account Owner.id,Account Name,Billing Code\nzcrm_501,1,Kestrel Air,LS1\n"
PEOPLE = (
    "Record Id,First Name,Last Name,Account Name,Account Name.id,Email\n901,Ada,Byron,Kestrel Air,501,ada@k.example\n"
)
NOTES = """Note Id,Note Title,Note Content,Parent ID,Parent Module,Created Time
zcrm_1,Trial,"They want a trial, twice",zcrm_501,Accounts,2026-03-12 10:00
2,,Prefers mail,901,Contacts,2026-04-01
3,Lost,Somebody else's,777,Accounts,2026-04-02
4,,,501,Accounts,2026-04-02
"""
FIRMS = "Organization - Name,Organization - ID,Organization - Owner\nKestrel Air,11,Dana\n"
ACTIVITIES = """Activity - Subject,Activity - Type,Activity - Due date,Activity - Done,Activity - Note,Activity - Organization,Activity - Person
Quarterly call,Call,46296,Done,"<p>Happy with <b>drives</b></p><ul><li>ask about R&amp;D</li></ul>",Kestrel Air,
On site,Meeting,2026-09-14,Done,,Kestrel Air,Ada Byron
Send offer,Email,2026-09-20,Done,Sent it,Kestrel Air,
Next call,Call,2026-12-24,To do,,Kestrel Air,
"""  # noqa: E501


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path, today=date(2026, 11, 21))
    yield store
    store.close()


def bring(store, tmp_path, decisions=None, **texts):
    paths = []
    for name, text in texts.items():
        paths.append(tmp_path / f"{name}.csv")
        paths[-1].write_text(text, encoding="utf-8")
    imports = ImportService(store)
    shown = imports.plan(paths, decisions)
    imports.apply(shown)
    return shown


def kept(store, kind):
    with store.read() as reading:
        return getattr(reading, kind).all()


def test_notes_of_an_account_and_of_its_people_stand_in_its_notes_with_their_day(store, tmp_path):
    shown = bring(store, tmp_path, accounts=ACCOUNTS, people=PEOPLE, notes=NOTES)

    (account,) = kept(store, "accounts")
    assert account.notes == "2026-03-12: Trial: They want a trial, twice\n2026-04-01: Prefers mail"
    assert {each.line: each.reason for each in shown.made.left_out} == {
        4: "of an account that is not known",
        5: "without words",
    }


def test_notes_are_brought_once_and_stay_as_the_person_made_them(store, tmp_path):
    bring(store, tmp_path, accounts=ACCOUNTS, people=PEOPLE, notes=NOTES)
    with store.write("Edit") as work:
        (account,) = work.accounts.all()
        work.accounts.put(replace(account, notes="shortened"))

    again = bring(store, tmp_path, notes=NOTES)

    assert again.made.change_count == 0
    assert kept(store, "accounts")[0].notes == "shortened"


def test_calls_and_meetings_that_took_place_are_contacts_made(store, tmp_path):
    bring(store, tmp_path, firms=FIRMS, activities=ACTIVITIES)

    made = sorted(kept(store, "contacts"), key=lambda each: each.made_on)
    assert [(each.made_on, each.channel) for each in made] == [
        (date(2026, 9, 14), Channel.VISIT),
        (date(2026, 10, 1), Channel.CALL),
    ]
    assert made[1].words == "Quarterly call: Happy with drives\n- ask about R&D"


def test_a_call_done_before_the_day_it_was_planned_for_is_a_note_and_no_contact_ahead(store, tmp_path):
    early = "Early call,Call,2026-12-24,Done,All well,Kestrel Air,\n"

    bring(store, tmp_path, firms=FIRMS, activities=ACTIVITIES + early)

    (account,) = kept(store, "accounts")
    assert "2026-12-24: Early call: All well" in account.notes
    assert max(each.made_on for each in kept(store, "contacts")) == date(2026, 10, 1)


def test_a_mail_that_was_sent_is_a_note_and_no_contact(store, tmp_path):
    shown = bring(store, tmp_path, firms=FIRMS, activities=ACTIVITIES)

    (account,) = kept(store, "accounts")
    assert account.notes == "2026-09-20: Send offer: Sent it"
    assert [each.reason for each in shown.made.left_out] == ["not done yet"]


def test_contacts_that_were_imported_say_when_one_last_spoke_and_undo_takes_them_back(store, tmp_path):
    bring(store, tmp_path, firms=FIRMS, activities=ACTIVITIES)
    (row,) = AccountService(store).rows()
    assert row.last_contact == date(2026, 10, 1)

    BookService(store, Backups(store.path, store.clock)).undo()
    assert kept(store, "contacts") == ()


def test_activities_read_again_change_nothing(store, tmp_path):
    bring(store, tmp_path, firms=FIRMS, activities=ACTIVITIES)

    assert bring(store, tmp_path, firms=FIRMS, activities=ACTIVITIES).made.change_count == 0


def test_activities_of_any_table_are_understood(store, tmp_path):
    text = "Subject;Activity type;Date;Done;Company;Notes\nHello;Anruf;12.03.2026;ja;Kestrel Air;Alles gut\n"

    bring(store, tmp_path, {"unknown-accounts": "add"}, activities=text)

    (contact,) = kept(store, "contacts")
    assert (contact.channel, contact.words) == (Channel.CALL, "Hello: Alles gut")
