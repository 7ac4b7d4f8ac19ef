"""Opens a follow-up where a customer seems to turn away, in the step that shows it, and once."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.follow_up import FollowUp, Side
from reviewdesk.domain.rival_names import rival_names
from reviewdesk.domain.switch import Direction
from reviewdesk.domain.text import fold
from reviewdesk.domain.warning_signs import (
    ANSWERED_IN_WORKING_DAYS,
    NAMED_WITHIN,
    RIVAL_COMES_UP,
    is_named_again,
    position_words,
    went_down,
)
from reviewdesk.services.days import working_days
from reviewdesk.services.whose_move import first_move, whose
from reviewdesk.storage.lists.rival_lines import rival_lines
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.unit_of_work import UnitOfWork


def after_position(work: UnitOfWork, before: Account, now: Account) -> None:
    """Open a follow-up where we rank lower among their suppliers than before."""
    if went_down(before.supplier_position, now.supplier_position) and before.supplier_position:
        assert now.supplier_position is not None  # noqa: S101 - it went down to something
        _open_once(work, now, position_words(before.supplier_position, now.supplier_position))


def after_naming(work: UnitOfWork, account_id: UUID, on: date) -> None:
    """Open a follow-up where a rival was named at an account twice in the 90 days up to a day."""
    account = work.accounts.get(account_id)
    if is_named_again(_named(work, account), on):
        _open_once(work, account, RIVAL_COMES_UP)


def _named(reading: Reading, account: Account) -> Iterator[tuple[str, date]]:
    """Give each rival that was named, once for each line, and each to whom business went, with the day."""
    own = [each.name for each in reading.people.where(account_id=account.id)]
    for line in rival_lines(reading.connection, account.id):
        names = dict.fromkeys((*rival_names(line.words, own), *_known(line.words, account.rivals)))
        if line.on is not None:
            yield from ((name, line.on) for name in {fold(each) for each in names})
    for each in reading.switches.where(account_id=account.id):
        if each.direction is Direction.TO_RIVAL and each.rival.strip():
            yield each.rival, each.switched_on


def _known(words: str, rivals: tuple[str, ...]) -> Iterator[str]:
    folded = fold(words)
    return (each for each in rivals if each.strip() and fold(each) in folded)


def _open_once(work: UnitOfWork, account: Account, what: str) -> None:
    """Open it, unless it is open already or ended a short while ago."""
    today = work.clock.today()
    for each in work.follow_ups.where(account_id=account.id):
        ended_lately = each.ended_on is not None and today - each.ended_on <= NAMED_WITHIN
        if each.what == what and not each.withdrawn and (each.is_open or ended_lately):
            return
    who = whose(work, account.id)
    due = working_days(work.book, today).add(today, ANSWERED_IN_WORKING_DAYS)
    work.follow_ups.put(
        FollowUp(
            account_id=account.id, what=what, due=due, said_on=today, colleague_id=who,
            waits_on=first_move(work, Side.OURS, who),
        )
    )  # fmt: skip
