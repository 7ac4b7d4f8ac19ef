"""What the cards of the page Losses say: each loss, why they left, what was answered and what we learnt."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Final

from reviewdesk.desktop.insights.model import InsightColumn, InsightLine, Remark, Told, accounts
from reviewdesk.desktop.insights.words import named, short
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.mark_chart import Lead
from reviewdesk.desktop.widgets.row_bars import RowMark
from reviewdesk.domain.adding_up import whole_amounts
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.loss_document import LossQuestion
from reviewdesk.domain.losses import Loss, PlanState, TakenOn, taken_on
from reviewdesk.services.account_columns import Holds
from reviewdesk.services.losses import AllLosses

LOSS_COLUMNS: Final = (
    InsightColumn("Account", width=14, stretches=True),
    InsightColumn("Lost on", Holds.DAY, width=11),
    InsightColumn("Worth a year", Holds.MONEY, width=11),
    InsightColumn("Why", width=24, gives_way=3),
    InsightColumn("Plan", width=14),
    InsightColumn("Win back?", width=14, gives_way=1),
    InsightColumn("Ended on", Holds.DAY, width=11, gives_way=2),
    InsightColumn("What we learnt", width=24, gives_way=4),
)
CAUSE_COLUMNS: Final = (
    InsightColumn("Cause", width=24, stretches=True),
    InsightColumn("Kind", width=12),
    InsightColumn("Team", width=14, gives_way=1),
    InsightColumn("Account", width=14),
)
ANSWER_COLUMNS: Final = (
    InsightColumn("Question", width=22, gives_way=1),
    InsightColumn("What was said", width=26, stretches=True),
    InsightColumn("Who", width=12),
    InsightColumn("Account", width=14),
)
LESSON_COLUMNS: Final = (
    InsightColumn("What we learnt", width=28, stretches=True),
    InsightColumn("Who", width=12),
    InsightColumn("By", Holds.DAY, width=11),
    InsightColumn("Account", width=14),
)
_NO_KIND: Final = "no kind named"
_TURNED: Final = 3
_SHOWN: Final = 15
_TONES: Final = {PlanState.LATE: Tone.BAD, PlanState.NOT_BEGUN: Tone.WARN}
_SHORT: Final = {
    LossQuestion.TAKEN_ON: "Taken them on?", LossQuestion.TURNED: "When it turned",
    LossQuestion.NEEDED: "What they needed", LossQuestion.WORTH_IT: "Worth winning back?",
    LossQuestion.OUR_PEOPLE: "What our people say",
}  # fmt: skip


def losses_told(found: AllLosses) -> Told | None:
    """List every loss, the newest first; nothing while nobody was lost."""
    losses = found.losses
    if not losses:
        return None
    back = sum(each.is_back for each in losses)
    waiting = [each for each in losses if each.plan in (PlanState.NOT_BEGUN, PlanState.LATE) and not each.is_back]
    came = f", {back:,} of them won back" if back else ""
    unknown = sum(each.revenue is None for each in losses)
    early = [each.account for each in losses if each.too_early]
    remarks = [Remark("Worth a year: as noted in the review, else what they bought in their last 12 months.")]
    if len(losses) > _SHOWN:
        remarks.append(Remark(f"The picture shows the {_SHOWN} newest, the table all."))
    if unknown:
        remarks.append(Remark(f"Of {accounts(unknown)} it is not known, or a rate is missing."))
    if waiting:
        remarks.insert(
            0, Remark(f"Without a review, or with a late plan: {named([each.account for each in waiting])}.", Tone.WARN)
        )
    if early:
        remarks.insert(0, Remark(f"Left before they were earned back: {named(early)}.", Tone.BAD))
    return Told(
        sentence=f"{accounts(len(losses))} lost{came}.", currency=found.currency, remarks=tuple(remarks),
        picture=tuple(_mark(each, found) for each in losses[:_SHOWN]),
        lines=tuple(_line(each, found.today) for each in losses),
    )  # fmt: skip


def _mark(loss: Loss, found: AllLosses) -> RowMark:
    worth = f"{whole_amounts((loss.revenue,))[0]:,} {found.currency}" if loss.revenue is not None else "not known"
    plan = "won back" if loss.is_back else _plan(loss, found.today)
    day = short_day(loss.lost_on, found.today)
    return RowMark(
        name=loss.account, value=float(loss.revenue) if loss.revenue and loss.revenue > 0 else None,
        label=f"{worth} · {day}", said=f"{short(loss.account)}: lost {day}, worth {worth} a year, plan {plan}",
        tone=Tone.GOOD if loss.is_back else _TONES.get(loss.plan, Tone.ACCENT), lead=_lead(loss),
    )  # fmt: skip


def _line(loss: Loss, today: date) -> InsightLine:
    lessons = "; ".join(each.what for each in loss.lessons)
    plan = "won back" if loss.is_back else _plan(loss, today)
    cells = (loss.account, loss.lost_on, loss.revenue, loss.why, plan, _win_back(loss), loss.ended_on, lessons)
    return InsightLine(cells, _lead(loss))


def _plan(loss: Loss, today: date) -> str:
    if loss.plan is PlanState.OWED and loss.plan_due is not None:
        return f"owed by {short_day(loss.plan_due, today)}"
    return loss.plan.value


def _win_back(loss: Loss) -> str:
    """Say whether it is worth it, else from which chance on."""
    if loss.is_worth_it is not None:
        return "worth it" if loss.is_worth_it else "not worth it"
    return f"from {loss.break_even * 100:.0f} %" if loss.break_even is not None else ""


def causes_told(found: AllLosses) -> Told | None:
    """Count the kinds of cause over all losses."""
    told = [(loss, each) for loss in found.losses for each in loss.causes if each.words or each.kind]
    if not told:
        return None
    by_kind: dict[str, list[Loss]] = defaultdict(list)
    for loss, each in told:
        by_kind[each.kind.casefold() or _NO_KIND].append(loss)
    examined = len({loss.account_id for loss, _ in told})
    lines = tuple(InsightLine((each.words, each.kind, each.team, loss.account), _lead(loss)) for loss, each in told)
    kinds = sorted(by_kind.items(), key=lambda each: (-len(each[1]), each[0]))
    teams = Counter(each.team for _, each in told if each.team).most_common(1)
    team = f" {teams[0][1]:,} of them lie with {short(teams[0][0])}." if teams and teams[0][1] > 1 else ""
    count = "1 cause" if len(told) == 1 else f"{len(told):,} causes"
    return Told(
        sentence=f"{count} of {accounts(examined)}.{team}", lines=lines,
        picture=tuple(_count(kind, losses) for kind, losses in kinds),
    )  # fmt: skip


def _count(name: str, losses: list[Loss]) -> RowMark:
    ids = tuple(dict.fromkeys(each.account_id for each in losses))
    lead = Lead(ids, tab="loss") if len(ids) == 1 else Lead(ids, f"Lost: {name}")
    words = "once" if len(losses) == 1 else f"{len(losses):,} times"
    return RowMark(name=name, value=float(len(losses)), label=words, said=f"{name}: {words}", lead=lead)


def answers_told(found: AllLosses) -> Told | None:
    """Say what was answered to each question, and how many do not know."""
    told = [(loss, each) for loss in found.losses for each in loss.answers]
    if not told:
        return None
    unknown = sum(each.does_not_know for _, each in told)
    lines = tuple(
        InsightLine(
            (each.question.value, "don't know" if each.does_not_know else each.words, each.who, loss.account),
            _lead(loss),
        )
        for question in LossQuestion
        for loss, each in told
        if each.question is question
    )
    answered = "1 answer" if len(told) == 1 else f"{len(told):,} answers"
    return Told(
        sentence=f"{answered}, of which {unknown:,} did not know.", lines=lines, remarks=tuple(_said_together(found)),
        picture=tuple(_question(found, each) for each in LossQuestion),
    )  # fmt: skip


def _question(found: AllLosses, question: LossQuestion) -> RowMark:
    told = [each for loss in found.losses for each in loss.answers if each.question is question]
    unknown = sum(each.does_not_know for each in told)
    words = f"{len(told) - unknown:,} said, {unknown:,} don't know" if told else "not asked"
    ids = tuple(loss.account_id for loss in found.losses if any(each.question is question for each in loss.answers))
    return RowMark(
        name=_SHORT[question], value=float(len(told) - unknown) or None, label=words, said=f"{question.value} {words}",
        lead=Lead(ids, tab="loss") if len(ids) == 1 else Lead(ids, question.value), quiet=not told,
    )  # fmt: skip


def _said_together(found: AllLosses) -> Iterator[Remark]:
    """Say whether we would have taken them on, and the newest turning points."""
    counted = taken_on(each for loss in found.losses for each in loss.answers)
    if counted:
        yes_no = ", ".join(f"{each.value} {counted[each]:,}" for each in TakenOn if counted[each])
        yield Remark(f"Should we have taken them on? {yes_no}.")
    turned = [
        f"{short(each.words)} ({short(loss.account)})"
        for loss in found.losses
        for each in loss.answers
        if each.question is LossQuestion.TURNED and each.words
    ]
    if turned:
        more = f"; and {len(turned) - _TURNED:,} more in the table" if len(turned) > _TURNED else ""
        yield Remark(f"It turned: {'; '.join(turned[:_TURNED])}{more}.")


def lessons_told(found: AllLosses) -> Told | None:
    """List what we learnt, of the newest loss first."""
    told = [(loss, each) for loss in found.losses for each in loss.lessons]
    if not told:
        return None
    ended = sum(each.ended_on is not None for each in found.losses)
    reviews = "1 review is" if ended == 1 else f"{ended:,} reviews are"
    return Told(
        sentence=f"{'1 lesson' if len(told) == 1 else f'{len(told):,} lessons'}; {reviews} ended.",
        picture=tuple(
            RowMark(name=loss.account, value=None, label=short(each.what), said=each.what, lead=_lead(loss))
            for loss, each in told[:_SHOWN]
        ),
        lines=tuple(InsightLine((each.what, each.owner, each.due, loss.account), _lead(loss)) for loss, each in told),
    )


def _lead(loss: Loss) -> Lead:
    return Lead((loss.account_id,), tab="loss")
