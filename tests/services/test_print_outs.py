"""The documents that are taken along to a meeting: one page, the right words, and nothing that would hurt."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from reviewdesk.domain.agenda import MINUTES
from reviewdesk.domain.audience import Audience
from reviewdesk.domain.errors import LeakError, RefusedError
from reviewdesk.domain.follow_up import FollowUp, WaitsOn
from reviewdesk.domain.people import Stance
from reviewdesk.domain.review import Actual, AgendaItem, Goal, NoteLine, Review
from reviewdesk.domain.summary import GoalStatus
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.briefs import BriefService
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.print_outs import PrintOutService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.storage.journal import Journal
from reviewdesk.wiring import resources_folder
from tests.books import TUESDAY, UGLY_NAMES, a_store, small_book, the, ugly_book


@pytest.fixture
def store(tmp_path):
    made = a_store(tmp_path)
    yield made
    made.close()


@pytest.fixture
def lodz(store):
    return the(small_book(store), "Łódź Logistics").id


def prints(store):
    return PrintOutService(store, resources_folder() / "fonts")


def read(made):
    return re.sub(r"\s+", " ", text_of(made.pdf))


def pages(made):
    return len(PdfReader(BytesIO(made.pdf)).pages)


def test_a_brief_is_one_page_that_says_whose_it_is_on_the_page_and_in_its_name(store, lodz):
    made = prints(store).brief(lodz)

    words = read(made)
    assert pages(made) == 1
    assert words.count("For our side") == 2
    assert made.file_name == "Łódź-Logistics-brief-2026-11-24-for-our-side.pdf"
    for said in (
        "What we owe them Send the revised delivery plan 12 days over",
        "What they owe us Forecast for January Luis Ortega 1 Dec",
        "“Two late deliveries, and again last week” raised 15 Nov, acknowledged",
        "Who is in the room Piotr Zając Quality lead",
        "What they asked and wait for • Can you deliver before 7 am?",
        "Three questions to ask 1 Is it solved for you: “Invoices do not match the orders”?",
    ):
        assert said in words


def test_the_same_book_on_the_same_day_gives_the_same_bytes(store, lodz):
    assert prints(store).brief(lodz).pdf == prints(store).brief(lodz).pdf


@pytest.mark.parametrize("name", range(8))
def test_a_brief_stays_one_page_whatever_is_in_it_and_says_how_much_more_there_is(store, name):
    ugly_book(store)

    made = prints(store).brief(the(store, UGLY_NAMES[name]).id)

    assert pages(made) == 1
    if name == 2:
        assert "and 495 more" in read(made)
        assert "and 145 more" in read(made)


def test_words_without_end_are_cut_and_the_page_stays_one(store, lodz):
    with store.write("Words") as work:
        for concern in work.concerns.where(account_id=lodz):
            work.concerns.put(replace(concern, words="客户" * 4000))
        for person in work.people.where(account_id=lodz):
            work.people.put(replace(person, name="Ä" * 900, role="w " * 900, cares_about="x" * 9000))

    assert pages(prints(store).brief(lodz)) == 1


def test_a_new_account_has_a_brief_with_its_questions(store):
    made = prints(store).brief(AccountService(store).add("Fresh Ltd").value.id)

    assert (pages(made), "What should we do differently" in read(made)) == (1, True)


# Words that stand nowhere in a book or a document by themselves.
planted = st.lists(
    st.sampled_from("quagmire zephyr obelisk jackal vortex kumquat plinth gazebo wombat sphinx".split()),
    min_size=5, max_size=7, unique=True,
).map(" ".join)  # fmt: skip


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(planted, st.data())
def test_what_would_hurt_is_planted_everywhere_and_is_not_in_the_brief(tmp_path_factory, words, data):
    store = small_book(a_store(tmp_path_factory.mktemp("planted")))
    lodz = the(store, "Łódź Logistics").id
    rival = data.draw(st.sampled_from(("Zyxo Freight", "Qvarn", "Øre Cargo")))
    amount = data.draw(st.integers(700_000, 999_999))
    plant_what_hurts(store, lodz, words, rival, amount)

    text = read(prints(store).brief(lodz)).casefold()
    store.close()

    for kept in (words, rival, f"{amount:,}", str(amount), "against us", "health", "tier", "stance", "revenue"):
        assert kept.casefold() not in text


def plant_what_hurts(store, account_id, words, rival, amount):
    accounts = AccountService(store)
    for field, said in (
        ("rivals", rival), ("gut_feeling", "1"), ("gut_feeling_note", words), ("notes", words),
        ("annual_revenue", str(amount)), ("cost_to_win", str(amount)), ("reason_to_stay", "price"),
        ("contract_end", "1 Feb 2027"), ("notice_days", "30"),
    ):  # fmt: skip
        accounts.change(account_id, field, said)
    with store.write("Plant") as work:
        for person in work.people.where(account_id=account_id):
            work.people.put(replace(person, stance=Stance.AGAINST, influence=1))
        concern = work.concerns.where(account_id=account_id)[0]
        work.concerns.put(
            replace(concern, id=NoteLine(text="").id, version=0, words=f"{rival} is cheaper", line_id=None)
        )
        review = next(each for each in work.reviews.where(account_id=account_id) if each.is_held)
        mine = NoteLine(text=f"/we {words}", audience=Audience.ONLY_ME)
        lines = (*review.lines, NoteLine(text=f"// {words}"), mine, NoteLine(text=f"/c {rival}"))
        work.reviews.put(replace(review, lines=lines))
        for line_id in (mine.id, None):
            promise = FollowUp(
                account_id=account_id, what=words, is_promise=True, due=TUESDAY - timedelta(90), line_id=line_id,
                review_id=review.id, waits_on=WaitsOn.ME,
            )  # fmt: skip
            work.follow_ups.put(promise)


def test_what_is_kept_off_the_page_is_on_the_screen(store, lodz):
    plant_what_hurts(store, lodz, "the director is about to leave soon", "Zyxo", 1)

    page = BriefService(store).page(lodz)

    assert "the director is about to leave soon" in page.only_here
    assert any("Zyxo is cheaper" in each for each in page.only_here)
    assert "Zyxo" not in page.text


def test_a_document_goes_beside_the_drafts_and_overwrites_nothing(store, lodz):
    service = prints(store)
    made = service.brief(lodz)

    first, second = service.write(made), service.write(made)

    assert first.parent == store.path.parent / "northgate drafts"
    assert (first.name, second.name) == (made.file_name, made.file_name.replace(".pdf", " (2).pdf"))
    assert first.read_bytes() == made.pdf


def test_a_folder_that_is_not_there_is_refused(store, lodz, tmp_path):
    service = prints(store)

    with pytest.raises(RefusedError, match="There is no folder"):
        service.write(service.brief(lodz), tmp_path / "nowhere" / "brief.pdf")


NOTES = "/we send the packaging study by 3 dec\n/they send the pallet dimensions by 4 dec\n! Late again\n// {private}"


def planned(store, account_id, *, language="", private="nobody has to read this here", promises=NOTES, **fields):
    """Hold a review of which things were promised, and plan the next one with its agenda and figures."""
    notes = promises.format(private=private)
    MeetingService(store, Journal(store.path)).hold_from_notes(account_id, notes, TUESDAY - timedelta(60))
    with store.write("Plan") as work:
        work.accounts.put(replace(work.accounts.get(account_id), language=language))
        goal = work.goals.put(Goal(account_id=account_id, what="Deliveries on time", target=Decimal("98.0"), unit="%"))
        work.goals.put(Goal(account_id=account_id, what="Claims settled in a week", target=Decimal(90), unit="%"))
        review = Review(
            account_id=account_id, planned_on=TUESDAY + timedelta(7), zone="Europe/Warsaw", period="2026 Q4",
            starts_at=datetime(2026, 12, 1, 9, tzinfo=UTC), place="Main hall",
            people_ids=tuple(each.id for each in work.people.where(account_id=account_id)),
            agenda=tuple(AgendaItem(title=title, minutes=minutes) for title, minutes in MINUTES.items()),
        )  # fmt: skip
        review = work.reviews.put(replace(review, **fields))
        work.actuals.put(
            Actual(
                account_id=account_id, review_id=review.id, goal_id=goal.id, value=Decimal("95.4"),
                status=GoalStatus.BEHIND, source="Carrier log", measured_on=TUESDAY,
            )
        )  # fmt: skip
    return review.id


def test_a_pre_read_says_when_and_what_the_promises_with_their_state_and_the_figures_with_their_source(store, lodz):
    made = prints(store).pre_read(planned(store, lodz))

    words = read(made)
    assert pages(made) == 1
    assert made.file_name == "Łódź-Logistics-2026-12-01-pre-read.pdf"
    assert "For our side" not in words
    for said in (
        "To read before we meet",
        "Tuesday 1 December 2026, 10:00 – 11:00 (Europe/Warsaw), Main hall",
        "10:00 Last time's promises 5 min 10:05 Your view first 10 min",
        "Send the packaging study Dana Reyes 3 Dec Open",
        "Send the pallet dimensions",
        "98.0 % 95.4 %",
        "Behind Carrier log, 24 Nov",
        "What went well since we last met?",
        "Which figure do you have for “Claims settled in a week”?",
    ):
        assert said in words


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", ("Zum Lesen vor dem Gespräch", "Dienstag, 1. Dezember 2026, 10:00 Uhr", "Ihre Sicht zuerst", "98,0 %")),
        ("fr", ("À lire avant notre rencontre", "mardi 1er décembre 2026, 10 h 00", "Votre avis d’abord", "98,0 %")),
    ],
)
def test_a_pre_read_is_in_the_language_of_the_account(store, lodz, language, said):
    words = read(prints(store).pre_read(planned(store, lodz, language=language))).replace("\u00a0", " ")

    for each in said:
        assert each in words
    assert "What we" not in words


def test_forty_promises_run_on_under_the_same_heads(store, lodz):
    notes = "\n".join(f"/we send part {each} of the study by 3 dec" for each in range(40))

    made = prints(store).pre_read(planned(store, lodz, promises=notes))

    assert pages(made) == 2
    assert read(made).count("What Owner Due State") == 2
    assert "continued" in read(made)


def test_the_same_pre_read_has_the_same_bytes(store, lodz):
    review = planned(store, lodz)

    assert prints(store).pre_read(review).pdf == prints(store).pre_read(review).pdf


def test_a_first_meeting_without_an_hour_and_without_anything_known_has_a_pre_read(store):
    fresh = AccountService(store).add("Fresh Ltd").value
    review = ReviewService(store).plan(fresh.id, TUESDAY + timedelta(7)).value

    assert pages(prints(store).pre_read(review.id)) == 1


def test_a_review_that_was_held_has_no_pre_read(store, lodz):
    with store.read() as reading:
        held = next(each for each in reading.reviews.where(account_id=lodz) if each.is_held)

    with pytest.raises(RefusedError, match="ahead"):
        prints(store).pre_read(held.id)


def test_an_agenda_that_names_a_rival_is_refused_with_its_words(store, lodz):
    AccountService(store).change(lodz, "rivals", "Zyxo Freight")
    review = planned(store, lodz, agenda=(AgendaItem(title="Why not Zyxo Freight", minutes=5),))

    with pytest.raises(LeakError, match="Zyxo Freight"):
        prints(store).pre_read(review)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(planted, st.sampled_from(("", "de", "fr")), st.integers(700_000, 999_999))
def test_what_is_ours_is_planted_everywhere_and_is_not_in_the_pre_read(tmp_path_factory, words, language, amount):
    store = small_book(a_store(tmp_path_factory.mktemp("planted")))
    lodz = the(store, "Łódź Logistics").id
    plant_what_hurts(store, lodz, words, "Zyxo Freight", amount)
    points = tuple(AgendaItem(title=title, minutes=5, points=(words,)) for title in MINUTES)
    review = planned(store, lodz, language=language, private=words, agenda=points)
    with store.write("Ours") as work:
        for person in work.people.where(account_id=lodz):
            work.people.put(replace(person, cares_about=words))
        for concern in work.concerns.where(account_id=lodz):
            work.concerns.put(replace(concern, words=words, summary=words))

    text = read(prints(store).pre_read(review)).casefold()
    store.close()

    for kept in (words, "zyxo", f"{amount:,}", str(amount), "against us", "health", "stance", "for our side"):
        assert kept not in text


def test_a_meeting_sheet_has_who_comes_what_to_tick_and_the_time_boxes(store, lodz):
    made = prints(store).meeting_sheet(planned(store, lodz))

    words = read(made)
    assert made.file_name == "Łódź-Logistics-2026-12-01-meeting-sheet-for-our-side.pdf"
    assert words.count("For our side") == pages(made) + 1
    for said in (
        "Tuesday 1 December 2026, 10:00, Main hall",
        "Who is there: theirs",
        "Luis Ortega Plant manager",
        "Last promises: tick what is done What Owner Due Send the revised delivery plan ours 12 Nov",
        "Concerns to ask about: tick what is better Concern State Raised “Two late deliveries, and again last week”",
        "10:05 10 min The customer's view first",
        "Next date Day Time Place",
    ):
        assert said in words


def test_a_sheet_without_anything_known_has_room_to_write(store):
    fresh = AccountService(store).add("Blank Ltd").value
    review = ReviewService(store).plan(fresh.id, TUESDAY + timedelta(7)).value
    with store.write("Blank") as work:
        work.reviews.put(replace(work.reviews.get(review.id), agenda=(), planned_on=None, starts_at=None))

    made = prints(store).meeting_sheet(review.id)

    words = read(made)
    for said in ("Last promises", "Concerns to ask about", "Notes", "Next date Day Time Place"):
        assert said in words
    assert pages(made) == 1


def test_five_hundred_concerns_run_on_under_the_same_heads(store):
    ugly_book(store)
    review = ReviewService(store).plan(the(store, UGLY_NAMES[2]).id, TUESDAY + timedelta(7)).value

    made = prints(store).meeting_sheet(review.id)

    assert read(made).count("Concern State Raised") > 3
    assert prints(store).meeting_sheet(review.id).pdf == made.pdf


def test_what_would_hurt_is_not_on_the_sheet_that_lies_on_the_table(store, lodz):
    plant_what_hurts(store, lodz, "the director is about to leave soon", "Zyxo", 777_777)
    points = (AgendaItem(title="Prices", minutes=10, points=("Zyxo is cheaper", "Ask about prices")),)

    words = read(prints(store).meeting_sheet(planned(store, lodz, agenda=points)))

    assert "Ask about prices" in words
    for kept in ("Zyxo", "about to leave", "777", "against"):
        assert kept not in words
