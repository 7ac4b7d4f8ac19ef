"""What one step changed, told to every page so that each can reload if it is concerned."""

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID


class Kind(StrEnum):
    """The kinds of record a book holds."""

    ACCOUNT = "account"
    PERSON = "person"
    COLLEAGUE = "colleague"
    PRODUCT = "product"
    PURCHASE = "purchase"
    SOURCE_KEY = "source key"
    BOOK = "book"
    REVIEW = "review"
    NOTE_LINE = "note line"
    GOAL = "goal"
    ACTUAL = "actual"
    SUMMARY = "summary"
    CONCERN = "concern"
    FOLLOW_UP = "follow-up"
    QUESTION = "question"
    QUOTE = "quote"
    OPPORTUNITY = "opportunity"
    CONTACT = "contact"
    REMINDER = "reminder"
    ANSWER = "answer"
    SWITCH = "switch"
    ATTACHMENT = "attachment"
    CUSTOM_FIELD = "custom field"
    CUSTOM_VALUE = "custom value"
    SAVED_VIEW = "saved view"
    SOURCE_FILE = "source file"
    HANDED_OVER = "handed over"
    TEMPLATE = "template"
    CALL_LIST = "call list"
    SHARED_PROBLEM = "shared problem"
    AFFECTED = "affected account"
    PROPOSED_PROBLEM = "proposed shared problem"
    PLANNED_CHANGE = "change notice"
    TOUCHED_BY_CHANGE = "account a change touches"
    REVIEWED_LOSS = "loss review"
    HAND_OFF = "hand-off"
    FRICTION = "friction"
    PRICE_DIAGNOSIS = "price diagnosis"
    REMARK = "remark"
    MEANT_WORDS = "meant words"
    FEEDBACK_FORM = "feedback form"


@dataclass(frozen=True, slots=True)
class Changes:
    """The records one step touched; `step` is empty where nothing was written.

    `in_passing` steps are not worth a word to the person: typing, and what the program does by itself. `whole_book`
    changes were made by another program, and may have touched anything.
    """

    step: UUID | None = None
    label: str = ""
    records: frozenset[tuple[Kind, UUID]] = field(default_factory=frozenset)
    accounts: frozenset[UUID] = field(default_factory=frozenset)
    in_passing: bool = False
    whole_book: bool = False
    _kinds: frozenset[Kind] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note the kinds once: everybody who hears of a large import asks for them."""
        object.__setattr__(self, "_kinds", frozenset(kind for kind, _ in self.records))

    def __bool__(self) -> bool:
        """Say whether anything was written."""
        return self.step is not None

    def touch(self, *kinds: Kind) -> bool:
        """Say whether a record of one of these kinds was touched."""
        return self.whole_book or not self._kinds.isdisjoint(kinds)

    def concern(self, account_ids: Collection[UUID]) -> bool:
        """Say whether one of these accounts was touched."""
        return self.whole_book or any(each in self.accounts for each in account_ids)
