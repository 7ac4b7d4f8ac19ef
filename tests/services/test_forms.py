"""Feedback forms going out: for whom, in which language, the same one while it waits, and nothing of ours in them."""

import email
import re
from dataclasses import replace
from datetime import timedelta
from email.policy import default

import pytest

from reviewdesk.domain.errors import LeakError, RefusedError
from reviewdesk.domain.feedback import FormKind, Returned
from reviewdesk.domain.review import NoteLine, Review, ReviewKind
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.services.forms import FormService
from reviewdesk.storage import form_secret
from reviewdesk.wiring import resources_folder
from tests.books import TUESDAY, a_store, small_book, the


@pytest.fixture
def store(tmp_path):
    made = small_book(a_store(tmp_path))
    yield made
    made.close()


def forms(store):
    return FormService(store, resources_folder() / "fonts")


def put(store, records, *of):
    with store.write("Test") as work:
        for each in of:
            getattr(work, records).put(each)


def change(store, records, of, **changed):
    with store.write("Test") as work:
        getattr(work, records).put(replace(getattr(work, records).get(of.id), **changed))


def people_of(store, account):
    with store.read() as reading:
        return sorted(reading.people.where(account_id=account.id), key=lambda each: each.name)


def review_of(store, account, **known):
    review = Review(account_id=account.id, period="2026 Q4", planned_on=TUESDAY, **known)
    put(store, "reviews", review.held(TUESDAY, finished_at=store.clock.now()))
    return review


def test_whoever_was_there_is_asked_first_and_those_who_left_are_not(store):
    hooli = the(store, "Hooli")
    one, other = people_of(store, hooli)
    review = review_of(store, hooli, people_ids=(other.id,))

    offer = forms(store).offer(hooli.id)

    assert [(each.name, each.was_there) for each in offer.people] == [(other.name, True), (one.name, False)]
    assert (offer.review_id, offer.met_on, offer.is_long_due) == (review.id, TUESDAY, True)
    change(store, "people", one, left_on=TUESDAY - timedelta(1))
    assert [each.name for each in forms(store).offer(hooli.id).people] == [other.name]


def test_a_review_of_long_ago_is_not_asked_about(store):
    initech = the(store, "Initech")

    assert forms(store).offer(initech.id).review_id is None


def test_a_form_follows_only_a_review_that_was_held(store):
    hooli = the(store, "Hooli")
    ahead = Review(account_id=hooli.id, planned_on=TUESDAY)
    put(store, "reviews", ahead)

    with pytest.raises(RefusedError, match="follows a review that was held"):
        forms(store).make(hooli.id, [None], FormKind.SHORT, ahead.id)
    with pytest.raises(RefusedError, match="Nobody was chosen"):
        forms(store).make(hooli.id, [], FormKind.SHORT)


def test_a_form_that_is_out_is_the_same_when_it_is_asked_for_again(store):
    hooli = the(store, "Hooli")
    one, other = people_of(store, hooli)
    made = forms(store).make(hooli.id, [one.id, other.id, one.id], FormKind.SHORT).value

    again = forms(store).make(hooli.id, [one.id], FormKind.SHORT).value

    assert len(made) == 2
    assert again == made[:1]
    assert forms(store).print_out(made[0].id) == forms(store).print_out(made[0].id)
    assert forms(store).make(hooli.id, [one.id], FormKind.LONG).value[0].id not in {each.id for each in made}


def test_one_undo_takes_the_forms_back_and_the_secret_stays(store):
    hooli = the(store, "Hooli")
    forms(store).make(hooli.id, [each.id for each in people_of(store, hooli)], FormKind.SHORT)
    with store.read() as reading:
        secret = form_secret.find(reading.connection)

    store.undo()

    assert forms(store).of_account(hooli.id).rows == ()
    with store.read() as reading:
        assert form_secret.find(reading.connection) == secret


def test_each_is_asked_in_their_own_language_else_in_that_of_the_account(store):
    hooli = the(store, "Hooli")
    one, other = people_of(store, hooli)
    change(store, "accounts", hooli, language="fr")
    change(store, "people", one, language="de-AT")
    made = forms(store).make(hooli.id, [one.id, other.id, None], FormKind.SHORT).value

    said = [text_of(forms(store).print_out(each.id).pdf) for each in made]

    assert [each.language for each in made] == ["de", "fr", "fr"]
    assert "Fünf Fragen, zwei Minuten" in said[0]
    assert "Cinq questions, deux minutes" in said[1]


def test_a_form_says_nothing_of_ours(store):
    hooli = the(store, "Hooli")
    change(store, "accounts", hooli, rivals=("Acme Rivals",), notes="their budget is shrinking badly this year")
    (one, _) = people_of(store, hooli)
    review = review_of(store, hooli, lines=(NoteLine(text="// careful with the price, he is angry with us all"),))
    (form,) = forms(store).make(hooli.id, [one.id], FormKind.SHORT, review.id).value

    made = forms(store).print_out(form.id)

    everything = made.pdf.decode("latin-1") + text_of(made.pdf)
    assert not re.search("Acme|budget|angry|northgate.reviewdesk", everything)
    assert made.file_name == f"Hooli-feedback-{one.name.replace(' ', '-')}-{form.code}.pdf"


def test_a_form_that_would_name_another_customer_is_not_written(store):
    hooli = the(store, "Hooli")
    (form,) = forms(store).make(hooli.id, [None], FormKind.SHORT).value
    with store.write("Test") as work:
        work.books.put(replace(work.book, company="Northgate", company_line="as for Stark Industries"))

    with pytest.raises(LeakError, match="Stark Industries"):
        forms(store).print_out(form.id)


def test_the_mail_goes_to_whom_is_asked_with_the_form_in_it_and_asking_again_is_noted(store):
    hooli = the(store, "Hooli")
    (one, _) = people_of(store, hooli)
    (form,) = forms(store).make(hooli.id, [one.id], FormKind.SHORT, forms(store).offer(hooli.id).review_id).value

    draft = forms(store).draft(form.id).value
    again = forms(store).draft(form.id, again=True)

    mail = email.message_from_bytes(draft.path.read_bytes(), policy=default)
    assert one.email in str(mail["To"])
    assert mail["Subject"] == "A few questions: Hooli"
    (part,) = mail.iter_attachments()
    assert part.get_content() == forms(store).print_out(form.id).pdf
    assert "five questions" in mail.get_body().get_content()
    assert again.changes.label == "Ask again"
    second = email.message_from_bytes(again.value.path.read_bytes(), policy=default)
    assert "Perhaps it got lost" in second.get_body().get_content()
    (row,) = forms(store).of_account(hooli.id).rows
    assert (row.form.asked_again_on, row.days_out, row.may_ask_again) == (TUESDAY, 0, False)


def test_after_two_weeks_it_is_time_to_ask_again(store):
    hooli = the(store, "Hooli")
    (form,) = forms(store).make(hooli.id, [None], FormKind.SHORT).value

    for days, may in ((13, False), (14, True)):
        change(store, "feedback_forms", form, issued_on=TUESDAY - timedelta(days))
        assert forms(store).of_account(hooli.id).rows[0].may_ask_again is may


def test_after_a_yearly_review_the_long_one_is_offered_first_where_it_is_due(store):
    hooli = the(store, "Hooli")
    assert forms(store).offer(hooli.id).suggested is FormKind.SHORT
    review_of(store, hooli, kind=ReviewKind.YEARLY)

    assert forms(store).offer(hooli.id).suggested is FormKind.LONG
    (form,) = forms(store).make(hooli.id, [None], FormKind.LONG).value
    back = Returned(answered_on=TUESDAY - timedelta(300), digest="")
    change(store, "feedback_forms", form, returns=(back,))
    assert forms(store).offer(hooli.id).suggested is FormKind.SHORT
