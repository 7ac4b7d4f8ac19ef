"""The board of concerns: whose, how far, and past which clock."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from reviewdesk.desktop.concerns.model import LATE, MINE, UNOWNED, WAY, chips_of, lanes_of, next_stage, status_of
from reviewdesk.domain.concern import CauseKind, Stage
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.working_days import WorkingDays
from reviewdesk.domain.working_hours import after_hours
from reviewdesk.services.concern_board import ENDED_LATELY, ConcernBoardService
from reviewdesk.services.concerns import ConcernService
from tests.books import TUESDAY, a_store, small_book, the


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield small_book(store)
    store.close()


@pytest.fixture
def boards(store):
    return ConcernBoardService(store)


def add(store, words, severity=2, account="Hooli"):
    return ConcernService(store).add(the(store, account).id, words, severity).value


def put(store, concern, **fields):
    with store.write("Change") as work:
        return work.concerns.put(replace(work.concerns.get(concern.id), **fields))


def words_in(board, stage, **narrowed):
    (lane,) = [each for each in lanes_of(board, **narrowed) if each.stage is stage]
    return [each.words for each in lane.cards]


def test_what_presses_most_stands_first_then_the_gravest(store, boards):
    calm, grave = add(store, "Slow portal", 1), add(store, "A crate fell", 4)
    late = add(store, "Two pallets wrong", 2)
    put(store, late, raised_on=TUESDAY - timedelta(days=20))

    found = words_in(boards.board(), Stage.REPORTED)

    assert [each for each in found if each in {calm.words, grave.words, late.words}] == [
        late.words,
        grave.words,
        calm.words,
    ]


def test_a_card_says_what_it_waits_for_and_by_how_much_it_is_over(store, boards):
    late = put(store, add(store, "Two pallets wrong", 2), raised_on=TUESDAY - timedelta(days=14))
    board = boards.board()
    cards = {card.key: card for lane in lanes_of(board) for card in lane.cards}

    assert cards[late.id].is_late
    assert cards[late.id].about == "acknowledge it, 12 days over"
    assert "past their clock" in status_of(board)


def test_what_ended_stays_for_thirty_days(store, boards):
    lately, before = add(store, "Ended lately"), add(store, "Ended before")
    put(store, lately, stage=Stage.CONFIRMED, stage_since=TUESDAY - ENDED_LATELY)
    put(store, before, stage=Stage.CONFIRMED, stage_since=TUESDAY - ENDED_LATELY - timedelta(days=1))

    assert words_in(boards.board(), Stage.CONFIRMED) == ["Ended lately"]


def test_what_was_taken_back_is_on_no_board(store, boards):
    put(store, add(store, "Taken back"), withdrawn=True)

    assert "Taken back" not in [each.concern.words for each in boards.board().concerns]


def test_chips_leave_what_they_say_and_only_stand_there_where_they_leave_something(store, boards):
    mine = add(store, "Mine to see to")
    ConcernService(store).change(mine.id, "owner", "Dana Reyes")
    nobodys = add(store, "Nobody sees to it")
    board = boards.board()
    chips = {each.key: each.count for each in chips_of(board)}

    assert nobodys.words in words_in(board, Stage.REPORTED, on={UNOWNED})
    assert mine.words not in words_in(board, Stage.REPORTED, on={UNOWNED})
    assert chips[UNOWNED] == len([each for each in board.concerns if not each.owner and not each.concern.team])
    assert mine.words in words_in(board, Stage.REPORTED, on={MINE})
    assert all(chips.values())
    assert set(words_in(board, Stage.REPORTED, on={LATE})) <= set(words_in(board, Stage.REPORTED))


def test_words_are_looked_for_in_account_people_team_cause_severity_and_what_it_is_about(store, boards):
    concern = add(store, "Late again")
    known = {"team": "Operations", "tags": ("night shift",), "lots": ("L-2210",), "cause_kind": CauseKind.SKILL}
    with store.write("Raised") as work:
        raiser = work.people.put(Person(account_id=concern.account_id, name="Gavin Belson"))
    put(store, concern, raised_by_id=raiser.id, **known)

    for words in ("hooli late", "operations", "NIGHT", "l-2210", "late skill", "severity 2 hooli", "gavin"):
        assert "Late again" in words_in(boards.board(), Stage.REPORTED, words=words)
    assert words_in(boards.board(), Stage.REPORTED, words="hooli elsewhere") == []


def test_what_was_closed_without_their_word_is_counted_apart(store, boards):
    put(store, add(store, "No answer"), stage=Stage.NOT_CONFIRMED, stage_since=TUESDAY)

    assert status_of(boards.board()).endswith(" · 1 closed, not confirmed")


def test_the_gravest_says_by_which_hour_it_is_acknowledged_and_is_late_after_it(store, boards):
    grave = add(store, "A crate fell", 4)
    noon = datetime.combine(TUESDAY, time(12), UTC)
    put(store, grave, raised_at=noon - timedelta(hours=5))
    card = next(card for lane in lanes_of(boards.board()) for card in lane.cards if card.key == grave.id)
    due = after_hours((noon - timedelta(hours=5)).astimezone(), 4, WorkingDays())

    assert card.about.startswith(f"acknowledge it by {due:%H:%M}")
    assert card.is_late == (due < noon)


def test_its_hours_are_those_of_whoever_sees_to_it_and_else_of_the_book(store, boards):
    raised = datetime.combine(TUESDAY, time(7), UTC).astimezone()
    with store.write("Early birds") as work:
        work.books.put(replace(work.book, day_starts=time(6), day_ends=time(14)))
        late = work.colleagues.put(Colleague(name="Nils", day_starts=time(12), day_ends=time(20)))
    grave = put(store, add(store, "A crate fell", 4), raised_at=raised)

    def due():
        return next(each.clock.at for each in boards.board().concerns if each.concern.id == grave.id)

    assert due() == after_hours(raised, 4, WorkingDays(opens=time(6), closes=time(14)))
    put(store, grave, colleague_id=late.id)
    assert due() == after_hours(raised, 4, WorkingDays(opens=time(12), closes=time(20)))


def test_a_chip_leaves_the_concerns_of_one_kind_of_cause(store, boards):
    put(store, add(store, "Nobody knew the form"), cause_kind=CauseKind.KNOWLEDGE)
    put(store, add(store, "Nobody may decide"), cause_kind=CauseKind.AUTHORITY)
    board = boards.board()
    (chip,) = [each for each in chips_of(board) if each.key.endswith(CauseKind.KNOWLEDGE)]

    assert words_in(board, Stage.REPORTED, on={chip.key}) == ["Nobody knew the form"]
    both = words_in(board, Stage.REPORTED, on={chip.key, f"cause:{CauseKind.AUTHORITY}"})
    assert sorted(both) == ["Nobody knew the form", "Nobody may decide"]


def test_stages_follow_one_another_and_what_ended_otherwise_goes_back_to_fixed():
    assert [next_stage(each, 1) for each in WAY] == [*WAY[1:], None]
    assert next_stage(Stage.REPORTED, -1) is None
    assert next_stage(Stage.WITHDRAWN, -1) is Stage.FIXED
