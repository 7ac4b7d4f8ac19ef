"""Which record lives in which table."""

from typing import Any

from reviewdesk.domain.account import Account
from reviewdesk.domain.answer import Answer
from reviewdesk.domain.attachment import Attachment
from reviewdesk.domain.book import Book
from reviewdesk.domain.call_list import CallList
from reviewdesk.domain.changes import Kind
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
from reviewdesk.domain.review import Actual, Goal, NoteLine, Review, StoredSummary
from reviewdesk.domain.reviewed_loss import ReviewedLoss
from reviewdesk.domain.said import Contact, Opportunity, Question, Quote
from reviewdesk.domain.saved_view import SavedView
from reviewdesk.domain.shared_problem import Affected, SharedProblem
from reviewdesk.domain.source_file import SourceFile
from reviewdesk.domain.switch import Switch
from reviewdesk.domain.template import ReviewTemplate
from reviewdesk.storage import outreach_tables, tables, tables_losses
from reviewdesk.storage.mapping import RecordMap, map_record

BOOK = map_record(Kind.BOOK, Book, tables.book)
COLLEAGUE = map_record(Kind.COLLEAGUE, Colleague, tables.colleague)
ACCOUNT = map_record(Kind.ACCOUNT, Account, tables.account)
PERSON = map_record(Kind.PERSON, Person, tables.person)
PRODUCT = map_record(Kind.PRODUCT, Product, tables.product)
PURCHASE = map_record(Kind.PURCHASE, Purchase, tables.purchase)
SOURCE_KEY = map_record(Kind.SOURCE_KEY, SourceKey, tables.source_key)
REVIEW = map_record(Kind.REVIEW, Review, tables.review, elsewhere=frozenset({"lines"}))
GOAL = map_record(Kind.GOAL, Goal, tables.goal)
ACTUAL = map_record(Kind.ACTUAL, Actual, tables.actual)
SUMMARY = map_record(Kind.SUMMARY, StoredSummary, tables.summary)
CONCERN = map_record(Kind.CONCERN, Concern, tables.concern)
FOLLOW_UP = map_record(Kind.FOLLOW_UP, FollowUp, tables.follow_up)
QUESTION = map_record(Kind.QUESTION, Question, tables.question)
QUOTE = map_record(Kind.QUOTE, Quote, tables.quote)
OPPORTUNITY = map_record(Kind.OPPORTUNITY, Opportunity, tables.opportunity)
CONTACT = map_record(Kind.CONTACT, Contact, tables.contact)
REMINDER = map_record(Kind.REMINDER, Reminder, tables.reminder)
ANSWER = map_record(Kind.ANSWER, Answer, tables.answer)
SWITCH = map_record(Kind.SWITCH, Switch, tables.switch)
ATTACHMENT = map_record(Kind.ATTACHMENT, Attachment, tables.attachment)
CUSTOM_FIELD = map_record(Kind.CUSTOM_FIELD, CustomField, tables.custom_field)
CUSTOM_VALUE = map_record(Kind.CUSTOM_VALUE, CustomValue, tables.custom_value)
SAVED_VIEW = map_record(Kind.SAVED_VIEW, SavedView, tables.saved_view)
SOURCE_FILE = map_record(Kind.SOURCE_FILE, SourceFile, tables.source_file)
HANDED_OVER = map_record(Kind.HANDED_OVER, HandedOver, tables.handed_over)
TEMPLATE = map_record(Kind.TEMPLATE, ReviewTemplate, tables.template)
CALL_LIST = map_record(Kind.CALL_LIST, CallList, tables.call_list)
SHARED_PROBLEM = map_record(Kind.SHARED_PROBLEM, SharedProblem, outreach_tables.shared_problem)
PRICE_DIAGNOSIS = map_record(Kind.PRICE_DIAGNOSIS, PriceDiagnosis, tables.price_diagnosis)
FRICTION = map_record(Kind.FRICTION, Friction, outreach_tables.friction)
HAND_OFF = map_record(Kind.HAND_OFF, HandOff, outreach_tables.hand_off)
AFFECTED = map_record(Kind.AFFECTED, Affected, outreach_tables.affected)
PROPOSED_PROBLEM = map_record(Kind.PROPOSED_PROBLEM, ProposedProblem, outreach_tables.proposed_problem)
PLANNED_CHANGE = map_record(Kind.PLANNED_CHANGE, PlannedChange, tables.planned_change)
TOUCHED_BY_CHANGE = map_record(Kind.TOUCHED_BY_CHANGE, TouchedByChange, tables.touched_by_change)
REVIEWED_LOSS = map_record(Kind.REVIEWED_LOSS, ReviewedLoss, tables_losses.reviewed_loss)
REMARK = map_record(Kind.REMARK, Remark, tables.remark)
MEANT_WORDS = map_record(Kind.MEANT_WORDS, MeantWords, tables.meant_words)
FEEDBACK_FORM = map_record(Kind.FEEDBACK_FORM, IssuedForm, tables.feedback_form)
NOTE_LINE = map_record(Kind.NOTE_LINE, NoteLine, tables.note_line)

ALL: tuple[RecordMap[Any], ...] = (
    BOOK, COLLEAGUE, ACCOUNT, PERSON, PRODUCT, PURCHASE, SOURCE_KEY, REVIEW, GOAL, ACTUAL, SUMMARY, CONCERN,
    FOLLOW_UP, QUESTION, QUOTE, OPPORTUNITY, CONTACT, REMINDER, ANSWER, SWITCH, ATTACHMENT,
    CUSTOM_FIELD, CUSTOM_VALUE, SAVED_VIEW, SOURCE_FILE, HANDED_OVER, TEMPLATE, CALL_LIST, FEEDBACK_FORM,
    PRICE_DIAGNOSIS, SHARED_PROBLEM, AFFECTED, HAND_OFF, PROPOSED_PROBLEM, PLANNED_CHANGE, TOUCHED_BY_CHANGE,
    REVIEWED_LOSS, FRICTION,
    REMARK, MEANT_WORDS,
)  # fmt: skip
MAPS = {each.kind: each for each in ALL}
TABLES = {each.kind: each.table for each in (*ALL, NOTE_LINE)}
KINDS = {table.name: kind for kind, table in TABLES.items()}
