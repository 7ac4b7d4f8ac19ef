"""Typed examples of a loss review and of a hand-off pack, full and strained."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from reviewdesk.domain.hand_off import HandOffPack, PackGoal, PackPerson, PackPromise, PackRisk, PackSceptic, PackTerm
from reviewdesk.domain.loss_document import (
    AtStakeToo,
    LossAnswer,
    LossCause,
    LossEvent,
    LossQuestion,
    LossReview,
    MakingUp,
    PlannedStep,
    ScoreBefore,
)
from reviewdesk.domain.summary import Vendor
from reviewdesk.domain.win_back import WinBack

DAY = date(2026, 11, 24)
SENDER = Vendor("Northgate", "Freight Systems")
PACK_ID = UUID("5f0c1c9e-0000-4000-8000-000000000001")

# The example of the rules: 80,000 a year at 22 %, 0.8 kept from year to year, three years, 10 %, 9,000 up front.
EXAMPLE = WinBack(
    revenue=Decimal(80000), margin=Decimal("0.22"), retention=Decimal("0.8"), years=3, discount=Decimal("0.10"),
    up_front=Decimal(9000), chance=Decimal("0.35"),
)  # fmt: skip

FULL_LOSS = LossReview(
    vendor=SENDER,
    account="Wonka Foods",
    lost_on=date(2026, 11, 10),
    written_on=DAY,
    currency="EUR",
    customer_since=date(2019, 4, 1),
    revenue=Decimal(80000),
    went_to="Slugworth Logistics",
    team="Operations",
    interviewer="Marc Dubois",
    cost_to_win=Decimal(24000),
    earned=Decimal(19500),
    what_happened=(
        "Two pallets went wrong in May and again in August. Both times they told the driver, and both times nobody "
        "told them what became of it. In October a rival offered a fixed slot, and they signed without a call to us."
    ),
    events=(
        LossEvent(on=date(2026, 5, 21), words="“Two pallets wrong again”, severity 2, told to the driver", score=71),
        LossEvent(on=date(2026, 8, 14), words="The same at the second dock; no answer from us for nine days", score=55),
        LossEvent(on=date(2026, 10, 2), words="Slugworth named in a call about invoices", score=46),
        LossEvent(on=date(2026, 11, 10), words="Their notice came by mail"),
    ),
    before=(
        ScoreBefore(days=30, score=46), ScoreBefore(days=60, score=49), ScoreBefore(days=90, score=55),
        ScoreBefore(days=180, score=71),
    ),
    causes=(
        LossCause(words="Nobody told them what became of a complaint", kind="process", team="Operations"),
        LossCause(words="The driver may not promise a second delivery", kind="authority", team="Operations"),
    ),
    answers=(
        LossAnswer(question=LossQuestion.TAKEN_ON, who="Dana Reyes", words="Yes. They fit, and paid on time."),
        LossAnswer(question=LossQuestion.TURNED, who="Their head of purchasing", words="In August, on the nine days."),
        LossAnswer(question=LossQuestion.TURNED, who="Omar Haddad", does_not_know=True),
        LossAnswer(question=LossQuestion.TURNED, who="Lena Brandt", does_not_know=True),
        LossAnswer(question=LossQuestion.NEEDED, who="Their dispatcher",
                   words="A fixed morning slot. We could sell it: two others asked for it this year."),
        LossAnswer(question=LossQuestion.WORTH_IT, who="Marc Dubois", words="Yes, if the slot is there by spring."),
        LossAnswer(question=LossQuestion.OUR_PEOPLE, who="The driver",
                   words="I wrote it on the sheet both times. I do not know who reads the sheets."),
    ),
    lessons=(
        PlannedStep(what="Every sheet is read the same day, by one named person", owner="Omar Haddad",
                    due=date(2026, 12, 1)),
        PlannedStep(what="Whoever complained hears what became of it within two days", owner="Operations",
                    due=date(2026, 12, 8)),
    ),
    training=("What a driver may promise, and how to say it",),
    next_ones=(
        AtStakeToo(account="Globex Corporation", why="the same dock, two concerns open", revenue=Decimal("380068.40")),
        AtStakeToo(account="Delta Marine", why="gate times changed without a word", revenue=Decimal("163128.40")),
        AtStakeToo(account="Kestrel Air", why="the same carrier", revenue=None),
    ),
    win_back=EXAMPLE,
    plan=(
        PlannedStep(what="Call their head of purchasing: thank her, and say what changed", owner="Dana Reyes",
                    due=date(2026, 11, 30)),
        PlannedStep(what="Offer the fixed morning slot for a trial of four weeks", owner="Omar Haddad",
                    due=date(2027, 2, 1)),
    ),
    plan_due=date(2026, 11, 24),
    making_up=MakingUp(
        contribution=Decimal(17600), margin=Decimal("0.2"), cost_to_take_out=Decimal(11000),
        candidates=(PlannedStep(what="Tarn Valley Wool asked for a second route", owner="Dana Reyes"),),
    ),
)  # fmt: skip

FULL_PACK = HandOffPack(
    id=PACK_ID,
    vendor=SENDER,
    account="Polar Battery",
    written_on=DAY,
    starts_on=date(2026, 12, 1),
    passed_by="Dana Reyes",
    accepted_by="Omar Haddad",
    about="Two trucks a day from Turku to three sites, dangerous goods, for three years. They come from a rival that "
    "lost a pallet and did not say so.",
    promises=(
        PackPromise(words="If a pallet is late you hear it from us before you ask", said_by="Dana Reyes",
                    said_to="Anna Nowak", said_on=date(2026, 10, 28)),
        PackPromise(words="The instructions for dangerous goods are with your drivers by the first of December",
                    said_by="Petra Ilić", said_to="Luis Ortega", said_on=date(2026, 11, 17), due=date(2026, 12, 1)),
    ),
    goals=(
        PackGoal(what="No line stands still for want of cells", measure="Stops a month", target="none"),
        PackGoal(what="Arrivals in the slot", measure="Share of arrivals within 30 minutes", target="98 %"),
    ),
    people=(
        PackPerson(name="Anna Nowak", role="Supply chain director", part="executive sponsor", stance="backs us",
                   cares_about="no surprises in front of her board", reached="mobile, before nine",
                   known_by="Dana Reyes"),
        PackPerson(name="Luis Ortega", role="Safety lead", part="gatekeeper", stance="doubtful",
                   cares_about="papers that are complete", reached="mail"),
    ),
    price=Decimal("412000.00"),
    currency="EUR",
    terms=(
        PackTerm(what="Payment", agreed="30 days net, one invoice a month with their order numbers"),
        PackTerm(what="Notice", agreed="Six months to the end of a year; price changes told 90 days before"),
    ),
    sceptics=(
        PackSceptic(name="Luis Ortega", doubts="that our night crew reads his instructions",
                    what_helps="walk the dock with him in the first week"),
    ),
    rival="Slugworth Logistics",
    won_because="they hid a lost pallet, and we told of a late one before it was noticed",
    rival_may="a lower price for the third site",
    risks=(
        PackRisk(what="The third site has no ramp before March", severity=3, answer="a truck with a lift, ordered",
                 owner="Omar Haddad"),
        PackRisk(what="Only one driver is certified for nights", severity=2, answer="two more in the December course",
                 owner="Operations"),
    ),
)  # fmt: skip


def strained_loss(words: str, count: int = 12) -> LossReview:
    """Give a loss review in which every word is this one, and every part is long."""
    step, answers = PlannedStep(what=words, owner=words, due=DAY), tuple(LossQuestion) * count
    return LossReview(
        vendor=Vendor(words, words), account=words, lost_on=DAY, written_on=DAY, currency="EUR",
        customer_since=DAY, revenue=Decimal(80000), went_to=words, team=words, interviewer=words,
        interviewer_is_of_team=True, cost_to_win=Decimal(9), earned=Decimal(8), what_happened=words * 3,
        events=(LossEvent(on=DAY, words=words, score=3),) * count, before=(ScoreBefore(days=30, score=None),),
        causes=(LossCause(words=words, kind="process", team=words),) * count,
        answers=tuple(LossAnswer(question=each, who=words, words=words) for each in answers),
        lessons=(step,) * count, training=(words,) * 3,
        next_ones=(AtStakeToo(account=words, why=words, revenue=Decimal("1.5")),) * count,
        win_back=EXAMPLE, plan=(step,) * count, plan_due=DAY,
        making_up=MakingUp(contribution=Decimal(5), margin=Decimal("0.2"), candidates=(step,)),
    )  # fmt: skip


def strained_pack(words: str, count: int = 9) -> HandOffPack:
    """Give a pack in which every word is this one, and every part is long."""
    person = PackPerson(
        name=words, role=words, part=words, stance=words, cares_about=words, reached=words, known_by=words
    )
    return HandOffPack(
        id=PACK_ID, vendor=Vendor(words, words), account=words, written_on=DAY, starts_on=DAY, passed_by=words,
        accepted_by=words, about=words,
        promises=(PackPromise(words=words, said_by=words, said_to=words, said_on=DAY, due=DAY),) * count,
        goals=(PackGoal(what=words, measure=words, target=words),) * count, people=(person,) * count,
        price=Decimal(1), currency="EUR", terms=(PackTerm(what=words, agreed=words),) * count,
        sceptics=(PackSceptic(name=words, doubts=words, what_helps=words),) * count, rival=words, won_because=words,
        rival_may=words, risks=(PackRisk(what=words, severity=4, answer=words, owner=words),) * count,
    )  # fmt: skip
