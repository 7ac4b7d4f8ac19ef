"""Letters that a concern asks for: begun in their language, looked through, and kept on the concern once written."""

import re
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.audience import Audience
from reviewdesk.domain.concern import Stage
from reviewdesk.domain.errors import LeakError, NotFinishedError
from reviewdesk.domain.letters.completeness import says_sorry
from reviewdesk.domain.letters.form import LetterKind, Typed
from reviewdesk.domain.review import NoteLine
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.services.concerns import ConcernService
from reviewdesk.services.history import HistoryService
from reviewdesk.services.letters import LetterService
from reviewdesk.wiring import resources_folder
from tests.books import TUESDAY, UGLY_NAMES, a_store, small_book, the, ugly_book

FIRST, RECOVERY = LetterKind.FIRST_ANSWER, LetterKind.RECOVERY


@pytest.fixture
def store(tmp_path):
    made = a_store(tmp_path)
    yield made
    made.close()


@pytest.fixture
def globex(store):
    """A concern of Globex Corporation that was only reported: nobody answers them for a week."""
    account = the(small_book(store), "Globex Corporation")
    with store.write("Concern") as work:
        concern = work.concerns.where(account_id=account.id)[0]
        return work.concerns.put(replace(concern, summary="Our questions wait a week for an answer"))


def letters(store):
    return LetterService(store, resources_folder() / "fonts")


def read(made):
    return re.sub(r"\s+", " ", text_of(made.pdf))


def begun(store, of, kind=FIRST, *, admits=False, **texts):
    start = letters(store).begin(of.id, kind)
    return Typed(
        kind=kind, concern_id=of.id, person_id=start.person_id, texts={**start.texts, **texts}, admits=admits
    )  # fmt: skip


def changed(store, concern, **fields):
    with store.write("Change") as work:
        return work.concerns.put(replace(work.concerns.get(concern.id), **fields))


def in_german(store, account_id):
    with store.write("Language") as work:
        work.accounts.put(replace(work.accounts.get(account_id), language="de"))


def test_a_first_answer_begins_complete_in_the_words_for_the_customer_and_admits_nothing(store, globex):
    made = letters(store).draw(begun(store, globex))

    words = read(made)
    assert made.is_ready
    assert "Our questions wait a week for an answer" in words
    assert "Nobody answers us" not in words
    assert "What you told us on 24 September 2026" in words
    assert not says_sorry(words)
    assert re.fullmatch(r"Globex-Corporation-.+-first-answer-2026-11-24\.pdf", made.file_name)


def test_it_admits_when_that_is_chosen(store, globex):
    assert "the mistake was ours" in read(letters(store).draw(begun(store, globex, admits=True)))


def test_it_is_begun_in_the_language_of_the_account_and_calls_in_working_days(store, globex):
    in_german(store, globex.account_id)
    changed(store, globex, raised_on=TUESDAY - timedelta(1))
    words = read(letters(store).draw(begun(store, globex)))

    assert "Guten Tag" in words
    assert "Ich rufe Sie bis zum 25. November 2026 an" in words
    assert letters(store).begin(globex.id, FIRST).due == TUESDAY


def test_whoever_raised_it_is_whom_it_is_for_and_who_has_left_is_not_offered(store, globex):
    with store.write("People") as work:
        first, second = work.people.where(account_id=globex.account_id)
        work.people.put(replace(first, left_on=TUESDAY))
    changed(store, globex, raised_by_id=second.id)
    start = letters(store).begin(globex.id, FIRST)

    assert start.person_id == second.id
    assert [name for _, name in start.people] == [second.name, "Globex Corporation as a whole"]


@pytest.mark.parametrize("field", ["thanks", "not_so", "understand", "concern"])
def test_what_a_first_answer_lacks_is_said_beside_its_field_and_it_is_not_written(store, globex, field):
    typed = begun(store, globex, **{field: ""})

    assert [each.field for each in letters(store).draw(typed).missing] == [field]
    with pytest.raises(NotFinishedError, match="not complete"):
        letters(store).write(typed)


def test_what_was_set_aside_or_is_only_mine_is_not_put_into_the_letter_unasked(store, globex):
    changed(store, globex, set_aside=True)
    assert letters(store).begin(globex.id, FIRST).begun["concern"] == ""

    with store.write("Line") as work:
        held = work.reviews.where(account_id=globex.account_id)[0]
        line = NoteLine(text="! nobody answers us", audience=Audience.ONLY_ME)
        work.reviews.put(replace(held, lines=(*held.lines, line)))
    changed(store, globex, set_aside=False, line_id=line.id, review_id=held.id)
    assert letters(store).begin(globex.id, FIRST).begun["concern"] == ""


def test_writing_it_is_noted_on_the_concern_and_is_undone_in_one_step(store, globex):
    outcome = letters(store).write(begun(store, globex))

    with store.read() as reading:
        concern = reading.concerns.get(globex.id)
        (file,) = reading.attachments.where(concern_id=globex.id)
    assert concern.stage is Stage.ACKNOWLEDGED
    assert concern.stage_since == TUESDAY
    assert file.name == outcome.value.letter.file_name
    assert outcome.changes.label == "First answer written"
    told = HistoryService(store).of_account(globex.account_id)
    assert {each.field for each in told if each.step == "First answer written"} == {"stage"}
    store.undo()
    with store.read() as reading:
        assert reading.concerns.get(globex.id).stage is Stage.REPORTED
        assert reading.attachments.where(concern_id=globex.id) == ()


def test_a_concern_that_has_come_further_stays_where_it_is(store, globex):
    changed(store, globex, stage=Stage.PLANNED)
    letters(store).write(begun(store, globex))

    with store.read() as reading:
        assert reading.concerns.get(globex.id).stage is Stage.PLANNED


def test_a_complaint_that_came_as_a_letter_names_the_follow_up_that_is_done_with_its_answer(store, globex):
    changed(store, globex, raised_on=TUESDAY)
    ConcernService(store).change(globex.id, "by_letter", "yes")
    service = letters(store)
    start = service.begin(globex.id, FIRST)

    assert start.due == TUESDAY + timedelta(1)
    assert "by 26 November 2026" in start.begun["understand"].replace("\u00a0", " ")
    with store.read() as reading:
        asked = next(each for each in reading.follow_ups.where(concern_id=globex.id) if "in writing" in each.what)
    assert service.write(begun(store, globex)).value.does == asked.id


def test_a_recovery_letter_waits_for_what_is_not_known_yet(store, globex):
    made = letters(store).draw(begun(store, globex, RECOVERY))
    assert {each.field for each in made.missing} == {"happened", "prevention"}

    changed(store, globex, root_cause="one person read the mail box", fix="two people read it, and a third on Fridays")
    made = letters(store).draw(begun(store, globex, RECOVERY))
    assert made.is_ready
    words = read(made)
    assert "The cause: one person read the mail box." in words
    assert "So that it does not happen again: two people read it, and a third on Fridays." in words
    letters(store).write(begun(store, globex, RECOVERY))
    with store.read() as reading:
        assert reading.concerns.get(globex.id).told_on == TUESDAY


def test_a_recovery_letter_thanks_whoever_raised_it_by_name_when_it_goes_to_another(store, globex):
    with store.read() as reading:
        first, second = reading.people.where(account_id=globex.account_id)
    changed(store, globex, raised_by_id=first.id)

    to_another = letters(store).begin(globex.id, RECOVERY, second.id).begun["thanks"]
    assert f"go to {first.name}, who raised it" in to_another
    assert letters(store).begin(globex.id, RECOVERY, first.id).begun["thanks"].startswith("Thank you for raising it")


def test_another_account_is_named_with_the_field_it_stands_in_and_nothing_is_written(store, globex):
    typed = begun(store, globex, own_words="Hooli had the same trouble.")
    (hit,) = letters(store).draw(typed).hits

    assert (hit.kind, hit.words, hit.field, hit.page) == ("another account", "Hooli", "own_words", 1)
    assert hit.areas
    with pytest.raises(LeakError, match="Hooli"):
        letters(store).write(typed)
    with store.read() as reading:
        assert reading.attachments.where(concern_id=globex.id) == ()


def test_words_that_are_meant_are_written_and_stand_in_the_history(store, globex):
    typed = replace(begun(store, globex, own_words="Hooli is our carrier too."), meant=frozenset({"Hooli"}))

    assert letters(store).write(typed).changes.label == "First answer written, “Hooli” is meant"
    assert letters(store).draw(replace(typed, meant=frozenset())).hits == ()
    assert letters(store).draw(replace(begun(store, globex, RECOVERY, own_words="As at Hooli."))).hits != ()


def test_the_internal_words_of_the_concern_are_a_hit(store, globex):
    typed = begun(store, globex, own_words="As you said: nobody answers us for a week.")

    assert [each.kind for each in letters(store).draw(typed).hits] == ["an internal line"]


def test_the_letters_of_a_book_whose_accounts_are_called_like_common_words_raise_no_false_alarm(store, globex):
    with store.write("Accounts") as work:
        like = work.accounts.get(globex.account_id)
        for name in ("Target", "Next", "Cheers", "Carrier", "Kind", "Thank", "Dear", "What", "Cause"):
            work.accounts.put(replace(like, id=type(like.id)(int=hash(name) % 2**100), name=name, version=0))
    changed(store, globex, root_cause="one person read it", fix="two do")
    for kind in LetterKind:
        assert letters(store).draw(begun(store, globex, kind)).hits == ()


def test_an_account_added_while_a_letter_is_composed_is_found_in_it(store, globex):
    service, typed = letters(store), begun(store, globex, own_words="As at Bluebird Couriers.")
    assert service.draw(typed).hits == ()
    with store.write("Account") as work:
        work.accounts.put(Account(name="Bluebird Couriers"))

    assert [each.words for each in service.draw(typed).hits] == ["Bluebird Couriers"]


def test_the_mail_of_a_letter_carries_it(store, globex):
    draft = letters(store).mail(begun(store, globex))
    mail = message_from_bytes(draft.path.read_bytes(), policy=policy.default)

    assert mail["Subject"] == "What you told us on 24 September 2026"
    assert "Please find our letter attached." in mail.get_body().get_content()
    (part,) = mail.iter_attachments()
    assert part.get_content().startswith(b"%PDF")


def test_names_in_any_script_are_set(store):
    ugly_book(store)
    with store.write("Concerns") as work:
        like = work.concerns.all()[0]
        fresh = [
            work.concerns.put(replace(like, id=each.id, account_id=each.id, version=0, summary=f"{each.name} 🎉 \x07"))
            for each in work.accounts.all()
            if each.name in (UGLY_NAMES[0], UGLY_NAMES[1], UGLY_NAMES[4], UGLY_NAMES[7])
        ]
    for each in fresh:
        assert "of" in read(letters(store).draw(begun(store, each)))
