"""What a person does with a hand-off: writes the pack, hands it over, notes the answer, and checks what came of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import Ending
from reviewdesk.domain.hand_off import CHECKED_AFTER
from reviewdesk.domain.handing_off import (
    ANSWERED_IN_WORKING_DAYS,
    Delivered,
    HandOff,
    How,
    PackPart,
    State,
)
from reviewdesk.domain.pack_lines import parts_named
from reviewdesk.services import typed_values as typed
from reviewdesk.services.attachments import attach
from reviewdesk.services.days import working_days
from reviewdesk.services.hand_off_forms import form_back
from reviewdesk.services.hand_off_packs import begun_with, pack_of
from reviewdesk.services.hand_off_results import results_in
from reviewdesk.services.hand_off_steps import check_words, end_open, follow, going_along, pass_on
from reviewdesk.services.hand_off_values import FormBack, ShownCheck, ShownHandOff, TakenOver
from reviewdesk.services.myself import me
from reviewdesk.services.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from reviewdesk.services.print_outs import PrintOut
    from reviewdesk.storage.reading import Reading
    from reviewdesk.storage.store import Store
    from reviewdesk.storage.unit_of_work import UnitOfWork

_TEXTS: Final = frozenset(
    {"to", "about", "terms", "sceptics", "rival", "won_because", "rival_may", "risks", "starts_on", "price"}
)

UNNAMED: Final = "No gap is named on the form; ask what is missing."


class HandOffService:
    """What a person does with hand-offs."""

    def __init__(self, store: Store, fonts: Path) -> None:
        self._store, self._fonts = store, fonts

    def of_account(self, account_id: UUID) -> ShownHandOff | None:
        """Give the hand-off of an account: the open one, else the newest."""
        with self._store.read() as reading:
            every = reading.hand_offs.where(account_id=account_id)
            found = _newest(every)
            others = sorted((each for each in every if each is not found), key=lambda each: each.begun_on, reverse=True)
            return replace(_shown(reading, found), others=tuple(others)) if found else None

    def all(self) -> tuple[ShownHandOff, ...]:
        """Give all hand-offs, the open ones first, then the newest."""
        with self._store.read() as reading:
            found = sorted(reading.hand_offs.all(), key=lambda each: (not each.is_open, -each.begun_on.toordinal()))
            return tuple(_shown(reading, each) for each in found)

    def begin(self, account_id: UUID) -> Outcome[HandOff]:
        """Begin a pack with what the book knows; where one is being written or waits, that is given.

        Raises:
            MissingError: the account is not in the book.
        """
        with self._store.write("Begin a hand-off") as work:
            account, today = work.accounts.get(account_id), work.clock.today()
            known = next((each for each in work.hand_offs.where(account_id=account_id) if each.is_open), None)
            if known is not None:
                return Outcome(known, work.changes)
            mine = me(work)
            from_id = account.owner_id or (mine.id if mine else None)
            fresh = HandOff(account_id=account_id, begun_on=today, from_id=from_id)
            begun: dict[str, Any] = begun_with(work, fresh)
            made = work.hand_offs.put(replace(fresh, **begun))
        return Outcome(made, work.changes)

    def change(self, hand_off_id: UUID, name: str, text: str) -> Outcome[HandOff]:
        """Put what was typed into one part of a pack; typing on in it is one step of undo.

        Raises:
            RefusedError: it cannot be read as what the part holds, or the pack was accepted.
        """
        if name not in _TEXTS:
            raise RefusedError("This part of the pack is kept with the account. Change it there.")
        with self._store.write("Write the pack", join_key=f"hand-off/{hand_off_id}/{name}") as work:
            known, value = work.hand_offs.get(hand_off_id), self._read(name, text)
            if not known.is_open:
                raise RefusedError("It was answered, so its pack stays as it is. Begin another hand-off.")
            if known.state is State.HANDED_OVER:
                raise RefusedError(f"{known.to} answers the pack as it was handed over. Take it back with gaps first.")
            changed = work.hand_offs.put(replace(known, **{name: value}))
        return Outcome(changed, work.changes)

    def _read(self, name: str, text: str) -> Any:  # noqa: ANN401 - each part holds something else
        if name == "starts_on":
            return typed.day(text, self._store.clock.today())
        if name == "price":
            return typed.amount(text)
        return text.strip() if name in {"to", "rival"} else text.rstrip()

    def hand_over(self, hand_off_id: UUID) -> Outcome[HandOff]:
        """Hand the pack over; a follow-up waits five working days for the answer.

        Raises:
            RefusedError: see `HandOff.handed_over`.
        """
        with self._store.write("Hand over") as work:
            today, known = work.clock.today(), work.hand_offs.get(hand_off_id)
            handed = work.hand_offs.put(known.handed_over(today, pack_of(work, known)))
            end_open(work, handed)
            due = working_days(work.book, today).add(today, ANSWERED_IN_WORKING_DAYS)
            follow(work, handed, f"Hear from {handed.to} whether the hand-off is accepted", due)
        return Outcome(handed, work.changes)

    def accept(
        self,
        hand_off_id: UUID,
        how: How,
        who: str,
        *,
        on: str = "",
        words: str = "",
        along: Collection[UUID] | None = None,
    ) -> Outcome[HandOff]:
        """Note that it was accepted: only now the owner changes.

        `along` are those of the former owner's follow-ups that go along, all of them where nothing is said.

        Raises:
            RefusedError: see `HandOff.accepted` and `taker_of`, or the day has not come yet.
        """
        with self._store.write("Accept a hand-off") as work:
            day = typed.past_day(on, work.clock.today()) or work.clock.today()
            accepted = pass_on(work, work.hand_offs.get(hand_off_id).accepted(day, how, who, words), along)
        return Outcome(accepted, work.changes)

    def give_back(
        self, hand_off_id: UUID, how: How, who: str, gaps: Sequence[PackPart], *, on: str = "", words: str = ""
    ) -> Outcome[HandOff]:
        """Note that it came back with gaps; the account stays with its owner.

        Raises:
            RefusedError: see `HandOff.returned`, or the day has not come yet.
        """
        with self._store.write("Return a hand-off") as work:
            day = typed.past_day(on, work.clock.today()) or work.clock.today()
            returned = work.hand_offs.put(work.hand_offs.get(hand_off_id).returned(day, how, who, gaps, words))
            _back_to_work(work, returned)
        return Outcome(returned, work.changes)

    def withdraw(self, hand_off_id: UUID) -> Outcome[HandOff]:
        """Leave the account where it is.

        Raises:
            RefusedError: it was accepted already.
        """
        with self._store.write("Withdraw a hand-off") as work:
            left = work.hand_offs.put(work.hand_offs.get(hand_off_id).withdrawn(work.clock.today()))
            end_open(work, left, dropped=True)
        return Outcome(left, work.changes)

    def check(self, hand_off_id: UUID, days: int, delivered: Delivered, words: str = "") -> Outcome[HandOff]:
        """Note what a check found today, and end what asks for it.

        Raises:
            RefusedError: it was not accepted, or there is no such check.
        """
        with self._store.write("Check a hand-off") as work:
            today = work.clock.today()
            checked = work.hand_offs.put(work.hand_offs.get(hand_off_id).checked(days, today, delivered, words))
            for each in work.follow_ups.where(about_id=hand_off_id):
                if each.is_open and each.what == check_words(days):
                    work.follow_ups.put(replace(each, ending=Ending.KEPT, ended_on=today))
        return Outcome(checked, work.changes)

    def paper(self, hand_off_id: UUID) -> PrintOut:
        """Set the pack with the form to answer it, for our side."""
        from reviewdesk.reports.hand_off import render_hand_off
        from reviewdesk.services.boss_papers import file_name
        from reviewdesk.services.print_outs import PrintOut

        with self._store.read() as reading:
            pack = pack_of(reading, reading.hand_offs.get(hand_off_id))
        return PrintOut(render_hand_off(pack, self._fonts), file_name(pack.account, f"hand-off {pack.written_on}"))

    def look(self, path: Path) -> FormBack:
        """Read the form of a pack that came back; the book is not changed.

        Raises:
            NotAFormError: it is another file.
            RefusedError: it is of another book, of an earlier round, was answered already, or nothing is ticked.
        """
        return form_back(self._store, path)

    def take(self, back: FormBack, *, along: Collection[UUID] | None = None) -> Outcome[HandOff]:
        """Do what a form that came back says, and keep it with the account; `along` as for `accept`.

        Raises:
            RefusedError: it was answered meanwhile, or it returns the pack and names nothing that is missing.
        """
        with self._store.write("Take in a hand-off form") as work:
            known = work.hand_offs.get(back.hand_off_id)
            day = max(back.on, known.rounds[-1].handed_on) if known.rounds else back.on
            attach(work, known.account_id, back.name, back.content)
            if back.accepts:
                done = pass_on(work, known.accepted(day, How.FORM, back.who, back.words), along)
            else:
                words = back.words or UNNAMED
                done = work.hand_offs.put(known.returned(day, How.FORM, back.who, parts_named(words), words))
                _back_to_work(work, done)
        return Outcome(done, work.changes)

    def results(self) -> tuple[TakenOver, ...]:
        """Give how hand-offs went by those who accepted them: by team, or by person where there are no teams."""
        with self._store.read() as reading:
            return results_in(reading)


def _back_to_work(work: UnitOfWork, returned: HandOff) -> None:
    """End what waited for the answer, and ask for what is missing."""
    end_open(work, returned)
    today = work.clock.today()
    due = working_days(work.book, today).add(today, ANSWERED_IN_WORKING_DAYS)
    follow(work, returned, "Fill the gaps of the hand-off and hand it over again", due)


def _newest(found: Sequence[HandOff]) -> HandOff | None:
    return max(found, key=lambda each: (each.is_open, each.begun_on, each.id.hex), default=None)


def _shown(reading: Reading, hand_off: HandOff) -> ShownHandOff:
    pack = pack_of(reading, hand_off)
    steps = {each.what: each for each in reading.follow_ups.where(about_id=hand_off.id)}
    checks = []
    for days, due in zip(CHECKED_AFTER, hand_off.check_days() if hand_off.accepted_on else (), strict=False):
        step = steps.get(check_words(days))
        found = next((each for each in hand_off.checks if each.days == days), None)
        checks.append(ShownCheck(days=days, due=step.due if step is not None and step.due else due, found=found))
    return ShownHandOff(
        hand_off=hand_off, account=pack.account, passed_by=pack.passed_by, today=reading.clock.today(), pack=pack,
        checks=tuple(checks), along=going_along(reading, hand_off) if hand_off.is_open else (),
        names=tuple(sorted(each.name for each in reading.colleagues.all())),
    )  # fmt: skip
