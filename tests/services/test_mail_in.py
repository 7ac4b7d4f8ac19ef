"""Mails that were saved: whose they are is seen by their addresses, each is taken in once, with its file."""

from datetime import date

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.said import Channel
from reviewdesk.services.mail_in import MailInService
from reviewdesk.services.mail_values import MailTaken
from reviewdesk.storage.contents import find
from tests.books import a_store
from tests.exchange.test_mail_reading import HEAD, mail, outlook

DAY = date(2026, 11, 24)


@pytest.fixture
def store(tmp_path):
    book = a_store(tmp_path)
    with book.write("Arrange") as work:
        work.colleagues.put(Colleague(name="Dana Reyes", email="dana@northgate.example", is_me=True))
    yield book
    book.close()


@pytest.fixture
def mails(store):
    return MailInService(store)


@pytest.fixture
def lodz(store):
    with store.write("Arrange") as work:
        account = work.accounts.put(Account(name="Łódź Logistics"))
        work.people.put(Person(account_id=account.id, name="Anna Nowak", email="Anna@lodz.example"))
        work.accounts.put(Account(name="Aurora Labs", website="aurora.example"))
        return account


@pytest.fixture
def a_mail(tmp_path):
    def written(*lines, name="late.eml", **known):
        path = tmp_path / name
        path.write_bytes(mail(*lines, **known))
        return path

    return written


def test_a_mail_from_somebody_known_is_a_contact_made_with_its_file(mails, store, lodz, a_mail):
    path = a_mail()
    seen = mails.look(path)
    assert [each.name for each in seen.meant] == ["Łódź Logistics"]

    person_id = seen.person_meant(lodz.id)
    made = mails.take(seen, MailTaken(account_id=lodz.id, person_id=person_id, on=seen.day, words="Late again")).value

    with store.read() as reading:
        (contact,) = reading.contacts.all()
        (attachment,) = reading.attachments.all()
        content = find(reading.connection, attachment.digest)
    assert (contact.id, contact.channel, contact.made_on, contact.person_id) == (made.id, Channel.MAIL, DAY, person_id)
    assert (attachment.contact_id, attachment.name, content) == (made.id, "late.eml", path.read_bytes())


def test_a_mail_that_complains_is_a_concern_in_its_words(mails, store, lodz, a_mail):
    seen = mails.look(a_mail())

    taken = MailTaken(account_id=lodz.id, on=DAY, words=seen.mail.words, severity=3)
    made = mails.take(seen, taken).value

    with store.read() as reading:
        concern = reading.concerns.get(made.id)
        (attachment,) = reading.attachments.all()
    assert (concern.words, concern.severity, concern.raised_on) == ("Two pallets came late.", 3, DAY)
    assert attachment.concern_id == concern.id


def test_the_same_mail_again_is_refused_kindly_whatever_its_file_is_called(mails, lodz, a_mail, tmp_path):
    seen = mails.look(a_mail())
    mails.take(seen, MailTaken(account_id=lodz.id, on=DAY, words="Late again"))
    as_outlook = tmp_path / "again.msg"
    as_outlook.write_bytes(outlook())

    for path in (a_mail(name="copy.eml"), as_outlook):
        with pytest.raises(RefusedError, match="stands in the book already: Łódź Logistics, contact made of 24 Nov"):
            mails.look(path)
    with pytest.raises(RefusedError, match="already"):
        mails.take(seen, MailTaken(account_id=lodz.id, on=DAY, words="Late again"))


def test_what_was_undone_can_be_taken_in_again(mails, store, lodz, a_mail):
    seen = mails.look(a_mail())
    mails.take(seen, MailTaken(account_id=lodz.id, on=DAY, words="Late again"))

    store.undo()

    with store.read() as reading:
        assert (reading.contacts.all(), reading.attachments.all()) == ((), ())
    mails.take(mails.look(a_mail()), MailTaken(account_id=lodz.id, on=DAY, words="Late again"))


def test_a_mail_without_an_id_is_known_again_by_what_stands_in_it(mails, lodz, a_mail):
    path = a_mail(head=HEAD[:3])
    mails.take(mails.look(path), MailTaken(account_id=lodz.id, on=DAY, words="Late again"))

    with pytest.raises(RefusedError, match="already"):
        mails.look(path)


def test_what_we_wrote_is_about_whom_we_wrote_to(mails, lodz, a_mail):
    head = ("From: dana@northgate.example", "To: paula@northgate.example, Piotr Zając <piotr@aurora.example>")

    seen = mails.look(a_mail(head=head))

    assert seen.is_ours
    assert (seen.other.email, [each.name for each in seen.meant]) == ("piotr@aurora.example", ["Aurora Labs"])


def test_somebody_new_becomes_a_person_of_the_account_once(mails, store, lodz, a_mail):
    head = ("From: Marta Keller <marta@lodz.example>", "To: dana@northgate.example")

    for each in ("one", "two"):
        seen = mails.look(a_mail(f"X-Any: {each}", head=head))
        mails.take(seen, MailTaken(account_id=lodz.id, on=DAY, words="Hello", adds_person=True))

    with store.read() as reading:
        people = [each.name for each in reading.people.where(account_id=lodz.id)]
        contacts = reading.contacts.all()
    assert people == ["Anna Nowak", "Marta Keller"]
    assert len({each.person_id for each in contacts}) == 1


def test_nothing_is_guessed_where_nobody_is_known(mails, lodz, a_mail):
    assert mails.look(a_mail(head=("From: x@gmail.com", "To: dana@northgate.example"))).meant == ()


def test_nothing_is_taken_in_ahead_nor_without_words(mails, lodz, a_mail):
    seen = mails.look(a_mail())

    with pytest.raises(RefusedError, match="up to today"):
        mails.take(seen, MailTaken(account_id=lodz.id, on=date(2026, 11, 25), words="x"))
    with pytest.raises(RefusedError, match="in their own words"):
        mails.take(seen, MailTaken(account_id=lodz.id, on=DAY, words=" \n", severity=2))
