"""A draft reads back as it was meant, and no text of anybody can add a line to its head."""

import email
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.exchange.mail_draft import MailDraft, MailPart, draft_file, is_address

PDF = MailPart(name="Łódź summary.pdf", media="application/pdf", content=b"%PDF-1.7 x")
ICS = MailPart(
    name="review.ics", media="text/calendar", content=b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", method="PUBLISH"
)


def read(draft):
    return email.message_from_bytes(draft_file(draft), policy=default)


def test_a_draft_is_unsent_and_holds_people_text_and_files():
    made = read(
        MailDraft(
            to=(("Zając, Piotr", "piotr@lodz.example"), ("客户", "kefu@example.cn")), subject="Überblick 2026 Q4",
            text="Guten Tag,\n\nŁódź\n", parts=(PDF, ICS),
        )
    )  # fmt: skip

    assert made["X-Unsent"] == "1"
    assert [each.addr_spec for each in made["To"].addresses] == ["piotr@lodz.example", "kefu@example.cn"]
    assert made["To"].addresses[0].display_name == "Zając, Piotr"
    assert made["Subject"] == "Überblick 2026 Q4"
    assert made.get_body().get_content().replace("\r\n", "\n") == "Guten Tag,\n\nŁódź\n"
    pdf, ics = made.iter_attachments()
    assert (pdf.get_filename(), pdf.get_content()) == ("Łódź summary.pdf", PDF.content)
    assert ics.get_content_type() == "text/calendar"
    assert ics["Content-Type"].params["method"] == "PUBLISH"


@pytest.mark.parametrize("address", ["", "nobody", "a@b", "a b@c.example", "a@c.example\r\nBcc: x@y.example", "@x.y"])
def test_what_is_no_address_is_left_out(address):
    assert not is_address(address)
    assert read(MailDraft(to=(("A", address),), subject="S", text="T"))["To"] is None


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=200))
def test_no_text_adds_a_header_or_breaks_the_file(name, subject, text):
    made = read(MailDraft(to=((name, "a@b.example"),), subject=subject, text=text))

    assert set(made.keys()) <= {
        "X-Unsent", "Subject", "To", "Content-Type", "Content-Transfer-Encoding", "MIME-Version",
    }  # fmt: skip
    assert [each.addr_spec for each in made["To"].addresses] == ["a@b.example"]
