"""Whatever a person does through the program, what is worked out fits and undo gives all of it back."""

from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from reviewdesk.domain import clock
from reviewdesk.domain.account import SupplierPosition
from reviewdesk.domain.answer import SCALES, Asked
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.concern import Stage
from reviewdesk.domain.custom_field import FieldKind
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.domain.follow_up import Side
from reviewdesk.domain.switch import Direction
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.answers import AnswerService, Given
from reviewdesk.services.attachments import AttachmentService
from reviewdesk.services.book import BookService
from reviewdesk.services.calls import Spoke
from reviewdesk.services.concerns import ConcernService
from reviewdesk.services.custom_fields import CustomFieldService
from reviewdesk.services.follow_ups import FollowUpService
from reviewdesk.services.imports import ImportService
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.merging import MergeService
from reviewdesk.services.purchases import PurchaseService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.services.switches import SwitchService
from reviewdesk.services.tiers import TierService
from reviewdesk.storage import day_change, steps
from reviewdesk.storage.backup import Backups
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.checking import check
from reviewdesk.storage.journal import Journal
from tests.books import TUESDAY
from tests.machine_day import MachineDay
from tests.storage.whole_book import rows_of

NAMES = st.sampled_from(("Łódź Werke", "Acme", "客户 Ltd", 'O\'Brien & "Sons"', "شركة النور", "Straße GmbH"))
WORDS = st.sampled_from(("late invoices", "Straße 客户", 'it\'s "fine" *', "łódź", "Hooli called again"))
PICK = st.integers(0, 99)
FILES = (
    "Company,Industry,City,Employees\nAcme,Aviation,Leeds,120\nNordlys AS,Energy,Tromsø,300\n",
    "Company,Industry,City,Employees\nAcme,Optics,Łódź,12\nŁódź Werke,Timber,Łódź,7\n",
    "Deal,Company,Product,Stage,Close date,Amount\nD-1,Acme,Kit,Won,2026-10-01,12.50\nD-2,Acme,Kit,Won,2025-10-01,8\n",
)
NOTES = st.sampled_from(
    (
        "They like the new site\n! Invoices come late\n/we send the list by 3 dec\n",
        "/c Hooli asked them\n/c Hooli again\n? who pays\n[] call Anna by fri\n",
        "+ on time every week\n!!! Pump broke down\n/o a second line\n// tired of us\n",
    )
)
SETTINGS = st.sampled_from(
    (
        ("health_weights", "10, 30, 5, 5, 20, 20, 10"), ("health_weights", "20, 15, 15, 20, 10, 10, 10"),
        ("held_at", "30"), ("least_basis", "20"), ("months_a", "1"), ("months_without_tier", "9"), ("room_in_a", "1"),
        ("base_currency", "USD"), ("rates", ""),
    )
)  # fmt: skip
TYPED = st.sampled_from(
    (
        ("gut_feeling", "1"), ("gut_feeling", "5"), ("gut_feeling", ""), ("status", "lost"), ("status", "active"),
        ("contract_end", "3 mar 2027"), ("notice_days", "90"), ("interval_months", "2"), ("interval_months", ""),
        ("notes", "Straße, 客户 and łódź"), ("notes", ""), ("name", "Renamed & Co"), ("rivals", "Hooli, Initech"),
        *(("supplier_position", str(each)) for each in SupplierPosition),
    )
)  # fmt: skip


class _AnyDay(RuleBasedStateMachine):
    """A person at work, beside what the book held before each of the steps they can take back."""

    @initialize()
    def open_a_new_book(self):
        self.folder = Path(mkdtemp())
        self.patched = pytest.MonkeyPatch()
        self.patched.setattr(clock, "date", MachineDay)
        self.before, self.after = [], []
        self.open(TUESDAY)
        self.do(lambda: self.accounts.add("Acme"))

    def open(self, day):
        MachineDay.now = day
        self.store = store = open_book(self.folder / "Acme.reviewdesk", Clock(), may_create=True)
        self.book = BookService(store, Backups(store.path, store.clock))
        self.accounts, self.concerns, self.answers = AccountService(store), ConcernService(store), AnswerService(store)
        self.purchases, self.switches, self.steps = PurchaseService(store), SwitchService(store), FollowUpService(store)
        self.own, self.files, self.merging = CustomFieldService(store), AttachmentService(store), MergeService(store)
        self.imports, self.reviews, self.tiers = ImportService(store), ReviewService(store), TierService(store)
        self.meetings = MeetingService(store, Journal(store.path))

    def teardown(self):
        if hasattr(self, "store"):
            self.store.close()
            self.patched.undo()
            rmtree(self.folder)

    def stacks(self):
        with self.store.read() as reading:
            return steps.stacks(reading.connection)

    def do(self, work):
        """Do what a person does, who may be refused; remember what was there where it made a step of its own."""
        before, many = rows_of(self.store), len(self.stacks().undo)
        with suppress(ReviewDeskError):
            work()
        if rows_of(self.store) == before and len(self.stacks().undo) == many:
            return
        self.after.clear()
        if len(self.stacks().undo) > many:
            self.before.append(before)
        assert len(self.stacks().undo) == len(self.before)

    def one(self, name, number):
        """Give one of the records of a kind, or nothing."""
        with self.store.read() as reading:
            found = sorted(getattr(reading, name).all(), key=lambda each: each.id)
        return found[number % len(found)] if found else None

    def on_one(self, name, number, work):
        found = self.one(name, number)
        if found is not None:
            self.do(lambda: work(found))

    @rule(name=NAMES)
    def add_account(self, name):
        self.do(lambda: self.accounts.add(name, although_alike=True))

    @rule(n=PICK, typed=TYPED)
    def type_into_account(self, n, typed):
        self.on_one("accounts", n, lambda each: self.accounts.change(each.id, *typed))

    @rule(n=PICK)
    def remove_account(self, n):
        if n % 4 == 0:
            self.on_one("accounts", n, lambda each: self.accounts.remove(each.id))

    @rule(n=PICK, m=PICK)
    def merge_accounts(self, n, m):
        other = self.one("accounts", m)
        if other is not None and n % 3 == 0:
            self.on_one("accounts", n, lambda each: self.merging.merge(each.id, other.id, {}))

    @rule(n=PICK, name=NAMES)
    def add_person(self, n, name):
        self.on_one("accounts", n, lambda each: self.accounts.add_person(each.id, name))

    @rule(
        n=PICK, typed=st.sampled_from((("part", "decision maker"), ("left_on", "1 nov 2026"), ("cares_about", "客户")))
    )
    def type_into_person(self, n, typed):
        self.on_one("people", n, lambda each: self.accounts.change_person(each.id, *typed))

    @rule(n=PICK)
    def remove_person(self, n):
        self.on_one("people", n, lambda each: self.accounts.remove_person(each.id))

    @rule(n=PICK, words=WORDS, feels=st.none() | st.integers(1, 5), was_review=st.booleans())
    def log_call(self, n, words, feels, was_review):
        spoke = Spoke(words=words, gut_feeling=feels, was_review=was_review)
        self.on_one("accounts", n, lambda each: self.accounts.log_contact(each.id, spoke))

    @rule(n=PICK, amount=st.sampled_from(("100", "-20", "9000.50")), currency=st.sampled_from(("EUR", "USD")),
          day=st.sampled_from(("", "2026-01-05", "2025-11-26", "2024-12-01")))  # fmt: skip
    def add_purchase(self, n, amount, currency, day):
        self.on_one("accounts", n, lambda each: self.purchases.add(each.id, amount, currency=currency, day=day))

    @rule(n=PICK, removes=st.booleans())
    def change_or_remove_purchase(self, n, removes):
        change = self.purchases.remove if removes else lambda id: self.purchases.change(id, "amount", str(n))
        self.on_one("purchases", n, lambda each: change(each.id))

    @rule(n=PICK, words=WORDS, severity=st.integers(1, 4))
    def add_concern(self, n, words, severity):
        self.on_one("accounts", n, lambda each: self.concerns.add(each.id, words, severity))

    @rule(n=PICK, stage=st.sampled_from(Stage))
    def bring_concern_on(self, n, stage):
        self.on_one("concerns", n, lambda each: self.concerns.bring_to(each.id, stage))

    @rule(n=PICK, what=WORDS, days=st.integers(0, 40), promise=st.booleans())
    def add_follow_up(self, n, what, days, promise):
        due = self.store.clock.today() + timedelta(days)
        self.on_one("accounts", n, lambda each: self.steps.add(each.id, what, due, side=Side.OURS, is_promise=promise))

    @rule(n=PICK, how=st.sampled_from(("done", "broken", "drop", "reopen")))
    def end_follow_up(self, n, how):
        self.on_one("follow_ups", n, lambda each: getattr(self.steps, how)(each.id))

    @rule(n=PICK, asked=st.sampled_from(Asked), low=st.booleans(), guess=st.booleans())
    def add_answer(self, n, asked, low, guess):
        value = SCALES[asked].lowest if low else SCALES[asked].highest
        given = Given(asked=asked, value=value, is_guess=guess)
        self.on_one("accounts", n, lambda each: self.answers.add(each.id, given))

    @rule(n=PICK)
    def remove_answer(self, n):
        self.on_one("answers", n, lambda each: self.answers.remove(each.id))

    @rule(n=PICK, direction=st.sampled_from(Direction), rival=st.sampled_from(("Hooli", "Initech")))
    def note_switch(self, n, direction, rival):
        self.on_one("accounts", n, lambda each: self.switches.add(each.id, direction, rival=rival))

    @rule(name=NAMES, kind=st.sampled_from((FieldKind.TEXT, FieldKind.NUMBER)))
    def add_own_field(self, name, kind):
        self.do(lambda: self.own.add(name, kind=kind))

    @rule(n=PICK, m=PICK, text=st.sampled_from(("12", "客户 łódź", "")))
    def type_into_own_field(self, n, m, text):
        field = self.one("custom_fields", m)
        if field is not None:
            self.on_one("accounts", n, lambda each: self.own.put(field.id, each.id, text))

    @rule(n=PICK, words=WORDS)
    def attach_file(self, n, words):
        self.on_one("accounts", n, lambda each: self.files.add_bytes(each.id, f"{n}.txt", words.encode()))

    @rule(text=st.sampled_from(FILES))
    def import_file(self, text):
        path = self.folder / "in.csv"
        path.write_text(text, encoding="utf-8")
        self.do(lambda: self.imports.apply(self.imports.plan([path])))

    @rule(n=PICK, days=st.integers(1, 60))
    def plan_review(self, n, days):
        on = self.store.clock.today() + timedelta(days)
        self.on_one("accounts", n, lambda each: self.reviews.plan(each.id, on))

    @rule(n=PICK, text=NOTES, days=st.integers(0, 100))
    def hold_review(self, n, text, days):
        on = self.store.clock.today() - timedelta(days)
        self.on_one("accounts", n, lambda each: self.meetings.hold_from_notes(each.id, text, on))

    @rule(n=PICK)
    def cancel_review(self, n):
        self.on_one("reviews", n, lambda each: self.reviews.cancel(each.id))

    @rule(setting=SETTINGS)
    def change_setting(self, setting):
        self.do(lambda: self.book.change_setting(*setting))

    @rule()
    def set_tiers(self):
        self.do(self.tiers.set_tiers)

    @rule(days=st.sampled_from((1, 7, 45, 100)))
    def sleep_and_open_again(self, days):
        day = self.store.clock.today() + timedelta(days)
        if day > date(2032, 1, 1):
            return
        self.store.close()
        self.open(day)
        day_change.catch_up(self.store)

    @rule(times=st.integers(1, 3))
    def undo(self, times):
        for _ in range(min(times, len(self.before))):
            now = rows_of(self.store)
            self.book.undo()
            self.after.append(now)
            assert rows_of(self.store) == self.before.pop()

    @rule(times=st.integers(1, 3))
    def redo(self, times):
        for _ in range(min(times, len(self.after))):
            now = rows_of(self.store)
            self.book.redo()
            self.before.append(now)
            assert rows_of(self.store) == self.after.pop()

    @invariant()
    def standing_health_and_search_are_what_the_records_make_of_them(self):
        if hasattr(self, "store"):
            assert check(self.store) == ()


class _LongDay(_AnyDay):
    """The same for thousands of steps."""


TestAnyDay = _AnyDay.TestCase
TestAnyDay.settings = settings(max_examples=3, stateful_step_count=25, suppress_health_check=list(HealthCheck))
TestLongDay = pytest.mark.long_run(pytest.mark.timeout(1800)(_LongDay.TestCase))
TestLongDay.settings = settings(
    max_examples=100, stateful_step_count=60, deadline=None, suppress_health_check=list(HealthCheck)
)
