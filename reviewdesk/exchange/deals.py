"""Deals: the won ones become purchases on the day they closed; every other one is left out with its reason."""

import re
from collections.abc import Iterator

from reviewdesk.domain.importing.decisions import Deciding
from reviewdesk.domain.importing.fields import Field
from reviewdesk.domain.importing.incoming import IncomingPurchase, LeftOut
from reviewdesk.exchange.columns import Columns
from reviewdesk.exchange.recognise import LEAVE
from reviewdesk.exchange.references import named_account
from reviewdesk.exchange.table import SourceRow

_WON = re.compile(
    r"[\d\W_]*(?:closed?[\W_]*)?won\b|(?:abgeschlossen\W*)?gewonnen|(?:ferm\w+\W*)?gagn\w+|(?:cier\w+\W*)?ganad\w|vint[ao]\b|vundet",
    re.IGNORECASE,
)
_ALL = "all"
_MOST_STAGES = 30


def purchases(columns: Columns, deciding: Deciding) -> Iterator[IncomingPurchase | LeftOut]:
    """Read deals."""
    won = _won_stages(columns, deciding)
    agents = set()
    for row in columns.rows():
        read = _purchase(columns, row, won)
        if isinstance(read, IncomingPurchase):
            agents.add(read.agent)
        yield read
    people = len(agents - {""})
    if people:
        columns.note(Field.OWNER, "1 person" if people == 1 else f"{people} people")


def _purchase(columns: Columns, row: SourceRow, won: frozenset[str] | None) -> IncomingPurchase | LeftOut:
    account = named_account(columns, row)
    reason = _reason(columns, row, won, has_account=bool(account.id or account.name))
    bought_on = None if reason else columns.date(row, Field.DATE)
    amount = None if reason else columns.number(row, Field.AMOUNT)
    if not reason and bought_on is None:
        reason = "without a close date that can be read"
    if not reason and amount is None:
        reason = "without an amount that can be read"
    currency = "" if reason else columns.currency(row)
    if not reason and not currency:
        reason = "in a currency that is not known"
    if reason or bought_on is None or amount is None:
        shown = (columns.text(row, Field.STAGE), _date_words(columns, row), columns.text(row, Field.CURRENCY))
        return columns.left_out(row, reason, account.name, *shown)
    return IncomingPurchase(
        origin=columns.origin(row),
        account=account,
        bought_on=bought_on,
        amount=amount,
        currency=currency,
        product=columns.text(row, Field.PRODUCT)[:300],
        title=columns.text(row, Field.NAME)[:300],
        agent=columns.text(row, Field.OWNER)[:300],
        quantity=columns.number(row, Field.QUANTITY),
        **columns.borne(row),
        may_be=columns.may_be,
    )


def _reason(columns: Columns, row: SourceRow, won: frozenset[str] | None, *, has_account: bool) -> str:
    if columns.is_yes(row, Field.DELETED):
        return f"deleted in {columns.source}"
    if not has_account:
        return "without an account"
    return "" if _is_won(columns, row, won) else "not won"


def _is_won(columns: Columns, row: SourceRow, won: frozenset[str] | None) -> bool:
    if columns.has(Field.WON):
        return columns.is_yes(row, Field.WON)
    return won is None or columns.text(row, Field.STAGE) in won


def _date_words(columns: Columns, row: SourceRow) -> str:
    return columns.text(row, Field.DATE) or "no close date"


def _won_stages(columns: Columns, deciding: Deciding) -> frozenset[str] | None:
    """Give the stages that mean won; nothing where every row is taken for sold."""
    if columns.has(Field.WON):
        return frozenset()
    stages = list(dict.fromkeys(columns.text(row, Field.STAGE) for row in columns.rows()))
    won = frozenset(each for each in stages if _WON.match(each))
    if won or not columns.table.rows:
        return won
    return _asked_stage(columns, deciding, [each for each in stages if each][:_MOST_STAGES])


def _asked_stage(columns: Columns, deciding: Deciding, stages: list[str]) -> frozenset[str] | None:
    file = columns.table.name
    choices = {**{f"stage:{each}": each for each in stages}, _ALL: "all rows are sold", LEAVE: "none of them"}
    chosen = deciding.ask(
        f"won:{file}",
        f"Which rows of {file} were sold?",
        "No stage in it says won" if stages else "It has no column that says won or lost",
        choices,
        LEAVE,
    )
    return None if chosen == _ALL else frozenset({chosen.removeprefix("stage:")} if chosen != LEAVE else ())
