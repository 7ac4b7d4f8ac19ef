"""One account as its page shows it: words, rows, bars and the fields that are typed."""

from datetime import date

from reviewdesk.desktop.account.words import MONTHS, long_day, percent
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.tabs import Tab
from reviewdesk.domain.account import Account, AccountStatus, Tier
from reviewdesk.domain.intervals import DueState, counted_days, short_day
from reviewdesk.services import concern_links, said_before
from reviewdesk.services.account_values import AccountBrief

Brief = AccountBrief
Echo = said_before.Echo
LinkedConcern = concern_links.LinkedConcern
SaidBefore = said_before.SaidBefore


def tabs_of(brief: AccountBrief, *, asked: str = "") -> tuple[Tab, ...]:
    """Give the tabs that have something on them or something to add to, and the one that is asked for."""
    found = [
        Tab("overview", "Overview"),
        Tab("people", "People", len(brief.people)),
        Tab("reviews", "Reviews", len(brief.reviews)) if brief.reviews else None,
        Tab("concerns", "Concerns", len(brief.open_concerns)) if brief.concerns or asked == "concerns" else None,
        Tab("follow_ups", "Follow-ups", len(brief.open_follow_ups))
        if brief.follow_ups or asked == "follow_ups"
        else None,
        Tab("details", "Details"),
    ]
    return tuple(each for each in found if each is not None)


def has_revenue(brief: AccountBrief) -> bool:
    """Say whether it bought anything in these two years."""
    return brief.revenue is not None and bool(brief.revenue.year or brief.revenue.before)


def status_of(brief: AccountBrief) -> str:
    """Say in one line what the account is to us."""
    account = brief.account
    position = f"{account.supplier_position} supplier" if account.supplier_position else ""
    others = len(account.rivals)
    if position and others:
        position += f", with {others} other{'' if others == 1 else 's'}"
    parts = (
        account.status.value if account.status is not AccountStatus.ACTIVE else "",
        account.industry,
        ", ".join(each for each in (account.city, account.country) if each),
        f"part of {brief.parent.name}" if brief.parent else "",
        position,
        brief.contract.status if brief.contract else "",
        brief.owner.name if brief.owner else "",
    )
    return " · ".join(each for each in parts if each)


def start_words(brief: AccountBrief) -> str:
    """Say what the button of the page does: start, open or plan the review, or ask why they left."""
    due = brief.next_review
    if is_left(brief) and (due is None or due.state is not DueState.BOOKED):
        return "Why did they leave?"
    if due is None or due.state is not DueState.BOOKED:
        return "Plan review"
    if due.day == brief.today:
        clock = due.words.removeprefix("Today ")
        return "Start review" if clock == "booked" else f"Start review, {clock}"
    return f"Open review, {short_day(due.day, brief.today)}"


def is_left(brief: AccountBrief) -> bool:
    """Say whether the account was lost, so that no review of it is due."""
    return brief.account.status is AccountStatus.LOST and brief.account.lost_on is not None


def start_icon(words: str) -> str:
    """Give the icon beside these words on the button of the page."""
    if words.startswith("Why"):
        return "log-out"
    return "play" if words.startswith("Start") else "calendar-check" if words.startswith("Open") else "calendar-plus"


def glance_of(brief: AccountBrief, by_rule: Tier | None = None) -> tuple[tuple[str, str, Tone | None], ...]:
    """Give what is known at a glance: a label, words, and whether they press; `by_rule` where that is known."""
    account, stands, due = brief.account, brief.standing, brief.next_review
    tones = {DueState.LATE: Tone.BAD, DueState.OVER: Tone.WARN, DueState.SOON: Tone.WARN}
    spoke = stands.last_contact
    days = "never" if spoke is None else "today" if spoke == brief.today else f"{_days_since(brief, spoke)} ago"
    quiet = stands.is_quiet(brief.today)
    found = [
        ("Next review", due.words if due else "none", tones.get(due.state) if due else None),
        ("Review every", "month" if brief.months == 1 else f"{brief.months} months", None),
        ("Last spoke", f"{days}, gone quiet" if quiet else days, Tone.WARN if quiet else None),
        ("Tier", tier_words(brief.account, by_rule), None),
        ("Customer since", long_day(account.customer_since), None),
        ("From", ", ".join(brief.sources), None),
    ]
    return tuple(each for each in found if each[1])


def tier_words(account: Account, by_rule: Tier | None) -> str:
    """Say the tier, why it is that, and what the rule would say where it says something else."""
    if account.tier is None:
        return f"none, would be {by_rule} now" if by_rule else ""
    would_be = f", the rule says {by_rule}" if by_rule not in (None, account.tier) else ""
    because = f", set by hand: {account.tier_reason}" if account.tier_is_pinned else ""
    return f"{account.tier}{because}{would_be}"


def kept_words(brief: AccountBrief) -> str:
    """Say how many of our promises were kept: "ours kept: 71 % of 7 since May"."""
    share = brief.kept.share
    if share is None:
        return ""
    return f"ours kept: {percent(share)} of {brief.kept.ended} since {MONTHS[brief.kept.since.month - 1]}"


def _days_since(brief: AccountBrief, day: date) -> str:
    return counted_days((brief.today - day).days)
