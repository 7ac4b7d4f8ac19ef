"""Whatever happens to notes in a meeting, in this window or another, the book holds what was typed and what follows.

A person types, moves, joins and splits lines, sorts and skips them, changes what they made on other pages, takes steps
back and brings them back, meets a change from another window, and loses the program with a draft on the disk.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from reviewdesk.domain.account import Account
from reviewdesk.domain.errors import StaleError
from reviewdesk.domain.line_records import RECORD_OF, read_line
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.services import gathering
from reviewdesk.services.meetings import MeetingService, Sorting
from reviewdesk.services.reviews import ReviewService
from reviewdesk.storage.journal import Journal
from tests.books import a_store

WORDS = st.sampled_from(
    ["late invoices", "send the plan by fri", "wir schicken die Liste bis 3. Dez", "qui signe ?", "call @Anna", "3 dec",
     "客户", "two pallets came wet again", "x", "book it in 2w #visit", "2. Schicht"]
)  # fmt: skip
MARKS = st.sampled_from(
    ["", "", "", "/we ", "/sie ", "[] ", "- [] ", "! ", "!!! ", "? ", '" ', "/o ", "// ", "+ ", "/d ", "/c "]
)
LINES = st.builds("{}{}".format, MARKS, WORDS)
AT = st.integers(0, 20)
ELSEWHERE = {"what": "Said elsewhere", "due": date(2027, 1, 5), "words": "Said elsewhere", "severity": 4}


class AnyMeeting(RuleBasedStateMachine):
    """A meeting in a real book beside the text as it was typed."""

    @initialize()
    def begin_a_meeting(self):
        """Open a new book with one account and begin its review."""
        self.folder = Path(mkdtemp())
        self.store = a_store(self.folder)
        with self.store.write("Make the book") as work:
            account = work.accounts.put(Account(name="Acme"))
            for name in ("Anna Nowak", "Piotr Zając"):
                work.people.put(Person(account_id=account.id, name=name))
            work.colleagues.put(Colleague(name="Dana Reyes", is_me=True))
        self.review_id = ReviewService(self.store).start_now(account.id).value.id
        self.meetings = MeetingService(self.store, Journal(self.store.path))
        self.text = ""
        self.texts = {""}
        self.type([""])
        with self.store.write("Something else") as work:
            work.accounts.put(replace(work.accounts.get(account.id), notes="met"))
        self.begun = self.store.undoable()

    def teardown(self):
        """Put the book away."""
        if hasattr(self, "store"):
            self.store.close()
            rmtree(self.folder)

    def stored(self):
        """Give the review as the book holds it."""
        with self.store.read() as reading:
            return reading.reviews.get(self.review_id)

    def records(self):
        """Give the records that its lines made."""
        with self.store.read() as reading:
            return gathering.records_of(reading, reading.reviews.get(self.review_id))

    def meeting(self):
        """Give what its lines are read against."""
        with self.store.read() as reading:
            return gathering.meeting_of(reading, reading.reviews.get(self.review_id))

    def type(self, lines):
        """Save the notes with these lines, typed over what stands."""
        text = "\n".join(lines)
        now = self.meetings.save_notes(self.review_id, text, seen=self.text).value
        self.text = text
        self.texts.add(text)
        assert now == self.meetings.workspace(self.review_id)

    @property
    def lines(self):
        """The lines as they stand."""
        return self.text.split("\n")

    @rule(line=LINES, at=AT)
    def add(self, line, at):
        """Type a new line."""
        lines = self.lines
        lines.insert(min(at, len(lines)), line)
        self.type(lines)

    @rule(at=AT)
    def delete(self, at):
        """Delete a line."""
        lines = self.lines
        del lines[at % len(lines)]
        self.type(lines or [""])

    @rule(at=AT, to=AT)
    def move(self, at, to):
        """Move a line; what it made goes along."""
        lines = self.lines
        at, to = at % len(lines), to % len(lines)
        before = self.stored().lines[at]
        only = lines.count(lines[at]) == 1
        lines.insert(to, lines.pop(at))
        self.type(lines)
        if only:
            assert self.stored().lines[to] == before

    @rule(at=AT, words=WORDS)
    def type_on(self, at, words):
        """Type on in a line, which stays itself."""
        lines = self.lines
        at = at % len(lines)
        before = self.stored().lines[at].id
        lines[at] += f" {words}"
        self.type(lines)
        assert self.stored().lines[at].id == before

    @rule(at=AT)
    def split(self, at):
        """Split a line in its middle."""
        lines = self.lines
        at = at % len(lines)
        half = len(lines[at]) // 2
        lines[at : at + 1] = [lines[at][:half], lines[at][half:]]
        self.type(lines)

    @precondition(lambda self: "\n" in self.text)
    @rule(at=AT)
    def join(self, at):
        """Join a line with the next one."""
        lines = self.lines
        at = at % (len(lines) - 1)
        lines[at : at + 2] = [" ".join(lines[at : at + 2])]
        self.type(lines)

    @rule(at=AT, mark=MARKS)
    def mark_anew(self, at, mark):
        """Put another mark before a line."""
        lines = self.lines
        at = at % len(lines)
        lines[at] = mark + lines[at].lstrip('-[]/!?"+ ')
        self.type(lines)

    @rule(at=AT, marker=st.sampled_from(list(Marker)), due=st.sampled_from([None, date(2027, 1, 8)]))
    def sort(self, at, marker, due):
        """Say what an unmarked line is."""
        waiting = self.meetings.unsorted(self.review_id)
        if waiting:
            line = waiting[at % len(waiting)].line
            self.meetings.sort(self.review_id, line.id, Sorting(marker, due=due))
            assert line.id not in {each.line.id for each in self.meetings.unsorted(self.review_id)}

    @rule(at=AT)
    def skip(self, at):
        """Leave an unmarked line a note."""
        waiting = self.meetings.unsorted(self.review_id)
        if waiting:
            line = waiting[at % len(waiting)].line
            self.meetings.skip(self.review_id, line.id)
            assert line.id not in {each.line.id for each in self.meetings.unsorted(self.review_id)}

    @rule(at=AT, name=st.sampled_from(sorted(ELSEWHERE)))
    def change_on_another_page(self, at, name):
        """Change what a line made, and type on in another line: the change stays."""
        records = sorted(self.records().values(), key=lambda each: str(each.id))
        records = [each for each in records if name in type(each).__dataclass_fields__ and not each.withdrawn]
        if records:
            record = records[at % len(records)]
            with self.store.write("Change it elsewhere") as work:
                gathering.put_record(work, replace(record, **{name: ELSEWHERE[name]}))
            self.type([*self.lines, "one more line"])
            assert getattr(self.records()[record.id], name) == ELSEWHERE[name]

    @rule(line=LINES)
    def meet_a_change_from_another_window(self, line):
        """Another window saves first: nothing of either is lost."""
        other = "\n".join([*self.lines, line])
        MeetingService(self.store, Journal(self.store.path)).save_notes(self.review_id, other, seen=self.text)
        with pytest.raises(StaleError) as refused:
            self.meetings.save_notes(self.review_id, f"mine\n{self.text}\nmine", seen=self.text)
        assert refused.value.stored == other
        self.meetings.forget_draft(self.review_id)
        self.text = other
        self.texts.add(other)

    @rule(line=LINES)
    def lose_the_program_with_a_draft(self, line):
        """The program ends before the save; the next start brings what was typed into the book."""
        text = "\n".join([*self.lines, line])
        self.meetings.keep_draft(self.review_id, text, over=(self.text,))
        self.meetings = MeetingService(self.store, Journal(self.store.path))
        self.meetings.replay_drafts()
        self.text = text
        self.texts.add(text)

    @precondition(lambda self: self.store.undoable() != self.begun)
    @rule()
    def undo(self):
        """Take the newest step back: a text that stood is there again."""
        self.store.undo()
        self.text = self.stored().text
        assert self.text in self.texts

    @precondition(lambda self: self.store.redoable() is not None)
    @rule()
    def redo(self):
        """Bring back what was undone."""
        self.store.redo()
        self.text = self.stored().text
        assert self.text in self.texts

    @rule()
    def save_the_same_again(self):
        """Save what is saved already: nothing is written."""
        before, records = self.stored(), self.records()
        self.meetings.save_notes(self.review_id, self.text, seen=self.text)
        assert (self.stored(), self.records()) == (before, records)

    @invariant()
    def the_text_is_as_typed(self):
        """Nothing in the text is ever changed."""
        assert self.stored().text == self.text

    @invariant()
    def no_line_has_the_id_of_another(self):
        """Each line is itself."""
        ids = [each.id for each in self.stored().lines]
        assert len(set(ids)) == len(ids)

    @invariant()
    def each_line_that_is_something_has_one_record_of_its_kind_and_nothing_else_has_one(self):
        """Records and lines belong together."""
        meeting, records = self.meeting(), self.records()
        linked = set()
        for line in self.stored().lines:
            read = read_line(line, meeting)
            kind = RECORD_OF.get(read.marker)
            if kind is not None and read.said.words.strip():
                assert type(records[line.record_id]) is kind
                assert not records[line.record_id].withdrawn
                assert records[line.record_id].line_id == line.id
                assert line.record_id not in linked
                linked.add(line.record_id)
        assert all(each.withdrawn for key, each in records.items() if key not in linked)

    @invariant()
    def each_line_reads_as_it_would_read_afresh(self):
        """What is stored of a line is what its text says."""
        meeting = self.meeting()
        for line in self.stored().lines:
            afresh = read_line(replace(line, day=None, day_words=""), meeting).line
            assert (line.day, line.day_words) == (afresh.day, afresh.day_words)


AnyMeeting.TestCase.settings = settings(max_examples=6, stateful_step_count=25, deadline=None)
TestAnyMeeting = AnyMeeting.TestCase
