"""What a customer thinks of us in seven dimensions, and what we make of it, stays off every paper that is theirs."""

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from docx import Document

from reviewdesk.domain.account import ReasonToStay
from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.asked_words import question
from reviewdesk.domain.document_kinds import DocumentKind
from reviewdesk.domain.friction import Friction
from reviewdesk.domain.leaks import LeakKind
from reviewdesk.domain.people import Person
from reviewdesk.domain.relationship import DIMENSIONS, Segment
from reviewdesk.domain.summary import from_json
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.services.calendar import CalendarService
from reviewdesk.services.documents import DocumentService
from reviewdesk.services.formats import FormatService
from reviewdesk.services.mails import MailService
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.print_outs import PrintOutService
from reviewdesk.services.relationships import RelationshipService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.storage.journal import Journal
from reviewdesk.wiring import resources_folder
from tests.books import TUESDAY, a_store, small_book, the

FONTS = resources_folder() / "fonts"
EVIDENCE = "They reordered twice without asking for a price"
SCORED = "Would you recommend us?"


@pytest.fixture
def store(tmp_path):
    made = small_book(a_store(tmp_path))
    yield made
    made.close()


@pytest.fixture
def lodz(store):
    """Plant all seven dimensions of three people, with importance, evidence, gaps and trust that fell."""
    account = the(store, "Łódź Logistics")
    with store.write("Plant") as work:
        work.accounts.put(replace(account, reason_to_stay=ReasonToStay.PRICE))
        work.frictions.put(
            Friction(process="Orders by fax", noted_on=TUESDAY, suits_us="The scanner reads nothing else")
        )
        people = [work.people.put(Person(account_id=account.id, name=name)) for name in ("Ada", "Bob", "Cyd")]
        for person in people:
            for asked in (*DIMENSIONS, Asked.RECOMMEND):
                known = {"account_id": account.id, "person_id": person.id, "answered_on": TUESDAY}
                if asked in DIMENSIONS:
                    known |= {"importance": 7, "evidence": EVIDENCE}
                work.answers.put(Answer.given(asked, 3, **known))
        before = {"account_id": account.id, "answered_on": TUESDAY - timedelta(60)}
        work.answers.put(Answer.given(Asked.TRUST, 6, **before))
    found = RelationshipService(store)
    found.say(account.id, Asked.TRUST, 2, is_guess=True)
    shown = found.of_account(account.id)
    assert (shown.segment, len(shown.gaps), shown.trust_fall.now) == (Segment.AGAINST, 7, 3)
    return account.id


def told_of(text):
    """Give what a text tells of the relationship."""
    words = " ".join(text.split()).casefold()
    hidden = [
        EVIDENCE, "importance", "it matters", "falls short", "trust fell", "our guess", "uniqueness", "scanner",
        *(each.value for each in Segment if " " in each.value or "-" in each.value), Segment.ADVOCATE.value,
        *(question(each, language) for each in DIMENSIONS for language in ("en", "de", "fr")),
    ]  # fmt: skip
    return [each for each in hidden if each.casefold() in words]


def finished(store, account_id, **written):
    meetings = MeetingService(store, Journal(store.path))
    review = ReviewService(store).start_now(account_id).value
    meetings.save_notes(review.id, "+ fine\n/we send it by 3 March 2027")
    for name, words in written.items():
        meetings.change(review.id, name, words)
    return meetings.finish(review.id).value.summary


def test_no_paper_or_mail_for_the_customer_tells_of_it(store, lodz):
    documents, prints, formats = (
        DocumentService(store, FONTS),
        PrintOutService(store, FONTS),
        FormatService(store, FONTS),
    )
    summary = finished(store, lodz)
    ahead = ReviewService(store).plan(lodz, TUESDAY + timedelta(30)).value
    mails = MailService(store, documents, CalendarService(store), prints)
    texts = {kind: formats.text(summary.id, kind) for kind in (DocumentKind.MARKDOWN, DocumentKind.TEXT)}
    path = formats.save_as(summary.id, DocumentKind.WORD, mails.folder.parent)
    word = Document(BytesIO(path.read_bytes()))
    cells = (each.text for table in word.tables for row in table.rows for each in row.cells)
    texts |= {
        "summary": text_of(documents.check(summary.id).pdf), "pre-read": text_of(prints.pre_read(ahead.id).pdf),
        "word": " ".join((*(each.text for each in word.paragraphs), *cells)),
        "mail": mails.summary(summary.id, knowing=True).value.path.read_text(),
        "invitation": mails.invitation(ahead.id).value.path.read_text(),
        "pre-read mail": mails.pre_read(ahead.id).value.path.read_text(),
    }  # fmt: skip

    assert {name: told for name, text in texts.items() if (told := told_of(text))} == {}
    assert [each.question for each in from_json(summary.value).answers] == [SCORED]
    assert SCORED in " ".join(texts["summary"].split())
    assert told_of(text_of(prints.our_summary(summary.review_id).pdf)) == ["importance"]


def test_what_was_pasted_into_a_summary_is_found_by_the_second_wall(store, lodz):
    summary = finished(store, lodz, sentences=(f"{EVIDENCE}.", "Your trust is 3.", "The scanner reads nothing else."))
    found = {(each.kind, each.words) for each in DocumentService(store, FONTS).check(summary.id).leaks}

    assert {kind for kind, _ in found} == {LeakKind.LINE, LeakKind.LABEL}
    assert {words for _, words in found} == {EVIDENCE, "trust is 3", "The scanner reads nothing else"}
