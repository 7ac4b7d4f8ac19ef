"""Templates: how a kind of review is held, for which tiers, with which agenda and which steps around it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid4, uuid5

from reviewdesk.domain import agenda as usual
from reviewdesk.domain.audience import CUSTOMER, OUR_SIDE
from reviewdesk.domain.ladder import LadderStep, Rung, usual_steps
from reviewdesk.domain.review import AgendaItem, ReviewKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewTemplate:
    """How reviews of a kind are held; `number` grows with every change, and each review keeps the one it began with.

    `tiers` names the tiers it is for, none for all of them; `length` is in minutes. The items of the agenda that the
    program fills by itself are known by their titles (`agenda.FILLED`).
    """

    name: str = field(metadata=OUR_SIDE)
    kind: ReviewKind = field(default=ReviewKind.QUARTERLY, metadata=OUR_SIDE)
    tiers: tuple[str, ...] = field(default=(), metadata=OUR_SIDE)
    length: int = field(default=60, metadata=OUR_SIDE)
    agenda: tuple[AgendaItem, ...] = field(default=(), metadata=CUSTOMER)
    ladder: tuple[LadderStep, ...] = field(default=(), metadata=OUR_SIDE)
    number: int = field(default=1, metadata=OUR_SIDE)
    is_retired: bool = field(default=False, metadata=OUR_SIDE)
    id: UUID = field(default_factory=uuid4, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)


def _item(title: str, minutes: int, *points: str) -> AgendaItem:
    return AgendaItem(title=title, minutes=minutes, points=points, id=uuid5(NAMESPACE_URL, f"{title} {minutes}"))


def _shipped(
    name: str, kind: ReviewKind, length: int, agenda: Sequence[AgendaItem], ladder: Sequence[LadderStep],
    tiers: tuple[str, ...] = (),
) -> ReviewTemplate:  # fmt: skip
    made = uuid5(NAMESPACE_URL, f"reviewdesk template {name}")
    steps = tuple(replace(each, id=uuid5(made, f"{each.what} {each.days}")) for each in ladder)
    return ReviewTemplate(
        name=name, kind=kind, tiers=tiers, length=length, agenda=tuple(agenda), ladder=steps, id=made
    )  # fmt: skip


_USUAL: Final = tuple(_item(title, minutes) for title, minutes in usual.MINUTES.items())
_LIGHT: Final = (Rung.SPONSOR, Rung.PRE_READ)

SHIPPED: Final = (
    _shipped("Quarterly review", ReviewKind.QUARTERLY, 60, _USUAL, usual_steps()),
    _shipped("Half-yearly review", ReviewKind.HALF_YEARLY, 60, _USUAL, usual_steps(Rung.SPONSOR)),
    _shipped(
        "Executive yearly review", ReviewKind.YEARLY, 90,
        (
            _item(usual.LAST_PROMISES, 5),
            _item("The year in their words", 15, "What did you gain from working with us this year?",
                  "What cost you time or money because of us?"),
            _item(usual.RESULTS, 20), _item(usual.CONCERNS, 15),
            _item("Where they are going", 20, "What changes on your side in the next two years?",
                  "Which of our plans touch you?"),
            _item(usual.NEXT_DAYS, 10), _item(usual.NEXT_DATE, 5),
        ),
        usual_steps(),
    ),
    _shipped(
        "Kick-off", ReviewKind.KICK_OFF, 60,
        (
            _item("What was promised in the sale", 10, "Is anything missing from the list?"),
            _item("What success looks like", 15, "Which figure will you look at in a year?", "Who will look at it?"),
            _item("Who does what", 15, "Who decides, who uses, who must be kept informed?"),
            _item("The first 90 days", 15, "One ask and one commitment, each way"), _item(usual.NEXT_DATE, 5),
        ),
        usual_steps(Rung.SPONSOR, Rung.TOPICS),
    ),
    _shipped(
        "Recovery", ReviewKind.RECOVERY, 45,
        (
            _item("What happened, in their words", 15, "What did it cost you?", "What did we not hear?"),
            _item(usual.CONCERNS, 15, "What is the cause, and how is it prevented?"),
            _item("What they need from us now", 10, "By when, and who tells you?"), _item(usual.NEXT_DATE, 5),
        ),
        (
            LadderStep(what="Hear everybody on our side who was part of it", days=-2),
            LadderStep(what="Read and finish the brief", days=-1, rung=Rung.BRIEF),
            *(each for each in usual_steps() if each.days > 0),
        ),
    ),
    _shipped(
        "30-minute check-in", ReviewKind.AD_HOC, 30,
        (
            _item(usual.LAST_PROMISES, 5), _item(usual.THEIR_VIEW, 15), _item(usual.CONCERNS, 5),
            _item(usual.NEXT_DATE, 5),
        ),
        usual_steps(*_LIGHT, Rung.TOPICS),
        tiers=("C",),
    ),
)  # fmt: skip


def templates_of(kept: Iterable[ReviewTemplate]) -> tuple[ReviewTemplate, ...]:
    """Give the templates of a book: those that come with the program, each as it was changed, and the person's own."""
    own = {each.id: each for each in kept}
    shipped = [own.pop(each.id, each) for each in SHIPPED]
    return tuple(each for each in (*shipped, *sorted(own.values(), key=_name)) if not each.is_retired)


def template_for(
    templates: Sequence[ReviewTemplate], kind: ReviewKind, tier: str | None, *, by_call: bool = False
) -> ReviewTemplate:
    """Give the template for a review: of its kind and for its tier, else of its kind for all; a call is a check-in.

    Where no template is of the kind, the first of all is taken, so that no review begins without an agenda.
    """
    wanted = ReviewKind.AD_HOC if by_call else kind
    of_kind = [each for each in templates if each.kind is wanted]
    named = next((each for each in of_kind if tier in each.tiers), None)
    for_all = next((each for each in of_kind if not each.tiers), None)
    return named or for_all or next(iter(of_kind), None) or next(iter(templates), SHIPPED[0])


def _name(template: ReviewTemplate) -> str:
    return template.name.casefold()
