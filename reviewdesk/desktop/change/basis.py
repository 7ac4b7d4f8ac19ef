"""What the figures of a change rest on, said on demand: of one account, and of all of them with who is not in it."""

from collections.abc import Iterable

from reviewdesk.desktop.change.model import Shown, days_of, money, week_day
from reviewdesk.domain.change_exposure import AT_LEAST, Sign
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.planned_change import ChangingItem
from reviewdesk.services.change_values import Hurt


def basis_of(shown: Shown, each: Hurt) -> tuple[str, ...]:
    """Say how the figures of one account are worked out, a line for each step."""
    lines = [f"Purchases {days_of(shown)}, net of credits:"]
    for item in each.items:
        spent = money(shown, item.spent)
        if item.item.percent is None:
            lines.append(f"{item.item.name}: discontinued, so all of {money(shown, item.exposed)}")
        else:
            by = _by_price(shown, item.item) if item.item.is_by_price else item.item.words
            lines.append(f"{item.item.name}: {spent} × {by} = {money(shown, item.exposed)}")
    lines.append(
        f"Together {money(shown, each.exposure)} of {money(shown, each.spend)} that they spend: {each.share} %"
    )
    lines += [f"{sign.value.capitalize()}: {each.why[sign]}" if sign in each.why else sign.value.capitalize()
              for sign in each.signs]  # fmt: skip
    days = f"{each.notice_days} days’ notice" + (f", at least {AT_LEAST}" if each.notice_days < AT_LEAST else "")
    lines.append(
        f"Call by {week_day(each.call_by, shown.today)}: {short_day(shown.change.effective, shown.today)} less {days}"
    )
    if each.call_on != each.call_by:
        lines.append(f"No work is done on that day: {week_day(each.call_on, shown.today)}")
    lines += [_step(shown, one) for one in each.steps]
    if each.day is not None:
        lines.append(f"The diary has room on {short_day(each.day, shown.today)}")
    ranked = f"{len(each.signs)} of these apply: {', '.join(Sign)}; then the share of their spend"
    by_hand = each.touched is not None and each.touched.place is not None and shown.change.announced_on is None
    return (*lines, f"Place {each.place}: {'moved by hand' if by_hand else ranked}")


def _step(shown: Shown, step: FollowUp) -> str:
    """Say how a step stands: "Check in 90 days after the change: 30 Aug 2027, open"."""
    day = short_day(step.due, shown.today) if step.due is not None else "no date"
    state = step.ending.value if step.ending is not None else "late" if step.is_late(shown.today) else "open"
    return f"{step.what.partition(':')[0]}: {day}, {state}"


def _by_price(shown: Shown, item: ChangingItem) -> str:
    return f"({money(shown, item.price_now)} → {money(shown, item.price_then)}, {item.words})"


def basis_of_all(shown: Shown) -> tuple[str, ...]:
    """Say what the figures of all rest on, and name everybody who is not in them with the reason."""
    signs = ", ".join(each.value for each in Sign)
    until = short_day(shown.window.end, shown.today) if shown.window else short_day(shown.today, shown.today)
    exposure = (
        f"Exposure: what each bought of the items {days_of(shown)}, net of credits, × the per cent; all of it where an "
        "item is discontinued. Each item of each account is rounded to the cent."
    )
    order = (
        f"Order: how many of these apply: {signs}; then the exposure as a share of all they spend. A row you move "
        "keeps its place."
    )
    diary = (
        "Diary: each call gets the last working day with room up to its safe day, in the diary of the account's owner, "
        "beside booked reviews, the calls about other changes and follow-ups with minutes, within the hours a week."
    )
    rates = f"Other currencies count at your rates of {until}, in {shown.currency}."
    call = f"Call by: the day it takes effect less the notice of the account, at least {AT_LEAST} days."
    rules = exposure, rates, order, call, diary
    late = _named("Past the safe day", (each.account for each in shown.hurt if each.account_id in shown.diary.late))
    full = _named("Without room", (each.account for each in shown.hurt if each.account_id in shown.diary.no_room))
    out = tuple(f"Left out: {each.account}, {each.why}" for each in shown.left_out)
    unrated = tuple(f"Not ranked: {each.account}, {each.why}" for each in shown.without_rate)
    return (*rules, *late, *full, *out, *unrated)


def _named(word: str, names: Iterable[str]) -> tuple[str, ...]:
    said = ", ".join(names)
    return (f"{word}: {said}",) if said else ()
