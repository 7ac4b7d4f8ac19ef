"""One of every kind of record, about one account, as a person's book might hold them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from reviewdesk.domain.account import Account, Tier
from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.attachment import Attachment
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.custom_field import CustomField, CustomValue, FieldOf
from reviewdesk.domain.feedback import IssuedForm
from reviewdesk.domain.follow_up import FollowUp, Move
from reviewdesk.domain.handed_over import HandedOver
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.purchase import Product, Purchase, SourceKey
from reviewdesk.domain.reminder import Reminder
from reviewdesk.domain.review import Actual, AgendaItem, Goal, NoteLine, Review, ReviewState, StoredSummary
from reviewdesk.domain.said import Channel, Contact, Opportunity, Question, Quote
from reviewdesk.domain.saved_view import SavedView
from reviewdesk.domain.source_file import SourceFile, SourceKind
from reviewdesk.domain.summary import GoalStatus
from reviewdesk.domain.switch import Direction, Switch
from reviewdesk.storage.unit_of_work import UnitOfWork

DAY = date(2026, 10, 5)
MOMENT = datetime(2026, 10, 5, 9, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Sample:
    """Records that belong together, and the repository each lives in, parents first."""

    account: Account
    review: Review
    parts: tuple[tuple[str, Any], ...]

    def put_all(self, work: UnitOfWork) -> None:
        """Put every record."""
        for name, record in self.parts:
            getattr(work, name).put(record)


def sample(name: str = "Łódź Werke") -> Sample:
    """Make one of every kind of record."""
    me = Colleague(name="Ada", is_me=True)
    account = Account(name=name, owner_id=me.id, tier=Tier.A, notes="prefers calls", tags=("steel", "key"))
    child = Account(name=f"{name} site", parent_id=account.id, is_site=True)
    boss = Person(account_id=account.id, name="Jürgen")
    person = Person(account_id=account.id, name="Zoë", reports_to_id=boss.id, known_by_id=me.id)
    product = Product(name="GTX Pro", list_price=Decimal(4821))
    lines = (
        NoteLine(text="! invoices come late"),
        NoteLine(text="/we send a plan by friday"),
        NoteLine(text="客户很满意"),
    )
    review = Review(
        account_id=account.id, state=ReviewState.HELD, held_on=DAY, lines=lines, people_ids=(person.id,),
        agenda=(AgendaItem(title="Invoices", minutes=20),), sentences=("All is well.",), heard=(lines[0].id,),
    )  # fmt: skip
    goal = Goal(account_id=account.id, what="fewer returns", target=Decimal(2), unit="%")
    concern = Concern(
        account_id=account.id, words="invoices come late", summary="Late invoices", severity=3, raised_on=DAY,
        review_id=review.id, line_id=lines[0].id, raised_by_id=person.id,
    )  # fmt: skip
    follow_up = FollowUp(
        account_id=account.id, what="send a plan", is_promise=True, review_id=review.id, concern_id=concern.id,
        colleague_id=me.id, person_id=person.id, due=DAY, moves=(Move(was_due=DAY, due=DAY, agreed_with="Zoë"),),
    )  # fmt: skip
    custom = CustomField(name="Service level", of=FieldOf.PERSON, choices=("gold", "silver"))
    of = {"account_id": account.id}
    return Sample(
        account,
        review,
        (
            ("colleagues", me),
            ("accounts", account),
            ("accounts", child),
            ("people", boss),
            ("people", person),
            ("products", product),
            (
                "purchases",
                Purchase(**of, bought_on=DAY, amount=Decimal("1204.50"), currency="EUR", product_id=product.id),
            ),
            ("source_keys", SourceKey(source="crm", source_id="1", kind="account", record_id=account.id)),
            ("reviews", review),
            ("goals", goal),
            (
                "actuals",
                Actual(
                    **of, review_id=review.id, goal_id=goal.id, value=Decimal(3), status=GoalStatus.BEHIND, source="us"
                ),
            ),
            ("summaries", StoredSummary(**of, review_id=review.id, number=1, value="{}", finished_on=DAY)),
            ("concerns", concern),
            ("follow_ups", follow_up),
            ("questions", Question(**of, words="when?", asked_on=DAY, review_id=review.id)),
            ("quotes", Quote(**of, words="good work", said_on=DAY, person_id=person.id, review_id=review.id)),
            ("opportunities", Opportunity(**of, what="a second line", noted_on=DAY, review_id=review.id)),
            ("contacts", Contact(**of, made_on=DAY, channel=Channel.CALL, person_id=person.id, colleague_id=me.id)),
            ("answers", Answer.given(Asked.RECOMMEND, 9, **of, answered_on=DAY, person_id=person.id)),
            ("feedback_forms", IssuedForm(**of, issued_on=DAY, person_id=person.id, review_id=review.id)),
            ("switches", Switch(**of, direction=Direction.TO_RIVAL, switched_on=DAY, rival="Acme", line="pumps")),
            ("attachments", Attachment(**of, name="a.pdf", size=3, digest="0a", added_on=DAY, review_id=review.id)),
            ("custom_fields", custom),
            ("custom_values", CustomValue(**of, field_id=custom.id, value="gold", person_id=person.id)),
            ("saved_views", SavedView(name="Quiet ones", chips=("quiet",), columns=("name", "health"))),
            ("source_files", SourceFile(kind=SourceKind.CALENDAR, path="calendar.ics", answers=(("a", "b"),))),
            (
                "handed_over",
                HandedOver(**of, source="Zoho", kind="contact", record_id=goal.id, digest="0b", handed_on=DAY),
            ),
            ("reminders", Reminder(**of, key="k", follow_up_id=follow_up.id, shown_at=MOMENT)),
        ),
    )
