"""Feedback forms that came back: kept once, with the right account and person, refused with a sentence that helps."""

import subprocess
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewdesk.domain.answer import Asked
from reviewdesk.domain.errors import NotAFormError, RefusedError
from reviewdesk.domain.feedback import FilledIn, FormKind, Quoting
from reviewdesk.domain.health_settings import Factor
from reviewdesk.domain.people import Part
from reviewdesk.domain.review import Feeling, Review
from reviewdesk.domain.said import Consent
from reviewdesk.services.answers import AnswerService
from reviewdesk.services.form_in_values import FormTaken
from reviewdesk.services.forms import FormService
from reviewdesk.services.forms_in import FormInService
from reviewdesk.services.health import HealthService
from reviewdesk.storage import form_secret
from reviewdesk.wiring import resources_folder
from tests.books import TUESDAY, a_store, small_book, the
from tests.form_filling import filled, tampered
from tests.storage.whole_book import check_what_is_worked_out, rows_of

WEDNESDAY = TUESDAY + timedelta(1)


@pytest.fixture
def store(tmp_path):
    made = small_book(a_store(tmp_path))
    yield made
    made.close()


class Sent:
    """One person of one account who was asked after a review, and the form they were sent."""

    def __init__(self, store, folder, kind=FormKind.SHORT, name="Hooli", *, anybody=False):
        self.store, self.folder = store, folder
        self.account = the(store, name)
        with store.read() as reading:
            self.person = min(reading.people.where(account_id=self.account.id), key=lambda each: each.name)
        review = Review(account_id=self.account.id, period="2026 Q4", planned_on=TUESDAY)
        with store.write("Test") as work:
            self.review = work.reviews.put(review.held(TUESDAY, finished_at=work.now))
        self.forms = FormService(store, resources_folder() / "fonts")
        whom = None if anybody else self.person.id
        (self.form,) = self.forms.make(self.account.id, [whom], kind, self.review.id).value
        self.pdf = self.forms.print_out(self.form.id).pdf
        self.inside = FormInService(store)

    def file(self, content, name="back.pdf"):
        """Lay a file down."""
        path = self.folder / name
        path.write_bytes(content)
        return path

    def look(self, pdf=None, **values):
        """Look into a file, or into the form with these values in it."""
        return self.inside.look(self.file(pdf if pdf is not None else filled(self.pdf, **values)))

    def take(self, back, **changed):
        """Keep what came back."""
        usual = {"filled": back.filled, "on": TUESDAY, "person_id": back.person_id}
        return self.inside.take(back, FormTaken(**{**usual, **changed}))

    def answers(self):
        """Give their answers by what was asked."""
        with self.store.read() as reading:
            found = reading.answers.where(account_id=self.account.id)
        return {each.asked: each for each in found}

    def of(self, name):
        """Give all records of one kind that the account has."""
        with self.store.read() as reading:
            return getattr(reading, name).where(account_id=self.account.id)

    def __repr__(self):
        return "asked"


@pytest.fixture
def asked(store, tmp_path):
    return Sent(store, tmp_path)


def test_answers_go_to_the_account_the_person_and_the_review_they_were_asked_for(asked):
    back = asked.look(recommend="9", content="4", ease="6", felt_productive="Yes", better="More slots", quote="named",
                      colleague="They listen.")  # fmt: skip

    outcome = asked.take(back)

    assert (back.account, back.person_id, back.met_on) == ("Hooli", asked.person.id, TUESDAY)
    assert outcome.changes.label == "Take in a feedback form"
    answers = asked.answers()
    assert {each: one.value for each, one in answers.items()} == {
        Asked.RECOMMEND: 9, Asked.CONTENT: 4, Asked.EASE: 6,
    }  # fmt: skip
    for each in answers.values():
        assert (each.person_id, each.review_id, each.answered_on, each.is_guess) == (
            asked.person.id, asked.review.id, TUESDAY, False,
        )  # fmt: skip
    assert answers[Asked.RECOMMEND].evidence == "More slots"
    (quote,) = asked.of("quotes")
    assert (quote.words, quote.consent, quote.person_id) == ("They listen.", Consent.NAMED, asked.person.id)
    (contact,) = [each for each in asked.of("contacts") if each.words.startswith("Answered")]
    (file,) = asked.of("attachments")
    assert (file.contact_id, file.name) == (contact.id, "back.pdf")
    (returned,) = outcome.value.returns
    assert (returned.feelings, returned.better) == ((Feeling.PRODUCTIVE,), "More slots")
    check_what_is_worked_out(asked.store)


def test_the_long_one_brings_dimensions_with_how_much_they_matter(store, tmp_path):
    asked = Sent(store, tmp_path, FormKind.LONG)

    asked.take(asked.look(trust="7", trust_matters="2", uniqueness="3"))

    answers = asked.answers()
    assert (answers[Asked.TRUST].value, answers[Asked.TRUST].importance) == (7, 2)
    assert answers[Asked.UNIQUENESS].importance is None
    assert asked.forms.offer(asked.account.id).last_long == TUESDAY
    assert not asked.forms.offer(asked.account.id).is_long_due


def test_scores_feed_health_as_those_do_that_are_noted_by_hand(asked):
    with asked.store.write("Test") as work:
        work.people.put(replace(work.people.get(asked.person.id), part=Part.DECIDES))
    asked.take(asked.look(recommend="3"))

    (scored,) = [
        each for each in HealthService(asked.store).of_account(asked.account.id).factors
        if each.factor is Factor.SCORES
    ]  # fmt: skip

    assert scored.points == 30


def test_one_undo_takes_all_of_it_back(asked):
    before = rows_of(asked.store)

    asked.take(asked.look(recommend="2", colleague="Slow", better="Be quick", quote="unnamed", name="Somebody New"),
               next_what="Call", next_on=WEDNESDAY, adds_person=True)  # fmt: skip
    assert rows_of(asked.store) != before
    asked.store.undo()

    assert rows_of(asked.store) == before


def test_the_same_answers_again_change_nothing_and_say_so_whatever_file_they_come_in(asked):
    asked.take(asked.look(recommend="9"))
    before = rows_of(asked.store)

    for content in (filled(asked.pdf, recommend="9"), filled(filled(asked.pdf, recommend="4"), recommend="9")):
        with pytest.raises(RefusedError, match=r"stand in the book already: Hooli, .*Nothing was changed"):
            asked.look(content)
    assert rows_of(asked.store) == before


def test_corrected_answers_of_the_same_person_replace_the_first_ones_when_that_is_said(asked):
    asked.take(asked.look(recommend="9", ease="2", colleague="Good", quote="named"))
    first = asked.answers()
    back = asked.look(recommend="4", content="3", colleague="Good", quote="no")

    with pytest.raises(RefusedError, match="Say that these answers replace those"):
        asked.take(back)
    asked.take(back, replaces=True)

    now = asked.answers()
    assert {each: one.value for each, one in now.items()} == {Asked.RECOMMEND: 4, Asked.CONTENT: 3}
    assert now[Asked.RECOMMEND].id == first[Asked.RECOMMEND].id
    assert asked.of("quotes") == ()
    assert len([each for each in asked.of("contacts") if each.words.startswith("Answered")]) == 1
    asked.store.undo()
    assert asked.answers() == first


def test_a_form_for_anybody_comes_back_from_each_who_says_who_they_are(store, tmp_path):
    asked = Sent(store, tmp_path, anybody=True)
    first = asked.look(recommend="9", name=asked.person.name.upper())
    assert first.person_id == asked.person.id
    asked.take(first)

    second = asked.look(recommend="9", name="Somebody New")
    assert (second.person_id, second.before(None, "Somebody New")) == (None, None)
    form = asked.take(second, adds_person=True).value

    assert len(form.returns) == 2
    assert "Somebody New" in {each.name for each in asked.of("people")}
    with pytest.raises(RefusedError, match="already"):
        asked.look(recommend="9", name="Somebody New")


def test_a_score_of_six_or_less_asks_to_make_good_by_the_next_working_day(asked):
    back = asked.look(recommend="6")
    assert back.put_right_by == WEDNESDAY
    assert FormTaken(filled=back.filled, on=TUESDAY).asks_for_recovery
    assert not FormTaken(filled=FilledIn(scores={Asked.RECOMMEND: 7}), on=TUESDAY).asks_for_recovery

    asked.take(back, next_what="Call about the slot", next_on=WEDNESDAY)

    (step,) = [each for each in asked.of("follow_ups") if each.what == "Call about the slot"]
    assert (step.due, step.said_on) == (WEDNESDAY, TUESDAY)


@pytest.mark.parametrize(("quote", "consent"), [("", Consent.NOT_ASKED), ("unnamed", Consent.UNNAMED)])
def test_consent_is_taken_over_as_it_was_given(asked, quote, consent):
    asked.take(asked.look(colleague="They listen.", **({"quote": quote} if quote else {})))

    assert [each.consent for each in asked.of("quotes")] == [consent]


def test_who_does_not_want_to_be_quoted_is_not(asked):
    asked.take(asked.look(recommend="9", colleague="They listen.", quote="no"))

    assert asked.of("quotes") == ()
    assert asked.of("feedback_forms")[0].returns[0].quoting is Quoting.NO


def refusals(asked):
    """Give for each kind of form that is not taken in its file, and words of the sentence that says so."""
    good = filled(asked.pdf, recommend="9")
    with asked.store.read() as reading:
        secret = form_secret.find(reading.connection)
    older = replace(asked.form.mark(secret), version="0").signed(secret)
    newer = replace(asked.form.mark(secret), version="2").signed(secret)
    unknown = replace(asked.form.mark(secret), form="0" * 32).signed(secret)

    def bears(mark):
        made = good
        for name in ("version", "form", "check"):
            made = tampered(made, f"rd_{name}", getattr(mark, name))
        return made

    yield tampered(good, "rd_book", "0" * 32), "sent from another book. Open that book"
    for name in ("form", "account", "person", "review", "issued_on", "kind", "version", "check"):
        yield tampered(good, f"rd_{name}", "77"), "was changed since it was made"
    yield bears(older), "an older set of questions"
    yield bears(newer), "Install the newest ReviewDesk"
    yield bears(unknown), "was taken out of it since"
    yield asked.pdf, f"Nothing is filled in in “back.pdf”. Ask {asked.person.name} to tick"
    yield tampered(good, "recommend", "99"), "holds an answer that this form does not offer"
    yield b"%PDF-1.4 and no more", "damaged and cannot be read"
    yield b"%PDF-" + b" " * (10 << 20), "larger than 10 MB"


def test_each_form_that_is_not_taken_in_is_refused_with_its_own_sentence_and_writes_nothing(asked):
    before = rows_of(asked.store)

    for content, words in refusals(asked):
        with pytest.raises(RefusedError) as refused:
            asked.look(content)
        assert words in str(refused.value), str(refused.value)
    assert rows_of(asked.store) == before


def test_another_pdf_is_no_form(asked):
    from reviewdesk.reports.summary import render_summary
    from tests.reports.summaries import FONTS, FULL

    with pytest.raises(NotAFormError, match="is no feedback form made by ReviewDesk"):
        asked.look(render_summary(FULL, FONTS))


def test_a_form_of_another_book_is_refused_there(asked, tmp_path):
    folder = tmp_path / "other"
    folder.mkdir()
    other = small_book(a_store(folder))
    there = Sent(other, folder)

    with pytest.raises(RefusedError, match="sent from another book"):
        there.look(filled(asked.pdf, recommend="9"))
    other.close()


def test_a_form_whose_sending_was_undone_says_so(asked):
    content = filled(asked.pdf, recommend="9")
    asked.store.undo()

    with pytest.raises(RefusedError, match=r"taken out of it since.* Undo that"):
        asked.look(content)


def test_a_form_printed_to_a_new_file_is_typed_in_with_its_account_and_person(asked, tmp_path):
    source, target = asked.file(filled(asked.pdf, recommend="9")), tmp_path / "flat.pdf"
    subprocess.run(["pdftocairo", "-pdf", source, target], check=True)

    back = asked.inside.look(target)

    assert (back.is_typed, back.account, back.person_id) == (True, "Hooli", asked.person.id)
    assert "printed into a new file" in back.why
    asked.inside.take(
        back, FormTaken(filled=FilledIn(scores={Asked.RECOMMEND: 8}), on=TUESDAY, person_id=back.person_id)
    )
    assert asked.answers()[Asked.RECOMMEND].value == 8
    assert [each.name for each in asked.of("attachments")] == ["flat.pdf"]


def test_one_that_came_on_paper_is_found_by_its_code_and_typed_in(asked):
    back = asked.inside.type_in_code(asked.form.code.lower().replace("-", ""))
    assert (back.form.id, back.person_id, back.is_typed) == (asked.form.id, asked.person.id, True)

    asked.inside.take(back, FormTaken(filled=FilledIn(scores={Asked.EASE: 5}), on=TUESDAY, person_id=back.person_id))

    assert asked.answers()[Asked.EASE].value == 5
    with pytest.raises(RefusedError, match="belongs to no form of this book"):
        asked.inside.type_in_code("0000-0000")


def test_one_that_this_book_did_not_make_is_typed_in_all_the_same(store):
    initech, inside = the(store, "Initech"), FormInService(store)
    back = inside.type_in_new(initech.id)

    inside.take(back, FormTaken(filled=FilledIn(scores={Asked.CONTENT: 2}), on=TUESDAY))

    (row,) = AnswerService(store).of_account(initech.id).rows
    assert (row.answer.asked, row.answer.value, row.answer.person_id) == (Asked.CONTENT, 2, None)
    assert len(FormService(store, resources_folder() / "fonts").of_account(initech.id).rows) == 1


def test_nothing_typed_and_a_day_to_come_are_refused(asked):
    back = asked.inside.type_in(asked.form.id)
    with pytest.raises(RefusedError, match="Nothing is filled in"):
        asked.inside.take(back, FormTaken(filled=FilledIn(name="Anna"), on=TUESDAY))
    with pytest.raises(RefusedError, match="up to today"):
        asked.inside.take(back, FormTaken(filled=FilledIn(better="More"), on=WEDNESDAY))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 70_000), st.binary(min_size=1, max_size=20)), max_size=6), st.booleans())
def test_no_bent_form_writes_anything(asked, bent, cut):
    content = bytearray(filled(asked.pdf, recommend="9"))
    for at, letters in bent:
        content[at % len(content) : at % len(content) + len(letters)] = letters
    before = asked.store.data_version()

    try:
        asked.inside.look(asked.file(bytes(content[: len(content) // (2 if cut else 1)])))
    except RefusedError as refused:
        assert str(refused).endswith((".", ".”"))  # noqa: PT017 - what it says is looked at where it is refused at all
    assert asked.store.data_version() == before
