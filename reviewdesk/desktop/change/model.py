"""A change as it is shown: the figures of all, and a row for everybody it touches with what can be done there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import Section
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.money import format_money
from reviewdesk.domain.planned_change import Taken
from reviewdesk.services.change_values import ChangeLine, Hurt, NewChange, NotTouched, ShownChange, total_of

Shown = ShownChange
Line = ChangeLine
Begun = NewChange
WHY: Final = RowAction("why", "How this is worked out", "circle-question-mark", "Y")
UP: Final = RowAction("up", "Move up", "arrow-up", "U")
DOWN: Final = RowAction("down", "Move down", "arrow-down", "D")
LINE: Final = RowAction("line", "Draw the line below this one", "rows-2", "T")
LETTER: Final = RowAction("letter", "A letter is enough", "mail", "L")
CALL: Final = RowAction("call", "Call after all", "phone", "L")
PAPER: Final = RowAction("paper", "Look at the letter", "file-text", "P")
TOOK: Final = RowAction("took", "How was it taken?", "notebook-pen", "T", ActionShape.BUTTON)
TOOK_ANEW: Final = RowAction("took", "Say anew how it was taken", "notebook-pen", "T")
CONCEDE: Final = RowAction("concede", "Concession", "handshake", "C")
KEPT: Final = RowAction("kept", "Check-in made: they stay with it, kept", "circle-check", "K")
LOST: Final = RowAction("lost", "They left over it: lost", "log-out", "X")
REOPEN: Final = RowAction("reopen", "Open again", "undo-2", "R", ActionShape.BUTTON)
_WEEK_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
TAKEN_TONES: Final = {Taken.WELL: Tone.GOOD, Taken.NEUTRAL: Tone.NEUTRAL, Taken.BADLY: Tone.BAD}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a change: what it is, how large, and what it rests on."""

    name: str
    number: str
    remark: str


def status_of(shown: Shown) -> str:
    """Say where a change stands: that nobody knows of it yet, or since when customers do."""
    change, today = shown.change, shown.today
    day = short_day(change.effective, today)
    if change.ended_on is not None:
        return f"ended {short_day(change.ended_on, today)}"
    if change.announced_on is None:
        return f"Rehearsal: nobody is told of anything · takes effect {day}"
    return f"announced {short_day(change.announced_on, today)} · takes effect {day}"


def figures_of(shown: Shown) -> tuple[Figure, ...]:
    """Give the four figures above the list."""
    return _balance(shown) if shown.change.announced_on else _rehearsal(shown)


def _rehearsal(shown: Shown) -> tuple[Figure, ...]:
    called, letters = shown.called, shown.by_letter
    return (
        Figure(
            f"Touched: {_accounts(len(shown.hurt))}",
            money(shown, shown.total),
            f"a year, from purchases {days_of(shown)}",
        ),
        Figure(f"Called: {_accounts(len(called))}", money(shown, total_of(called)), _last_safe(shown)),
        Figure(f"By letter: {_accounts(len(letters))}", money(shown, total_of(letters)), "no step is planned"),
        _diary(shown),
    )


def _balance(shown: Shown) -> tuple[Figure, ...]:
    found = shown.balance
    closed = sum(each.touched is not None and each.touched.closed_on is not None for each in shown.hurt)
    return (
        Figure("Exposure a year", money(shown, found.exposure), f"{_accounts(len(shown.hurt))}, {closed} closed"),
        Figure("Kept", money(shown, found.kept), _still_open(shown)),
        Figure("Conceded a year", money(shown, found.conceded), "concessions that were accepted"),
        Figure("Lost of the exposure", money(shown, found.lost), _lost(shown)),
    )


def _still_open(shown: Shown) -> str:
    left = f"still open: {money(shown, shown.balance.open)}"
    return f"{left}; the concessions cost more than is kept" if shown.balance.kept < 0 else left


def _lost(shown: Shown) -> str:
    """Say what is lost besides the exposure: all that those who left spent."""
    spend = shown.balance.spend_lost
    return f"they spent {money(shown, spend)} a year in all" if spend else "nobody left over it"


def _diary(shown: Shown) -> Figure:
    late, full, calls = len(shown.diary.late), len(shown.diary.no_room), len(shown.called)
    if not calls:
        return Figure("Calls in the diary", "–", "nobody is called")
    number = "all fit" if shown.diary.fits else f"{calls - late - full} of {calls} fit"
    remarks = [f"{late} past the safe day" if late else "", f"{full} without room" if full else ""]
    said = ", ".join(each for each in remarks if each)
    basis = "beside the reviews that are booked, in the hours set"
    return Figure("Calls in the diary", number, said or basis)


def _last_safe(shown: Shown) -> str:
    days = [each.call_on for each in shown.called]
    if not days:
        return "nobody stands above the line"
    first, last = week_day(min(days), shown.today), week_day(max(days), shown.today)
    return f"last safe day {first}" if first == last else f"last safe days {first} to {last}"


def week_day(day: date, today: date) -> str:
    """Write a day with that of the week: "Fri 29 Jan 2027"."""
    return f"{_WEEK_DAYS[day.weekday()]} {short_day(day, today)}"


def days_of(shown: Shown) -> str:
    """Give the 12 months that the figures are of."""
    if shown.window is None:
        return "of 12 months"
    return f"{short_day(shown.window.start, shown.today)} to {short_day(shown.window.end, shown.today)}"


def reconciled(shown: Shown) -> str:
    """Say how the parts add up to all that is affected, and who is not in it."""
    if shown.change.announced_on is not None:
        return _settled(shown)
    called, letters = money(shown, total_of(shown.called)), money(shown, total_of(shown.by_letter))
    said = f"{called} called + {letters} by letter = {money(shown, shown.total)} for {_accounts(len(shown.hurt))}."
    return " ".join(each for each in (said, _left(shown.left_out, "left out"), _left(shown.without_rate, "not ranked"))
                    if each)  # fmt: skip


def _settled(shown: Shown) -> str:
    """Say how what was kept, conceded and lost adds up with what is open."""
    found = shown.balance
    parts = ((found.kept, "kept"), (found.conceded, "conceded"), (found.lost, "lost"), (found.open, "open"))
    said = " + ".join(f"{money(shown, amount)} {word}" for amount, word in parts)
    told = f"{said} = {money(shown, found.exposure)} a year for {_accounts(len(shown.hurt))}."
    since = ", ".join(shown.bought_since[:_NAMED])
    return f"{told} Bought it since and not told: {since}." if since else told


def _left(left: Sequence[NotTouched], word: str) -> str:
    if not left:
        return ""
    shown = "; ".join(f"{each.account}, {each.why}" for each in left[:_NAMED])
    more = f"; and {len(left) - _NAMED} more" if len(left) > _NAMED else ""
    return f"{_accounts(len(left))} {word}: {shown}{more}."


_NAMED: Final = 6


def line_words(shown: Shown) -> str:
    """Say where the line is drawn."""
    count = min(shown.change.called, len(shown.hurt))
    if not count:
        return "Nobody is called, all get a letter"
    called, letters = money(shown, total_of(shown.called)), money(shown, total_of(shown.by_letter))
    return f"The first {count} are called ({called}), the others get a letter ({letters}). T on a row draws it there."


def sections_of(shown: Shown) -> tuple[Section, ...]:
    """Give who is called and who gets a letter, in their order; what was closed comes last."""
    is_open = [each for each in shown.hurt if each.touched is None or each.touched.closed_on is None]
    parts = (
        ("Called in person", [each for each in is_open if each.is_called]),
        ("A letter", [each for each in is_open if not each.is_called]),
        ("Closed", [each for each in shown.hurt if each not in is_open]),
    )
    return tuple(
        Section(
            title, tuple(_row(shown, each) for each in rows), f"{len(rows):,} · {money(shown, total_of(tuple(rows)))}"
        )
        for title, rows in parts
        if rows
    )


def _row(shown: Shown, each: Hurt) -> Row:
    return Row(
        each.account_id, each.account, _meta(shown, each), tile=each.account, pills=_pills(each),
        time=short_day(each.call_on, shown.today) if each.is_called and not _is_closed(each) else "", wide_time=True,
        actions=_actions(shown, each), done=_is_closed(each),
    )  # fmt: skip


def _is_closed(each: Hurt) -> bool:
    return each.touched is not None and each.touched.closed_on is not None


def _meta(shown: Shown, each: Hurt) -> str:
    parts = [f"{money(shown, each.exposure)} a year, {each.share} % of their spend"]
    touched = each.touched
    if touched is not None and touched.concession:
        cost = f" for {money(shown, touched.cost)} a year" if touched.cost is not None else ""
        state = {True: "accepted", False: "not accepted", None: "offered"}[touched.accepted]
        parts.append(f"{touched.concession}{cost}, {state}")
    if touched is not None and touched.words:
        parts.append(f"“{touched.words}”")
    if touched is not None and touched.letter_on is not None:
        parts.append(f"letter {short_day(touched.letter_on, shown.today)}")
    return " · ".join([*parts, *([each.owner] if each.owner else [])])


def _pills(each: Hurt) -> tuple[PillText, ...]:
    touched = each.touched
    if touched is not None and touched.is_lost:
        return (PillText("lost", Tone.BAD),)
    if touched is not None and touched.taken is not None:
        return (PillText(f"taken {touched.taken.value}", TAKEN_TONES[touched.taken]),)
    late = (PillText("late", Tone.BAD),) if each.is_late else ()
    if touched is not None and touched.exposure is not None and touched.is_untold:
        late = (*late, PillText("no letter yet", Tone.WARN))
    full = () if each.has_room else (PillText("no room", Tone.WARN),)
    return (*late, *full, *(PillText(sign.value, Tone.WARN) for sign in each.signs))


def _actions(shown: Shown, each: Hurt) -> tuple[RowAction, ...]:
    if shown.change.announced_on is None:
        to_letter = each.touched is not None and each.touched.by_letter
        other = (LETTER,) if each.is_called else (CALL,) if to_letter else ()
        return (WHY, UP, DOWN, LINE, *other, PAPER)
    if shown.change.ended_on is not None:
        return (WHY, PAPER)
    if _is_closed(each):
        return (WHY, REOPEN)
    said = each.touched is not None and each.touched.taken is not None
    took = TOOK if each.is_called and not said else TOOK_ANEW
    return (took, CONCEDE, KEPT, LOST, PAPER, WHY)


def told_days(shown: Shown) -> str:
    """Say from when an announced change holds, and what notice was kept where an account has none of its own."""
    change = shown.change
    steps = [each for each in change.planned_steps if each.is_on]
    each_gets = f"{len(steps)} step{'' if len(steps) == 1 else 's'} for each who is called"
    day = short_day(change.effective, shown.today)
    return f"From {day} · {change.notice_days} days’ notice where an account has none of its own · {each_gets}"


def item_rows(shown: Shown) -> tuple[Row, ...]:
    """Give the items that change."""
    remove = (RowAction("remove", "Remove this item", "x", "X"),) if shown.change.announced_on is None else ()
    return tuple(
        Row(each.name, each.name, _item_meta(shown, each.replacement, each.price_now, each.price_then),
            icon="package", pills=(PillText(each.words, Tone.BAD if each.ends else Tone.ACCENT),), actions=remove)
        for each in shown.change.items
    )  # fmt: skip


def _item_meta(shown: Shown, replacement: str, now: object, then: object) -> str:
    prices = f"{money(shown, now)} → {money(shown, then)}" if now is not None and then is not None else ""
    return " · ".join(each for each in (f"instead: {replacement}" if replacement else "", prices) if each)


def money(shown: Shown, amount: object) -> str:
    """Write an amount to the cent."""
    return format_money(amount if isinstance(amount, Decimal) else Decimal(0), shown.currency).replace(" ", "\u00a0")


def _accounts(count: int) -> str:
    return f"{count:,} account{'' if count == 1 else 's'}"


def line_remark(line: Line) -> str:
    """Say of a change on the outreach how it stands: "in rehearsal", "3 to call", "4 check-ins left"."""
    if line.change.announced_on is None:
        return f"in rehearsal · touches {_accounts(line.accounts)}"
    if line.change.ended_on is not None:
        return "ended"
    letters = f" · {line.to_write:,} letter{'' if line.to_write == 1 else 's'} to write" if line.to_write else ""
    if line.to_call:
        return f"{line.to_call:,} still to call of {_accounts(line.accounts)}{letters}"
    return f"{line.to_close:,} check-in{'' if line.to_close == 1 else 's'} left of {_accounts(line.accounts)}{letters}"
