"""Mails saved as files: who, when and the words are read; nothing is fetched, and nothing harmful gets in."""

from base64 import b64encode
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.address_book import Address
from reviewdesk.domain.errors import UnreadableError
from reviewdesk.exchange.mail_reading import LARGEST, read_mail
from tests.exchange.outlook_file import outlook_file

SENT = datetime(2026, 11, 19, 1, 30, tzinfo=UTC)
FILE_TIME = int((SENT - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
HEAD = (
    "From: Anna Nowak <anna@lodz.example>",
    "To: Dana Reyes <dana@northgate.example>",
    "Date: Tue, 24 Nov 2026 09:30:00 +0100",
    "Message-ID: <1@lodz.example>",
    "Subject: Late again",
)


def mail(*lines, head=HEAD, body="Two pallets came late."):
    return "\r\n".join([*head, *lines, "", body]).encode("utf-8", "surrogateescape")


def read(content):
    return read_mail(content, "mail.eml")


def test_a_mail_says_who_wrote_to_whom_when_and_what():
    found = read(mail("Cc: =?utf-8?q?Zaj=C4=85c=2C_Piotr?= <piotr@lodz.example>"))

    assert (found.subject, found.message_id) == ("Late again", "<1@lodz.example>")
    assert found.sent_at == datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
    assert found.sender == Address("anna@lodz.example", "Anna Nowak")
    assert found.to == (Address("dana@northgate.example", "Dana Reyes"), Address("piotr@lodz.example", "Zając, Piotr"))
    assert found.text == "Two pallets came late."
    assert found.day(date(2026, 11, 30)) == date(2026, 11, 24)


def test_of_a_conversation_only_what_was_written_this_time_is_taken():
    body = "Two pallets came late.\n\nPlease call.\n\nOn 23 Nov 2026, Dana Reyes wrote:\n> How was it?\n"

    assert read(mail(body=body)).words == "Two pallets came late.\n\nPlease call."


@pytest.mark.parametrize(
    "before",
    ["-----Original Message-----", "Am 23.11.2026 um 10:00 schrieb Dana Reyes:", "Le 23 nov. 2026, Dana a écrit :",
     "From: Dana\nSent: Monday", "Von: Dana\nGesendet: Montag", "-- "],
)  # fmt: skip
def test_the_mail_before_begins_where_mail_programs_say(before):
    assert read(mail(body=f"Thank you.\n\n{before}\nearlier words")).words == "Thank you."


def test_of_words_and_page_the_words_are_read_and_files_are_named():
    parts = """--x
Content-Type: multipart/alternative; boundary=y

--y
Content-Type: text/plain; charset=iso-8859-2
Content-Transfer-Encoding: quoted-printable

Za=BF=F3=B3=E6
--y
Content-Type: text/html

<p>Not read</p>
--y--
--x
Content-Type: application/pdf; name="Offer.pdf"
Content-Disposition: attachment; filename="Offer.pdf"
Content-Transfer-Encoding: base64

JVBERi0=
--x--"""

    found = read(mail("MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=x", body=parts))

    assert found.text == "Zażółć"
    assert found.files == ("Offer.pdf",)


def test_a_page_is_read_as_words_and_nothing_in_it_is_fetched_or_run():
    page = """<html><head><title>t</title><style>p{}</style></head><body><p>Two &amp; a half<br>pallets</p>
    <script>alert(1)</script><img src="http://evil.example/x.png"><a href="javascript:alert(2)">call us</a></body>"""

    found = read(mail("Content-Type: text/html; charset=utf-8", body=page))

    assert found.text == "Two & a half\npallets\n\ncall us"


def outlook(**known):
    values = {
        0x0037: "Late again", 0x0C1A: "Anna Nowak", 0x0C1F: "anna@lodz.example", 0x1000: "Two pallets came late.\r\n",
        0x1035: "<1@lodz.example>", 0x0039: FILE_TIME,
    }  # fmt: skip
    people = [{0x3001: "Dana Reyes", 0x39FE: "dana@northgate.example"}]
    return outlook_file(values | known.get("values", {}), known.get("people", people), known.get("files", ()))


def test_outlooks_own_file_says_the_same():
    found = read_mail(outlook(files=[{0x3707: "Offer.pdf", 0x3701: b"%PDF"}]), "mail.msg")

    assert (found.subject, found.message_id, found.words) == (
        "Late again",
        "<1@lodz.example>",
        "Two pallets came late.",
    )
    assert found.sender == Address("anna@lodz.example", "Anna Nowak")
    assert found.to == (Address("dana@northgate.example", "Dana Reyes"),)
    assert found.sent_at == SENT
    assert found.files == ("Offer.pdf",)


def test_outlooks_file_goes_by_the_head_that_came_over_the_wire():
    head = "\r\n".join(("Received: by x", *HEAD, "", ""))

    found = read_mail(outlook(values={0x007D: head, 0x0C1F: "/o=EXCHANGE/cn=anna"}), "mail.msg")

    assert found.sender.email == "anna@lodz.example"
    assert found.sent_at == datetime(2026, 11, 24, 8, 30, tzinfo=UTC)


def test_an_address_within_the_company_is_none_that_mail_could_go_to():
    found = read_mail(outlook(values={0x0C1F: "/o=EXCHANGE/cn=anna"}), "mail.msg")

    assert found.sender.email == ""


# What somebody might send to do harm.


def nested(count):
    lines = []
    for each in range(count):
        lines += [f"Content-Type: multipart/mixed; boundary=b{each}", "", f"--b{each}"]
    return "\r\n".join([*HEAD, *lines, "Content-Type: text/plain", "", "deep"]).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7",
        b"only words, no head",
        b"\x00" * 1000,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 2000,
        outlook()[:1500],
        nested(2000),
        mail("Content-Type: multipart/mixed; boundary=x", body="--x\r\n\r\na\r\n" * 2000 + "--x--"),
        mail("Content-Type: message/rfc822", body="Content-Type: message/rfc822\r\n\r\n" * 2000),
        mail(head=("Subject: nobody",)),
        b"From: a@b.example\r\n\r\n" + b"x" * LARGEST,
    ],
    ids=["empty", "pdf", "words", "zeros", "no outlook", "cut off", "2,000 nested", "2,000 parts", "mail in mail",
         "nobody", "too large"],
)  # fmt: skip
def test_what_is_no_mail_or_too_much_of_one_is_refused_in_a_sentence(content):
    with pytest.raises(UnreadableError) as refused:
        read(content)

    assert str(refused.value).startswith("“mail.eml” ")
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize("charset", ["nobody-knows", "base64", "rot13", "", "utf-16", "hex\r\n", "idna", "../../etc"])
def test_a_charset_that_is_none_or_wrong_costs_no_words(charset):
    body = "Zwei Paletten für Łódź"

    found = read(mail(f"Content-Type: text/plain; charset={charset}", "Content-Transfer-Encoding: 8bit", body=body))

    assert "Paletten" in found.text or charset == "utf-16"


def test_a_huge_file_within_is_not_unpacked():
    blob = b64encode(b"\0" * 15_000_000).decode()
    parts = ("--x", "", "see the film", "--x", "Content-Type: video/mp4", "Content-Transfer-Encoding: base64", "", blob)
    body = "\r\n".join((*parts, "--x--"))

    found = read(mail("Content-Type: multipart/mixed; boundary=x", body=body))

    assert (found.text, found.files) == ("see the film", ("video/mp4",))


def test_line_ends_and_turns_of_direction_in_the_head_stay_where_they_are():
    encoded = "=?utf-8?q?Late=0D=0ABcc:_all@x.example_=E2=80=AEgpj.exe?="

    found = read(mail(head=(*HEAD[:4], f"Subject: {encoded}")))

    assert found.subject == "Late Bcc: all@x.example gpj.exe"


def test_a_head_without_end_is_cut_and_a_broken_one_is_none():
    many = ", ".join(f"p{each}@lodz.example" for each in range(20_000))
    broken = "Date: the day before yesterday, 99:99"

    found = read(mail(head=("From: Anna <anna@lodz.example>", f"To: {many}", broken, "Message-ID:" + "<" * 5000)))

    assert 10 < len(found.to) <= 500
    assert found.sent_at is None
    assert len(found.message_id) <= 400


def test_an_endless_text_is_cut():
    assert len(read(mail(body="x" * 1_000_000)).text) == 100_000


@given(st.binary(max_size=400))
def test_whatever_stands_in_a_mail_is_read_or_refused(tail):
    for content in (mail() + tail, mail(head=())[:0] + b"From: a@b.example\n" + tail, outlook()[:1024] + tail):
        try:
            read(content)
        except UnreadableError:
            continue


def test_no_bit_of_an_outlook_file_makes_more_than_a_refusal():
    whole = outlook(files=[{0x3707: "Offer.pdf", 0x3701: b"%PDF"}])
    for at in range(0, len(whole), 7):
        changed = bytearray(whole)
        changed[at] ^= 0xFF
        try:
            read(bytes(changed))
        except UnreadableError:
            continue


def test_nothing_is_written_while_reading(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    read(mail("Content-Type: application/x; name=../../evil", body="x"))

    assert list(Path().iterdir()) == []
