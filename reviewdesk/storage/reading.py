"""One transaction on a book: its repositories, and for writing also what it changed."""

from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from uuid import UUID

from sqlalchemy import Connection

from reviewdesk.domain.account import Account
from reviewdesk.domain.answer import Answer
from reviewdesk.domain.attachment import Attachment
from reviewdesk.domain.book import BOOK_ID, Book
from reviewdesk.domain.call_list import CallList
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.custom_field import CustomField, CustomValue
from reviewdesk.domain.feedback import IssuedForm
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.friction import Friction
from reviewdesk.domain.handed_over import HandedOver
from reviewdesk.domain.handing_off import HandOff
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.planned_change import PlannedChange, TouchedByChange
from reviewdesk.domain.price_diagnosis import PriceDiagnosis
from reviewdesk.domain.proposed_problem import ProposedProblem
from reviewdesk.domain.purchase import Product, Purchase, SourceKey
from reviewdesk.domain.remark import MeantWords, Remark
from reviewdesk.domain.reminder import Reminder
from reviewdesk.domain.review import Actual, Goal, StoredSummary
from reviewdesk.domain.reviewed_loss import ReviewedLoss
from reviewdesk.domain.said import Contact, Opportunity, Question, Quote
from reviewdesk.domain.saved_view import SavedView
from reviewdesk.domain.shared_problem import Affected, SharedProblem
from reviewdesk.domain.source_file import SourceFile
from reviewdesk.domain.switch import Switch
from reviewdesk.domain.template import ReviewTemplate
from reviewdesk.storage import records
from reviewdesk.storage.memory import Memory
from reviewdesk.storage.repository import Repository
from reviewdesk.storage.review_repository import ReviewRepository
from reviewdesk.storage.steps import Change


class Reading:
    """A book as it stands at one moment, for reading.

    `accounts`, `people`, `reviews` and the others are the repositories; `book` is the book's own record.
    """

    def __init__(self, connection: Connection, clock: Clock, memory: Memory | None = None) -> None:
        self.connection = connection
        self.clock = clock
        self.memory = memory or Memory()
        self.now: datetime = clock.now()

    def note(self, changes: Iterable[Change]) -> None:
        """Refuse: nothing is written while reading."""
        raise AssertionError(f"a reading transaction cannot write {list(changes)[:1]}")

    def touched(self, kind: Kind, record_id: UUID, account_id: UUID | None) -> None:
        """Refuse: nothing is written while reading."""
        raise AssertionError(f"a reading transaction cannot write {kind} {record_id} of {account_id}")

    def counted(self, kind: Kind, record_id: UUID, account_id: UUID | None) -> None:
        """Refuse: nothing is written while reading."""
        raise AssertionError(f"a reading transaction cannot count {kind} {record_id} of {account_id}")

    @property
    def book(self) -> Book:
        """Give the book's own record with its settings."""
        return self.books.get(BOOK_ID)

    @cached_property
    def books(self) -> Repository[Book]:
        """The one record of the book itself."""
        return Repository(self, records.BOOK)

    @cached_property
    def accounts(self) -> Repository[Account]:
        """The accounts."""
        return Repository(self, records.ACCOUNT)

    @cached_property
    def people(self) -> Repository[Person]:
        """People of theirs."""
        return Repository(self, records.PERSON)

    @cached_property
    def colleagues(self) -> Repository[Colleague]:
        """People of ours."""
        return Repository(self, records.COLLEAGUE)

    @cached_property
    def products(self) -> Repository[Product]:
        """What we sell."""
        return Repository(self, records.PRODUCT)

    @cached_property
    def purchases(self) -> Repository[Purchase]:
        """What they bought."""
        return Repository(self, records.PURCHASE)

    @cached_property
    def source_keys(self) -> Repository[SourceKey]:
        """Where records came from."""
        return Repository(self, records.SOURCE_KEY)

    @cached_property
    def reviews(self) -> ReviewRepository:
        """The reviews, each with its note lines."""
        return ReviewRepository(self)

    @cached_property
    def goals(self) -> Repository[Goal]:
        """What accounts want to reach with us."""
        return Repository(self, records.GOAL)

    @cached_property
    def actuals(self) -> Repository[Actual]:
        """What goals stood at in a review."""
        return Repository(self, records.ACTUAL)

    @cached_property
    def summaries(self) -> Repository[StoredSummary]:
        """The stored values of finished summaries."""
        return Repository(self, records.SUMMARY)

    @cached_property
    def concerns(self) -> Repository[Concern]:
        """What customers are unhappy or worried about."""
        return Repository(self, records.CONCERN)

    @cached_property
    def follow_ups(self) -> Repository[FollowUp]:
        """What somebody will do."""
        return Repository(self, records.FOLLOW_UP)

    @cached_property
    def questions(self) -> Repository[Question]:
        """Questions of theirs."""
        return Repository(self, records.QUESTION)

    @cached_property
    def quotes(self) -> Repository[Quote]:
        """Words of theirs."""
        return Repository(self, records.QUOTE)

    @cached_property
    def opportunities(self) -> Repository[Opportunity]:
        """What they might buy."""
        return Repository(self, records.OPPORTUNITY)

    @cached_property
    def contacts(self) -> Repository[Contact]:
        """Contacts made."""
        return Repository(self, records.CONTACT)

    @cached_property
    def reminders(self) -> Repository[Reminder]:
        """Reminders that were shown."""
        return Repository(self, records.REMINDER)

    @cached_property
    def answers(self) -> Repository[Answer]:
        """What people of theirs answered."""
        return Repository(self, records.ANSWER)

    @cached_property
    def switches(self) -> Repository[Switch]:
        """Business that went to a rival or came from one."""
        return Repository(self, records.SWITCH)

    @cached_property
    def attachments(self) -> Repository[Attachment]:
        """Files kept inside the book; what stands in them is in `storage.contents`."""
        return Repository(self, records.ATTACHMENT)

    @cached_property
    def custom_fields(self) -> Repository[CustomField]:
        """Fields of the person's own."""
        return Repository(self, records.CUSTOM_FIELD)

    @cached_property
    def custom_values(self) -> Repository[CustomValue]:
        """What stands in those fields."""
        return Repository(self, records.CUSTOM_VALUE)

    @cached_property
    def saved_views(self) -> Repository[SavedView]:
        """Saved views of the list of accounts."""
        return Repository(self, records.SAVED_VIEW)

    @cached_property
    def source_files(self) -> Repository[SourceFile]:
        """Files that are read again."""
        return Repository(self, records.SOURCE_FILE)

    @cached_property
    def handed_over(self) -> Repository[HandedOver]:
        """What went to the company's CRM."""
        return Repository(self, records.HANDED_OVER)

    @cached_property
    def templates(self) -> Repository[ReviewTemplate]:
        """The templates of reviews that were changed or made in this book."""
        return Repository(self, records.TEMPLATE)

    @cached_property
    def shared_problems(self) -> Repository[SharedProblem]:
        """Causes that touch several accounts."""
        return Repository(self, records.SHARED_PROBLEM)

    @cached_property
    def proposed_problems(self) -> Repository[ProposedProblem]:
        """The shared problems that were proposed."""
        return Repository(self, records.PROPOSED_PROBLEM)

    @cached_property
    def price_diagnoses(self) -> Repository[PriceDiagnosis]:
        """Why it is the price, as it was seen on some days."""
        return Repository(self, records.PRICE_DIAGNOSIS)

    @cached_property
    def frictions(self) -> Repository[Friction]:
        """Processes that are good for us and bad for customers."""
        return Repository(self, records.FRICTION)

    @cached_property
    def hand_offs(self) -> Repository[HandOff]:
        """Accounts that pass from one of ours to another."""
        return Repository(self, records.HAND_OFF)

    @cached_property
    def affected(self) -> Repository[Affected]:
        """The accounts that share a problem."""
        return Repository(self, records.AFFECTED)

    @cached_property
    def planned_changes(self) -> Repository[PlannedChange]:
        """Changes for customers, rehearsed or announced."""
        return Repository(self, records.PLANNED_CHANGE)

    @cached_property
    def touched_by_change(self) -> Repository[TouchedByChange]:
        """The accounts that a change touches."""
        return Repository(self, records.TOUCHED_BY_CHANGE)

    @cached_property
    def reviewed_losses(self) -> Repository[ReviewedLoss]:
        """The reviews of losses."""
        return Repository(self, records.REVIEWED_LOSS)

    @cached_property
    def call_lists(self) -> Repository[CallList]:
        """Whom to call about one question."""
        return Repository(self, records.CALL_LIST)

    @cached_property
    def remarks(self) -> Repository[Remark]:
        """What a second reader said of summaries."""
        return Repository(self, records.REMARK)

    @cached_property
    def meant_words(self) -> Repository[MeantWords]:
        """What the person said is meant in what goes to a customer."""
        return Repository(self, records.MEANT_WORDS)

    @cached_property
    def feedback_forms(self) -> Repository[IssuedForm]:
        """Forms that were made for people of theirs, and what came back."""
        return Repository(self, records.FEEDBACK_FORM)
