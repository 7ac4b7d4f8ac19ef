"""What a person does with the question why it is the price: answers it with evidence, and plans how to differ."""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final
from uuid import UUID

from reviewdesk.domain.account import ReasonToStay
from reviewdesk.domain.concern import CauseKind
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.price_diagnosis import PriceDiagnosis
from reviewdesk.domain.switch import Direction, Switch
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.price_steps import PlanStep, StepTyped, add_step, let_go, steps_of, to_begin_with
from reviewdesk.storage.lists.accounts import account_lines
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store

_REPLIES: Final = {"": None, "yes": True, "no": False}
_QUESTIONS: Final = frozenset({"same", "poor", "good"})
_TEXTS: Final = frozenset({"about", "same_evidence", "poor_evidence", "good_evidence", "plan"})
_RATES: Final = frozenset({"margin", "cut"})
_MOST: Final = 1_000  # per cent


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownOfPrice:
    """What the book knows: who switched and what that had to do with the price, who stays for it, who complains of it.

    `switches` are the newest first, each with the name of its account; the others are counted of customers we have.
    """

    switches: tuple[tuple[str, Switch], ...] = ()
    stay_for_price: int = 0
    complain_of_price: int = 0
    accounts: int = 0

    @property
    def to_rivals(self) -> int:
        """Count the switches to a rival."""
        return sum(each.direction is Direction.TO_RIVAL for _, each in self.switches)

    @property
    def cheaper(self) -> int:
        """Count those of them where the rival was cheaper."""
        return sum(
            each.direction is Direction.TO_RIVAL and (each.price_difference or 0) < 0 for _, each in self.switches
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyPrice:
    """The newest diagnosis with the steps of its plan, those before it, and what the book knows.

    `accounts` and `colleagues` are the names a step may name.
    """

    today: date
    now: PriceDiagnosis | None
    earlier: tuple[PriceDiagnosis, ...]
    known: KnownOfPrice
    steps: tuple[PlanStep, ...] = ()
    earlier_steps: dict[UUID, tuple[PlanStep, ...]] = field(default_factory=dict)
    accounts: tuple[str, ...] = ()
    colleagues: tuple[str, ...] = ()


class PriceDiagnosisService:
    """Answers why it is the price."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def why(self) -> WhyPrice:
        """Give the newest diagnosis with what stands beside it."""
        with self._store.read() as reading:
            found = sorted(reading.price_diagnoses.all(), key=lambda each: each.number, reverse=True)
            return WhyPrice(
                today=reading.clock.today(), now=found[0] if found else None, earlier=tuple(found[1:]),
                known=_known(reading), steps=steps_of(reading, found[0]) if found else (),
                earlier_steps={each.id: steps_of(reading, each) for each in found[1:]},
                accounts=to_begin_with(reading),
                colleagues=tuple(sorted(each.name for each in reading.colleagues.all())),
            )  # fmt: skip

    def begin(self) -> Outcome[PriceDiagnosis]:
        """Begin anew; what was found before stays as it is. One of today that says nothing yet is gone on with."""
        with self._store.write("Ask why it is the price") as work:
            today = work.clock.today()
            empty = [each for each in work.price_diagnoses.where(made_on=today) if _says_nothing(each)]
            number = max((each.number for each in work.price_diagnoses.all()), default=0) + 1
            begun = empty[0] if empty else work.price_diagnoses.put(PriceDiagnosis(made_on=today, number=number))
        return Outcome(begun, work.changes)

    def change(self, diagnosis_id: UUID, name: str, text: str) -> Outcome[PriceDiagnosis]:
        """Put what was typed into one field; typing on in it is one step of undo.

        Raises:
            RefusedError: it cannot be read as what the field holds.
        """
        value = _read(name, text)
        with self._store.write("Why price?", join_key=f"price/{diagnosis_id}/{name}") as work:
            changed = work.price_diagnoses.put(replace(work.price_diagnoses.get(diagnosis_id), **{name: value}))
        return Outcome(changed, work.changes)

    def remove(self, diagnosis_id: UUID) -> Outcome[None]:
        """Take a diagnosis out; undo brings it back."""
        with self._store.write("Remove a price diagnosis") as work:
            let_go(work, diagnosis_id)
            work.price_diagnoses.remove(diagnosis_id)
        return Outcome(None, work.changes)

    def add_step(self, diagnosis_id: UUID, told: StepTyped) -> Outcome[FollowUp]:
        """Add a step to the plan to differ; it is a follow-up that stays linked with the diagnosis.

        Raises:
            RefusedError: see `price_steps.add_step`.
        """
        with self._store.write("Add a step to differ") as work:
            step = add_step(work, work.price_diagnoses.get(diagnosis_id), told)
        return Outcome(step, work.changes)

    def finish_step(self, follow_up_id: UUID) -> Outcome[FollowUp]:
        """Say that a step of the plan was done today."""
        with self._store.write("Finish a step to differ") as work:
            done = work.follow_ups.put(work.follow_ups.get(follow_up_id).done(work.clock.today()))
        return Outcome(done, work.changes)

    def take_evidence(self, diagnosis_id: UUID, switch_id: UUID, question: str) -> Outcome[PriceDiagnosis]:
        """Write a switch into the evidence of a question, once.

        Raises:
            RefusedError: there is no such question.
        """
        if question not in _QUESTIONS:
            raise RefusedError("Evidence belongs to one of the three questions.")
        with self._store.write("Take a switch as evidence") as work:
            known, switch = work.price_diagnoses.get(diagnosis_id), work.switches.get(switch_id)
            name, line = f"{question}_evidence", _said(work.accounts.get(switch.account_id).name, switch)
            lines = [each for each in getattr(known, name).splitlines() if each.strip()]
            fuller: dict[str, Any] = {name: "\n".join([*lines, *([line] if line not in lines else [])])}
            changed = work.price_diagnoses.put(replace(known, **fuller))
        return Outcome(changed, work.changes)


def _read(name: str, text: str) -> Any:  # noqa: ANN401 - each field holds something else
    if name in _QUESTIONS and text in _REPLIES:
        return _REPLIES[text]
    if name in _TEXTS:
        return text.rstrip()
    if name in _RATES:
        return _rate(text)
    raise RefusedError("Answer with yes or no, or leave it open.")


def _rate(text: str) -> Decimal | None:
    tidy = text.strip().rstrip("% ").replace("\u2212", "-").replace(",", ".")
    if not tidy:
        return None
    try:
        found = Decimal(tidy)
    except InvalidOperation as error:
        raise RefusedError(f"“{text.strip()}” is no per cent. Write it as 22 or 1.5.") from error
    if not found.is_finite() or abs(found) >= _MOST:
        raise RefusedError(f"“{text.strip()}” is no per cent. Write it as 22 or 1.5.")
    return found


def _says_nothing(one: PriceDiagnosis) -> bool:
    return one == PriceDiagnosis(made_on=one.made_on, id=one.id, number=one.number)


def _said(account: str, switch: Switch) -> str:
    """Write a switch as evidence: "Hooli went to Initech on 3 Nov 2026, -12 % against ours, flat price"."""
    went = "went to" if switch.direction is Direction.TO_RIVAL else "came from"
    day = f"{switch.switched_on.day} {switch.switched_on:%b %Y}"
    price = f"{switch.price_difference:+.0f} % against ours" if switch.price_difference is not None else ""
    parts = (f"{account} {went} {switch.rival or 'a rival'} on {day}", switch.line, price, switch.reason)
    return ", ".join(each for each in parts if each)


def _known(reading: Reading) -> KnownOfPrice:
    lines = account_lines(reading.connection)
    names, there = {each.id: each.name for each in lines}, {each.id for each in lines if each.buys}
    switches = sorted(reading.switches.all(), key=lambda each: (each.switched_on, each.id.hex), reverse=True)
    price = reading.accounts.where(reason_to_stay=ReasonToStay.PRICE)
    complain = [each for each in reading.concerns.where(cause_kind=CauseKind.PRICE) if not each.is_withdrawn]
    return KnownOfPrice(
        switches=tuple((names.get(each.account_id, ""), each) for each in switches),
        stay_for_price=sum(each.id in there for each in price),
        complain_of_price=len({each.account_id for each in complain} & there), accounts=len(there),
    )  # fmt: skip
