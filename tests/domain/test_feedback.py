"""How a feedback form is known again, and what it may say."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.answer import Asked
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.feedback import (
    DIMENSIONS,
    MARKED,
    SCORES,
    FilledIn,
    FormKind,
    FormMark,
    IssuedForm,
    Quoting,
    Returned,
    asked_by,
    book_mark,
    same_code,
)
from reviewdesk.domain.review import Feeling
from reviewdesk.domain.said import Consent
from tests.reports.feedback_forms import ISSUED, SECRET

ANNA, PIOTR = UUID(int=1), UUID(int=2)
WORDS = st.text(max_size=60)


def test_a_mark_is_known_by_the_book_that_made_it_and_by_no_other():
    mark = ISSUED.mark(SECRET)

    assert mark.is_signed_by(SECRET)
    assert not mark.is_signed_by(SECRET[::-1])
    assert mark.book == book_mark(SECRET) != book_mark(SECRET[::-1])


@pytest.mark.parametrize("name", MARKED)
@given(other=WORDS)
def test_a_mark_with_anything_changed_is_not_known(name, other):
    mark = ISSUED.mark(SECRET)

    changed = replace(mark, **{name: other})

    assert changed.is_signed_by(SECRET) is (changed == mark)


def test_what_moves_from_one_part_of_a_mark_to_the_next_is_not_the_same():
    one = FormMark(version="1", kind="ab", book="c", form="", account="", person="", review="", issued_on="")

    assert one.signed(SECRET).check != replace(one, kind="a", book="bc").signed(SECRET).check


@given(st.uuids())
def test_a_code_on_paper_is_understood_however_it_is_typed(form_id):
    form = IssuedForm(account_id=form_id, issued_on=date(2026, 11, 24), id=form_id)

    typed = form.code.lower().replace("-", " ").replace("0", "o").replace("1", "l")

    assert len(form.code) == 9
    assert same_code(typed, ["0000-0000X", form.code]) == form.code


def test_five_questions_ask_the_three_scores_and_the_long_one_the_seven_dimensions_too():
    assert asked_by(FormKind.SHORT) == SCORES
    assert asked_by(FormKind.LONG) == (*SCORES, *DIMENSIONS)
    assert set(asked_by(FormKind.LONG)) == set(Asked)


def test_the_same_answers_are_known_again_in_whatever_order_they_come():
    one = FilledIn(scores={Asked.RECOMMEND: 9, Asked.EASE: 5}, feelings=(Feeling.PRODUCTIVE, Feeling.ENJOYABLE))
    other = FilledIn(scores={Asked.EASE: 5, Asked.RECOMMEND: 9}, feelings=(Feeling.ENJOYABLE, Feeling.PRODUCTIVE))

    assert one.digest == other.digest
    assert one.digest != replace(one, scores={Asked.RECOMMEND: 9, Asked.CONTENT: 5}).digest
    assert one.digest != replace(one, better="Call first").digest
    assert replace(one, better="Call first").digest != replace(one, colleague="Call first").digest


def test_a_name_alone_is_no_answer():
    assert FilledIn(name="Anna Nowak", quoting=Quoting.NAMED).is_empty
    assert not FilledIn(better="More slots").is_empty


@pytest.mark.parametrize(("asked", "value"), [(Asked.RECOMMEND, 11), (Asked.CONTENT, 0), (Asked.TRUST, 8)])
def test_an_answer_outside_its_scale_is_refused(asked, value):
    with pytest.raises(RefusedError, match="outside its scale"):
        FilledIn(scores={asked: value})


def test_who_said_no_is_never_printed():
    assert [each.consent for each in Quoting] == [Consent.NOT_ASKED, Consent.UNNAMED, Consent.NAMED]


def test_a_form_for_one_person_comes_back_from_them_and_one_for_anybody_from_each_once():
    back = Returned(answered_on=date(2026, 11, 27), digest="a", person_id=ANNA, name="Anna Nowak")
    hers = replace(ISSUED, returns=(back,))
    anybodys = replace(hers, person_id=None)

    assert hers.earlier(PIOTR, "Piotr") == back
    assert anybodys.earlier(ANNA, "") == back
    assert anybodys.earlier(PIOTR, "Anna Nowak") is None
    again = replace(back, digest="b")
    assert anybodys.with_return(again, back).returns == (again,)
    assert anybodys.with_return(replace(again, person_id=PIOTR)).returns[0] == back
