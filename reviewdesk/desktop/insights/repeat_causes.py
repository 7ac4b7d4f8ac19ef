"""The card of causes that came again within twelve months after a fix, each with its concerns."""

from collections.abc import Iterator, Sequence
from typing import Final
from uuid import UUID

from reviewdesk.desktop.insights.concern_words import capital, cut, names_of
from reviewdesk.desktop.insights.model import InsightColumn, InsightLine, Remark, Told
from reviewdesk.desktop.insights.words import some_of
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.mark_chart import Lead
from reviewdesk.desktop.widgets.row_bars import RowMark
from reviewdesk.domain.repeat_causes import Repeat
from reviewdesk.services.account_columns import Holds
from reviewdesk.services.concern_insights import CameAgain

COLUMNS: Final = (
    InsightColumn("Cause", width=16, stretches=True),
    InsightColumn("Account", width=14, stretches=True),
    InsightColumn("In their words", width=22, stretches=True, gives_way=1),
    InsightColumn("Raised", Holds.DAY, width=11),
    InsightColumn("Fixed", Holds.DAY, width=11),
    InsightColumn("", width=10, gives_way=2),
)
MOST: Final = 8
_RULE: Final = (
    "Came again is a concern raised after another one was fixed, and within twelve months of that: of the same kind "
    "of cause with the same team, product, lot or tag, or in similar words."
)
_TIMES: Final = {1: "once", 2: "twice"}


def told(found: CameAgain) -> Told | None:
    """Say what came again; nothing where nothing did."""
    if not found.repeats:
        return None
    count = len({each for one in found.repeats for each in one.again})
    causes = "1 cause" if len(found.repeats) == 1 else f"{len(found.repeats):,} causes"
    came = "a concern" if count == 1 else f"{count:,} concerns"
    return Told(
        sentence=f"{causes} came again after a fix in the last 12 months, in {came}.",
        picture=(*(_mark(found, each) for each in found.repeats[:MOST]), *_rest(found.repeats[MOST:], found)),
        lines=tuple(line for each in found.repeats for line in _lines(found, each)),
        remarks=(Remark(_RULE),),
    )


def _name(repeat: Repeat) -> str:
    kind = capital(repeat.kind.value) if repeat.kind is not None else ""
    return f"{kind} · {repeat.shared}" if kind else capital(repeat.shared)


def _mark(found: CameAgain, repeat: Repeat) -> RowMark:
    times = _TIMES.get(len(repeat.again), f"{len(repeat.again):,} times")
    names = names_of([found.concerns[each].account for each in repeat.again])
    name = _name(repeat)
    return RowMark(
        name=name,
        value=float(len(repeat.again)),
        label=f"again {times}",
        said=f"{name}: fixed {len(repeat.fixed):,}, came again {times}, at {some_of(names)}",
        lead=_lead(found, repeat.all, f"Came again: {name}"),
        tone=Tone.WARN,
    )


def _rest(rest: Sequence[Repeat], found: CameAgain) -> tuple[RowMark, ...]:
    if not rest:
        return ()
    words = f"{len(rest):,} more causes"
    ids = tuple(dict.fromkeys(each for one in rest for each in one.all))
    lead = _lead(found, ids, f"Came again: {words}")
    return (RowMark(name=words, value=None, label=f"{len(ids):,}", said=f"{words}", lead=lead, quiet=True),)


def _lines(found: CameAgain, repeat: Repeat) -> Iterator[InsightLine]:
    for each in repeat.all:
        listed = found.concerns[each]
        cells = (
            _name(repeat), listed.account, cut(listed.concern.words), listed.concern.raised_on, found.fixed_on(each),
            "came again" if each in repeat.again else "fixed before",
        )  # fmt: skip
        yield InsightLine(cells, _lead(found, (each,), ""))


def _lead(found: CameAgain, ids: Sequence[UUID], words: str) -> Lead:
    known = [found.concerns[each].concern for each in ids]
    accounts = tuple(dict.fromkeys(each.account_id for each in known))
    return Lead(accounts, words, concern_ids=tuple(each.id for each in known))
