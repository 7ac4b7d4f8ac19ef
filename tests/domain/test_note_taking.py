"""Notes as they are typed: a marked line keeps its record through edits, moves, deletes and undo."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from reviewdesk.domain.concern import Concern
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.line_records import RECORD_OF, LineRecord, read_line
from reviewdesk.domain.note_taking import take_notes
from reviewdesk.domain.said import Question
from tests.domain.meetings import TUESDAY, Notes, meeting_of


def test_a_line_keeps_its_record_while_its_words_change():
    notes = Notes("/we send the plan by fri")
    before = notes.record()
    notes.type("/we send the revised plan by thu")

    after = notes.record()
    assert after.id == before.id
    assert isinstance(after, FollowUp)
    assert (after.what, after.due) == ("Send the revised plan", date(2026, 11, 26))


def test_a_line_keeps_its_record_when_it_moves():
    notes = Notes("! late\nplain\n? why")
    ids = {type(each): each.id for each in notes.records.values()}
    notes.type("? why\nplain\n! late")

    assert notes.record(0).id == ids[Question]
    assert notes.record(2).id == ids[Concern]


def test_a_deleted_line_takes_its_record_along_and_undo_brings_both_back():
    notes = Notes("! late\nplain")
    record = notes.record()
    notes.type("plain")
    assert notes.records == {}

    notes.type("! late\nplain")
    assert notes.record().id == record.id
    assert notes.record() == record


def test_a_deleted_line_withdraws_a_record_somebody_acted_on():
    notes = Notes("/we send it by fri")
    done = notes.record()
    assert isinstance(done, FollowUp)
    notes.records[done.id] = done.done(TUESDAY)
    notes.type("")

    left = notes.records[done.id]
    assert left.withdrawn
    notes.type("/we send it by fri")
    assert not notes.record().withdrawn
    assert notes.record().id == done.id


def test_a_line_whose_mark_is_taken_away_and_put_back_has_its_very_record_again():
    notes = Notes("! late invoices\nplain")
    record = notes.record()
    notes.type("late invoices\nplain")
    assert notes.records == {}
    notes.type("\nplain")
    notes.type("! late invoices\nplain")

    assert notes.record() == record


def test_another_mark_converts_the_record():
    notes = Notes("! late invoices")
    concern = notes.record()
    notes.type("? late invoices")

    assert isinstance(notes.record(), Question)
    assert concern.id not in notes.records
    assert len(notes.records) == 1


def test_what_was_changed_elsewhere_is_kept_and_the_rest_follows():
    notes = Notes("/we send the plan by fri")
    promise = notes.record()
    notes.records[promise.id] = replace(promise, due=date(2026, 12, 24))
    notes.type("/we send the whole plan by fri")

    after = notes.record()
    assert isinstance(after, FollowUp)
    assert (after.what, after.due) == ("Send the whole plan", date(2026, 12, 24))


def test_a_date_typed_afterwards_is_the_last_word_unless_it_was_moved():
    notes = Notes("/we send the plan\n/we call them by fri")
    plan, call = notes.record(0), notes.record(1)
    notes.records[plan.id] = replace(plan, due=date(2026, 12, 24))
    notes.records[call.id] = call.moved(date(2026, 12, 24), on=TUESDAY, agreed_with="Anna")
    notes.type("/we send the plan by 11 dec\n/we call them by thu")

    assert notes.record(0).due == date(2026, 12, 11)
    assert notes.record(1).due == date(2026, 12, 24)


def test_what_did_not_change_is_not_written():
    notes = Notes("! late\n? why\nplain")
    taken = notes.type("! late\n? why\nplain and more")
    assert taken.put == ()
    assert taken.removed == ()


WORDS = st.sampled_from(["late invoices", "send the plan by fri", "why so slow?", "call @Piotr", "3 dec", "客户", "x"])
MARKS = st.sampled_from(["", "/we ", "/they ", "[] ", "! ", "!!! ", "? ", '" ', "/o ", "// ", "+ ", "/d "])
LINES = st.builds("{}{}".format, MARKS, WORDS)
FIELDS = {"what": "Said elsewhere", "due": date(2027, 1, 5), "words": "Said elsewhere", "severity": 4}


class NoteTaking(RuleBasedStateMachine):
    """Edits notes in every way a person does, while records are changed elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.notes = Notes()
        self.texts: list[str] = [""]
        self.elsewhere: dict[UUID, dict[str, object]] = {}

    def _type(self, lines: list[str]) -> None:
        before = dict(self.notes.records)
        self.texts.append("\n".join(lines))
        self.notes.type(self.texts[-1])
        for gone in before.keys() - self.notes.records.keys():
            self.elsewhere.pop(gone, None)
        self._dates_typed_anew()

    def _dates_typed_anew(self) -> None:
        """A date that was typed after it was given elsewhere is that of its line again."""
        days = {each.record_id: each.day for each in self.notes.review.lines if each.day}
        for record_id, fields in self.elsewhere.items():
            if record_id in days and getattr(self.notes.records[record_id], "due", None) == days[record_id]:
                fields.pop("due", None)

    @property
    def lines(self) -> list[str]:
        """The lines as they stand."""
        return self.notes.review.text.split("\n")

    @rule(line=LINES, at=st.integers(0, 20))
    def add(self, line, at):
        """Type a new line."""
        lines = self.lines
        lines.insert(min(at, len(lines)), line)
        self._type(lines)

    @rule(at=st.integers(0, 20))
    def delete(self, at):
        """Delete a line."""
        lines = self.lines
        del lines[at % len(lines)]
        self._type(lines or [""])

    @rule(at=st.integers(0, 20), to=st.integers(0, 20))
    def move(self, at, to):
        """Move a line."""
        lines = self.lines
        lines.insert(to % len(lines), lines.pop(at % len(lines)))
        self._type(lines)

    @rule(at=st.integers(0, 20), words=WORDS)
    def add_words(self, at, words):
        """Type on in a line."""
        lines = self.lines
        lines[at % len(lines)] += f" {words}"
        self._type(lines)

    @precondition(lambda self: len(self.texts) > 1)
    @rule()
    def undo(self):
        """Take the last edit back."""
        self.texts.pop()
        before = set(self.notes.records)
        self.notes.type(self.texts[-1])
        for gone in before - self.notes.records.keys():
            self.elsewhere.pop(gone, None)
        self._dates_typed_anew()

    @precondition(lambda self: self.notes.records)
    @rule(choice=st.randoms(use_true_random=False), name=st.sampled_from(sorted(FIELDS)))
    def change_elsewhere(self, choice, name):
        """Change a record on another page."""
        record = self.notes.records[choice.choice(sorted(self.notes.records, key=str))]
        if name in type(record).__dataclass_fields__ and not record.withdrawn:
            self.notes.records[record.id] = replace(record, **{name: FIELDS[name]})
            self.elsewhere.setdefault(record.id, {})[name] = FIELDS[name]

    @rule()
    def save_the_same_again(self):
        """Save what is saved already."""
        ids = [each.id for each in self.notes.review.lines]
        taken = self.notes.type(self.notes.review.text)
        assert (taken.put, taken.removed) == ((), ())
        assert [each.id for each in self.notes.review.lines] == ids

    @invariant()
    def the_text_is_as_typed(self):
        """Nothing in the text is ever changed."""
        assert self.notes.review.text == self.texts[-1]

    @invariant()
    def each_marked_line_has_one_record_of_its_kind_and_nothing_else_has_one(self):
        """Records and marked lines belong together."""
        review = self.notes.review
        linked: list[LineRecord] = []
        for line in review.lines:
            kind = RECORD_OF.get(read_line(line, meeting_of(review)).marker)
            if kind is not None:
                assert line.record_id is not None
                record = self.notes.records[line.record_id]
                assert type(record) is kind
                assert not record.withdrawn
                linked.append(record)
        assert len({each.id for each in linked}) == len(linked)
        left = [each for each in self.notes.records.values() if each not in linked]
        assert all(each.withdrawn for each in left)

    @invariant()
    def no_line_has_the_id_of_another(self):
        """Each line is itself."""
        ids = [each.id for each in self.notes.review.lines]
        assert len(set(ids)) == len(ids)

    @invariant()
    def what_was_changed_elsewhere_is_not_overwritten(self):
        """A field changed elsewhere stays as it is there."""
        for record_id, fields in self.elsewhere.items():
            record = self.notes.records[record_id]
            for name, value in fields.items():
                assert getattr(record, name) == value


NoteTaking.TestCase.settings = settings(max_examples=60, stateful_step_count=25)
TestNoteTaking = NoteTaking.TestCase


def test_a_removed_line_that_is_back_already_is_given_to_no_other():
    notes = Notes("! late\nplain\nlast")
    removed = notes.review.lines[0]
    again = replace(notes.review, lines=(removed, *notes.review.lines[1:]))

    taken = take_notes(again, "! late\n! late\nplain\nlast", notes.records, meeting_of(again), gone=[removed])

    ids = [each.id for each in taken.review.lines]
    assert len(set(ids)) == 4
    assert removed.id in ids[:2]
