"""Nothing of a shared problem but what a customer is told and given reaches that customer, on whatever paper."""

from dataclasses import fields, replace
from datetime import timedelta
from decimal import Decimal

import pytest

from reviewdesk.domain.audience import OUR_SIDE
from reviewdesk.domain.errors import LeakError
from reviewdesk.domain.letters.form import LetterKind, Typed
from reviewdesk.domain.people import Part, Person
from reviewdesk.domain.shared_problem import Affected, Attempt, Cause, CauseBy, Reach, SharedProblem
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.services.briefs import BriefService
from reviewdesk.services.calendar import CalendarService
from reviewdesk.services.concerns import ConcernService
from reviewdesk.services.documents import DocumentService
from reviewdesk.services.letters import LetterService
from reviewdesk.services.mails import MailService
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.print_outs import PrintOutService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.storage.journal import Journal
from reviewdesk.wiring import resources_folder
from tests.books import TUESDAY, a_store, small_book, the

FONTS = resources_folder() / "fonts"
OTHER, WHOSE = "Globex Corporation", "Łódź Logistics"
MARK = "Zyxmark"
TOLD, GIVEN = "We replace every cap of this lot.", "40 caps by courier"


@pytest.fixture
def store(tmp_path):
    made = small_book(a_store(tmp_path))
    yield made
    made.close()


def planted(store, *, told=TOLD, given=GIVEN):
    """Put marks and the other account's name into every field of ours of a problem and of who shares it."""
    account, other = the(store, WHOSE), the(store, OTHER)
    text = f"{MARK} {OTHER} margin 22 % ! // ?"
    problem = SharedProblem(
        name=text, severity=4, reported_on=TUESDAY, cause_on=TUESDAY, causes=(Cause(by=CauseBy.WORDS, value=text),),
        account_id=other.id, remedy_words=told, script=text, end_reason=text,
    )  # fmt: skip
    with store.write("Plant") as work:
        problem = work.shared_problems.put(problem)
        affected = Affected(
            problem_id=problem.id, account_id=account.id, joined_on=TUESDAY, joined_by=text, script=text,
            due=TUESDAY, reach=Reach.REACHED, reach_on=TUESDAY, why=text, given=given, given_on=TUESDAY,
            attempts=(Attempt(on=TUESDAY, channel="call", words=text),), cost=Decimal("98765.43"), override=text,
        )  # fmt: skip
        work.affected.put(affected)
        for each in work.people.where(account_id=account.id):
            work.people.put(replace(each, email="anna@lodz.example", part=Part.DECIDES))
        work.people.put(Person(account_id=account.id, name="Jan Kowal", email="jan@lodz.example"))
    _every_text_is_planted(problem, affected)
    return account


def _every_text_is_planted(*records):
    for record in records:
        for each in fields(record):
            value = getattr(record, each.name)
            if type(value) is str and each.metadata == OUR_SIDE and each.name != "channel":
                assert MARK in value, each.name


def papers(store, account):
    """Give the text of all that this customer may be given, by its name."""
    prints = PrintOutService(store, FONTS)
    documents = DocumentService(store, FONTS)
    mails = MailService(store, documents, CalendarService(store), prints)
    meetings = MeetingService(store, Journal(store.path))
    review = ReviewService(store).plan(account.id, TUESDAY + timedelta(days=30)).value
    concern = ConcernService(store).add(account.id, "Caps crack", 2).value
    found = {
        "agenda": " ".join(point for item in review.agenda for point in item.points),
        "pre-read": text_of(prints.pre_read(review.id).pdf),
        "invitation": _mail(mails.invitation(review.id)),
        "pre-read mail": _mail(mails.pre_read(review.id)),
    }
    for kind in LetterKind:
        start = LetterService(store, FONTS).begin(concern.id, kind)
        typed = Typed(kind=kind, concern_id=concern.id, person_id=start.person_id, texts=start.texts, admits=True)
        found[kind.value] = text_of(LetterService(store, FONTS).draw(typed).pdf)
    done = meetings.finish(review.id, held_on=TUESDAY).value
    path = documents.save(documents.newest(review.id).id, store.path.parent / "summary.pdf")
    found["summary"] = text_of(path.read_bytes())
    found["summary mail"] = _mail(mails.summary(done.summary.id))
    return {name: " ".join(text.split()) for name, text in found.items()}


def _mail(outcome):
    return outcome.value.path.read_bytes().decode("utf-8", "replace")


def test_what_is_ours_of_a_problem_stands_on_no_paper_and_what_they_were_told_does(store):
    account = planted(store)

    found = papers(store, account)

    for name, text in found.items():
        for kept in (MARK, "Globex", "98765", "98,765", "margin 22"):
            assert kept not in text, name
    assert f"{TOLD} ({GIVEN})" in found["summary"]
    assert TOLD in found["agenda"]
    brief = " ".join(line.text for section in BriefService(store).page(account.id).sections for line in section.said)
    assert TOLD in brief
    assert OTHER not in brief
    assert MARK not in brief


@pytest.mark.parametrize("field", ["told", "given"])
def test_another_account_named_in_what_they_are_told_or_given_is_held_back(store, field):
    account = planted(store, **{field: f"As at {OTHER}, we replace them."})

    with pytest.raises(LeakError) as caught:
        papers(store, account)

    assert OTHER in str(caught.value)
