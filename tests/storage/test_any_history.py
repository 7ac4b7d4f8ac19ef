"""Whatever a person does, undoes and redoes, the book holds what a plain dictionary would."""

from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from reviewdesk.domain.account import Account, AccountStatus, Tier
from reviewdesk.domain.answer import SCALES, Answer, Asked
from reviewdesk.domain.audience import Audience
from reviewdesk.domain.book import BOOK_ID
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.people import Part, Person
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.review import NoteLine, Review, ReviewState
from reviewdesk.domain.said import Channel, Contact, Quote
from reviewdesk.storage.book_file import open_book
from tests.storage.whole_book import check_what_is_remembered, check_what_is_worked_out

WORDS = st.text("abł 客ß!'\"*", max_size=12)
DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
KINDS = ("accounts", "people", "reviews", "concerns", "follow_ups", "purchases", "contacts", "answers", "quotes")
REFERS = (
    ("follow_ups", "concern_id", "concerns"), ("answers", "person_id", "people"), ("quotes", "review_id", "reviews"),
)  # fmt: skip


class _AnyHistory(RuleBasedStateMachine):
    """A book beside a plain model of it: one dictionary for each kind of record, and stacks of older ones."""

    @initialize()
    def open_a_new_book(self):
        self.folder = Path(mkdtemp())
        self.path = self.folder / "Acme.reviewdesk"
        self.store = open_book(self.path, Clock(), may_create=True)
        self.model = {name: {} for name in ("books", *KINDS)}
        with self.store.read() as reading:
            self.model["books"][reading.book.id] = reading.book
        self.undo_stack, self.redo_stack = [], []

    def teardown(self):
        self.store.close()
        rmtree(self.folder)

    def done(self, before):
        if before != self.model:
            self.undo_stack.append(before)
            self.redo_stack.clear()

    def put(self, name, record):
        before = deepcopy(self.model)
        with self.store.write(f"Put {name}") as work:
            repository = getattr(work, name)
            known = repository.find(record.id)
            repository.put(record if known is None else replace(record, version=known.version))
        self.model[name][record.id] = record
        self.done(before)

    def accounts(self):
        return list(self.model["accounts"].values())

    def chosen(self, data, name):
        return data.draw(st.sampled_from(list(self.model[name].values())))

    def any_or_none(self, data, name):
        return data.draw(st.sampled_from([None, *self.model[name]]))

    @rule(name=WORDS, notes=WORDS, tier=st.sampled_from([None, *Tier]))
    def add_account(self, name, notes, tier):
        self.put("accounts", Account(name=name, notes=notes, tier=tier, tags=(name,)))

    @precondition(lambda self: self.accounts())
    @rule(data=st.data(), name=WORDS, months=st.sampled_from([None, 1, 6]))
    def change_account(self, data, name, months):
        self.put("accounts", replace(self.chosen(data, "accounts"), name=name, interval_months=months))

    @precondition(lambda self: self.accounts())
    @rule(data=st.data(), day=DAYS, amount=st.decimals(-100, 10_000, places=2))
    def add_purchase(self, data, day, amount):
        account = self.chosen(data, "accounts")
        self.put("purchases", Purchase(account_id=account.id, bought_on=day, amount=Decimal(amount), currency="EUR"))

    @precondition(lambda self: self.model["purchases"])
    @rule(data=st.data())
    def move_purchase(self, data):
        bought = self.chosen(data, "purchases")
        self.put("purchases", replace(bought, account_id=self.chosen(data, "accounts").id))

    @precondition(lambda self: self.accounts())
    @rule(data=st.data(), words=WORDS, severity=st.integers(1, 4), day=DAYS)
    def add_concern(self, data, words, severity, day):
        account = self.chosen(data, "accounts")
        self.put(
            "concerns",
            Concern(account_id=account.id, words=words, summary=words, severity=severity, raised_on=day),
        )

    @precondition(lambda self: self.model["concerns"])
    @rule(data=st.data(), stage=st.sampled_from(Stage), day=DAYS)
    def change_concern(self, data, stage, day):
        self.put("concerns", self.chosen(data, "concerns").at(stage, day))

    @precondition(lambda self: self.accounts())
    @rule(data=st.data(), what=WORDS, due=st.none() | DAYS, promise=st.booleans())
    def add_follow_up(self, data, what, due, promise):
        account, concern_id = self.chosen(data, "accounts"), self.any_or_none(data, "concerns")
        self.put(
            "follow_ups",
            FollowUp(account_id=account.id, what=what, due=due, is_promise=promise, concern_id=concern_id),
        )

    @precondition(lambda self: any(each.is_open for each in self.model["follow_ups"].values()))
    @rule(day=DAYS, how=st.sampled_from(("done", "broken", "dropped")))
    def end_follow_up(self, day, how):
        ended = next(each for each in self.model["follow_ups"].values() if each.is_open)
        ways = {"done": ended.done, "broken": ended.broken, "dropped": partial(ended.dropped, because="no more")}
        self.put("follow_ups", ways[how](day))

    @precondition(lambda self: self.model["concerns"])
    @rule(data=st.data(), day=DAYS)
    def fix_concern_and_tell_them(self, data, day):
        self.put("concerns", replace(self.chosen(data, "concerns").at(Stage.FIXED, day), told_on=day))

    @precondition(lambda self: self.accounts())
    @rule(data=st.data(), name=WORDS, part=st.sampled_from([None, Part.SPONSOR, Part.DECIDES, Part.USER]))
    def add_person(self, data, name, part):
        self.put("people", Person(account_id=self.chosen(data, "accounts").id, name=name, part=part))

    @precondition(lambda self: self.model["people"])
    @rule(data=st.data(), part=st.sampled_from([None, *Part]), left_on=st.none() | DAYS)
    def change_person(self, data, part, left_on):
        self.put("people", replace(self.chosen(data, "people"), part=part, left_on=left_on))

    @precondition(lambda self: self.accounts())
    @rule(data=st.data(), asked=st.sampled_from(Asked), day=DAYS, guess=st.booleans())
    def add_answer(self, data, asked, day, guess):
        value = data.draw(st.integers(SCALES[asked].lowest, SCALES[asked].highest))
        of = {"account_id": self.chosen(data, "accounts").id, "person_id": self.any_or_none(data, "people")}
        self.put("answers", Answer.given(asked, value, **of, answered_on=day, is_guess=guess))

    @precondition(lambda self: self.accounts())
    @rule(data=st.data(), words=WORDS, day=DAYS, withdrawn=st.booleans())
    def add_quote(self, data, words, day, withdrawn):
        of = {"account_id": self.chosen(data, "accounts").id, "review_id": self.any_or_none(data, "reviews")}
        self.put("quotes", Quote(**of, words=words, said_on=day, withdrawn=withdrawn))

    @precondition(lambda self: self.accounts())
    @rule(data=st.data(), gut=st.none() | st.integers(1, 5), day=DAYS, status=st.sampled_from(AccountStatus))
    def feel_and_set_status(self, data, gut, day, status):
        account = replace(self.chosen(data, "accounts"), gut_feeling=gut, gut_feeling_on=day)
        self.put("accounts", account.with_status(status, day))

    @precondition(lambda self: self.accounts())
    @rule(data=st.data(), end=DAYS, notice=st.integers(0, 400), agreed=st.none() | DAYS)
    def contract(self, data, end, notice, agreed):
        known = {"contract_end": end, "notice_days": notice, "renewal_agreed_on": agreed}
        self.put("accounts", replace(self.chosen(data, "accounts"), **known))

    @rule(weights=st.permutations((20, 15, 15, 20, 10, 10, 10)), held_at=st.integers(0, 100))
    def weigh_health(self, weights, held_at):
        book = self.model["books"][BOOK_ID]
        self.put("books", replace(book, health_weights=tuple(weights), held_at=held_at))

    @precondition(lambda self: self.accounts())
    @rule(data=st.data(), day=DAYS, channel=st.sampled_from(Channel))
    def add_contact(self, data, day, channel):
        self.put("contacts", Contact(account_id=self.chosen(data, "accounts").id, made_on=day, channel=channel))

    @precondition(lambda self: self.accounts())
    @rule(data=st.data(), day=DAYS, texts=st.lists(WORDS, max_size=4))
    def plan_review(self, data, day, texts):
        lines = tuple(NoteLine(text=each) for each in texts)
        self.put("reviews", Review(account_id=self.chosen(data, "accounts").id, planned_on=day, lines=lines))

    @precondition(lambda self: self.model["reviews"])
    @rule(data=st.data(), text=WORDS, days=st.integers(-400, 400))
    def hold_review(self, data, text, days):
        review = self.chosen(data, "reviews")
        held = date(2026, 6, 1) + timedelta(days)
        self.put("reviews", replace(review, state=ReviewState.HELD, held_on=held, ask=text))

    @precondition(lambda self: self.model["reviews"])
    @rule(data=st.data(), texts=st.lists(WORDS, max_size=2))
    def retype_notes(self, data, texts):
        review = self.chosen(data, "reviews")
        kept = data.draw(st.permutations(review.lines)) if review.lines else []
        kept = list(kept)[: data.draw(st.integers(0, len(kept)))]
        at = data.draw(st.integers(0, len(kept)))
        lines = (*kept[:at], *(NoteLine(text=each) for each in texts), *kept[at:])
        self.put("reviews", replace(review, lines=lines))

    @precondition(lambda self: any(each.lines for each in self.model["reviews"].values()))
    @rule(data=st.data(), audience=st.sampled_from([None, *Audience]), wording=WORDS)
    def set_a_line_by_hand(self, data, audience, wording):
        review = next(each for each in self.model["reviews"].values() if each.lines)
        line = replace(data.draw(st.sampled_from(review.lines)), audience=audience, print_wording=wording)
        self.put("reviews", review.with_line(line))

    @precondition(lambda self: self.accounts())
    @rule(data=st.data(), name=st.sampled_from(KINDS))
    def remove(self, data, name):
        if not self.model[name]:
            return
        gone = self.chosen(data, name)
        before = deepcopy(self.model)
        with self.store.write(f"Remove from {name}") as work:
            getattr(work, name).remove(gone.id)
        self.forget(gone.id)
        self.done(before)

    def forget(self, gone):
        """Leave out a record and all that goes with it; what only refers to one of them stays without it."""
        for name, records in self.model.items():
            self.model[name] = {
                key: each for key, each in records.items() if gone not in (key, getattr(each, "account_id", None))
            }
        for name, field, of in REFERS:
            for key, each in self.model[name].items():
                if getattr(each, field) not in self.model[of]:
                    self.model[name][key] = replace(each, **{field: None})

    @precondition(lambda self: self.undo_stack)
    @rule()
    def undo(self):
        self.store.undo()
        self.redo_stack.append(self.model)
        self.model = self.undo_stack.pop()

    @precondition(lambda self: self.redo_stack)
    @rule()
    def redo(self):
        self.store.redo()
        self.undo_stack.append(self.model)
        self.model = self.redo_stack.pop()

    @rule()
    def close_and_open_again(self):
        self.store.close()
        self.store = open_book(self.path, Clock())

    @invariant()
    def the_book_holds_what_the_model_holds(self):
        with self.store.read() as reading:
            for name in self.model:
                assert {each.id: each for each in getattr(reading, name).all()} == self.model[name], name
        assert (self.store.undoable() is not None) == bool(self.undo_stack)
        assert (self.store.redoable() is not None) == bool(self.redo_stack)

    @invariant()
    def what_is_worked_out_is_right(self):
        check_what_is_worked_out(self.store)

    @invariant()
    def what_is_remembered_is_so(self):
        check_what_is_remembered(self.store)


TestAnyHistory = _AnyHistory.TestCase
TestAnyHistory.settings = settings(max_examples=12, stateful_step_count=25)
