"""What is dropped on the window finds where it belongs: a calendar, a mail, a file, words, a picture, a table."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QColor, QDropEvent, QImage
from PySide6.QtWidgets import QAbstractButton, QComboBox

from reviewdesk.domain.said import Channel
from tests.exchange.test_calendar_reading import calendar
from tests.exchange.test_mail_reading import mail

LODZ = "Łódź Logistics"
STARK = "Stark Industries"


@pytest.fixture
def account(hands):
    """Give a function that finds an account by its name."""

    def find(name):
        return next(each.id for each in hands.services.accounts.rows() if each.name == name)

    return find


@pytest.fixture
def a_file(tmp_path):
    def written(name, content):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return written


def brief(hands, account_id):
    return hands.services.accounts.brief(account_id)


def email_of(hands, account_id):
    return brief(hands, account_id).people[0].email


def drop_words(hands, mime):
    keys, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    hands.window.dropEvent(QDropEvent(QPointF(400, 300), Qt.DropAction.CopyAction, mime, button, keys))
    hands.settle()


def said(hands):
    return hands.program.shell.message_bar.text


def test_an_invitation_offers_its_account_and_plans_the_review(hands, account, a_file):
    stark = account(STARK)
    who = f"ATTENDEE:mailto:{email_of(hands, stark)}"

    hands.drop([a_file("visit.ics", calendar("SUMMARY:Next review", "DTSTART:20261215T130000Z", who))])
    assert hands.find(QAbstractButton, "Next review").isChecked()
    hands.press("Take it in")

    assert date(2026, 12, 15) in [each.day for each in brief(hands, stark).reviews]


def test_where_nobody_is_known_the_person_says_whose_it_is(hands, account, a_file):
    hands.drop([a_file("visit.ics", calendar("SUMMARY:Visit", "DTSTART:20261215T130000Z"))])

    hands.press("Take it in")
    hands.write("Account of Visit", "stark industries")
    hands.press("Take it in")

    assert date(2026, 12, 15) in [each.day for each in brief(hands, account(STARK)).reviews]


def test_the_same_invitation_moved_moves_its_review_at_once_and_is_undone(hands, account, a_file):
    stark = account(STARK)
    hands.program.desk.open_account(stark)
    hands.settle()
    hands.drop([a_file("visit.ics", calendar("DTSTART:20261215T130000Z"))])
    hands.press("Take it in")

    hands.drop([a_file("moved.ics", calendar("DTSTART:20261218T130000Z", "SEQUENCE:1"))])

    days = [each.day for each in brief(hands, stark).reviews]
    assert date(2026, 12, 18) in days
    assert date(2026, 12, 15) not in days
    hands.program.shell.undo_asked.emit()
    hands.settle()
    assert date(2026, 12, 15) in [each.day for each in brief(hands, stark).reviews]


def test_a_mail_becomes_a_contact_made_with_its_file(hands, account, a_file):
    lodz = account(LODZ)
    head = (f"From: Anna Nowak <{email_of(hands, lodz)}>", "To: dana@northgate.example", "Subject: New pallets",
            "Date: Mon, 23 Nov 2026 09:30:00 +0100")  # fmt: skip

    hands.drop([a_file("late.eml", mail(head=head))])
    hands.press("Take it in")

    made = next(each for each in brief(hands, lodz).contacts if each.channel is Channel.MAIL)
    assert (made.made_on, made.words) == (date(2026, 11, 23), "New pallets")


def test_a_mail_that_complains_becomes_a_concern_in_its_own_words(hands, account, a_file):
    lodz = account(LODZ)
    hands.program.desk.open_account(lodz)
    hands.settle()
    hands.drop([a_file("late.eml", mail(head=("From: x@nobody.example", "Subject: Late")))])

    kind = hands.find(QComboBox, "What it is")
    kind.setCurrentIndex(3)
    kind.activated.emit(3)
    hands.press("Take it in")

    assert "Two pallets came late." in [each.words for each in brief(hands, lodz).concerns]


def test_several_mails_are_asked_about_one_after_the_other_and_a_bad_one_stops_nothing(hands, account, a_file):
    head = ("From: x@nobody.example", "Subject: {}")
    files = [a_file(f"{each}.eml", mail(head=(head[0], f"Subject: {each}"))) for each in ("one", "two")]
    hands.program.desk.open_account(account(LODZ))
    hands.settle()

    hands.drop([files[0], a_file("bad.eml", b"%PDF-1.7"), files[1]])
    hands.press("Take it in")
    hands.press("Take it in")

    words = [each.words for each in brief(hands, account(LODZ)).contacts]
    assert {"one", "two"} <= set(words)


def test_any_other_file_goes_to_the_account_that_is_shown(hands, account, a_file):
    lodz = account(LODZ)
    hands.program.desk.open_account(lodz)
    hands.settle()

    hands.drop([a_file("Offer.pdf", b"%PDF-1.7"), a_file("Plan.docx", b"PK")])

    with hands.services.attachments._store.read() as reading:
        kept = reading.attachments.where(account_id=lodz)
    assert sorted(each.name for each in kept) == ["Offer.pdf", "Plan.docx"]


def test_a_table_goes_to_the_import_also_from_an_account(hands, account, a_file):
    hands.program.desk.open_account(account(LODZ))
    hands.settle()

    hands.drop([a_file("accounts.csv", b"Record ID,Company name\r\n1,Acme\r\n")])

    assert hands.program.shell.page == "import"


def test_words_dropped_on_an_account_are_noted_under_today(hands, account):
    lodz = account(LODZ)
    hands.program.desk.open_account(lodz)
    hands.settle()
    mime = QMimeData()
    mime.setText("They move to Gdynia in spring")

    drop_words(hands, mime)

    assert brief(hands, lodz).account.notes.endswith("24 Nov 2026\nThey move to Gdynia in spring")


def test_a_picture_dropped_on_an_account_is_kept_as_its_file(hands, account):
    lodz = account(LODZ)
    hands.program.desk.open_account(lodz)
    hands.settle()
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(QColor("red"))
    mime = QMimeData()
    mime.setImageData(picture)

    drop_words(hands, mime)

    with hands.services.attachments._store.read() as reading:
        (kept,) = reading.attachments.where(account_id=lodz)
    assert (kept.name, kept.media_type) == ("Picture 24 Nov 2026.png", "image/png")


def test_words_dropped_elsewhere_are_nobodys_and_the_window_says_what_to_do(hands):
    hands.program.desk.go("today")
    mime = QMimeData()
    mime.setText("They move to Gdynia in spring")

    drop_words(hands, mime)

    assert "Open the account it belongs to" in said(hands)
