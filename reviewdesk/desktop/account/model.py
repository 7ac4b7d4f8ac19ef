"""One account as its page shows it: words, rows, bars and the fields that are typed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.charts import Bar
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import Section
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction
from reviewdesk.desktop.widgets.tabs import Tab
from reviewdesk.domain.account import Account, AccountStatus, ReasonToStay, SupplierPosition
from reviewdesk.domain.concern import SEVERITIES, Concern
from reviewdesk.domain.follow_up import Ending, FollowUp, Side, WaitsOn
from reviewdesk.domain.intervals import DueState, counted_days, short_day
from reviewdesk.domain.money import format_money
from reviewdesk.domain.people import Part, Person, Stance
from reviewdesk.services.account_revenue import RevenueFigures
from reviewdesk.services.account_values import AccountBrief

_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_GRAVE: Final = 3
_THOUSAND: Final = 1000


@dataclass(frozen=True, slots=True)
class Detail:
    """One field of an account or a person that is typed: its name in the record, its label, a hint, and choices."""

    name: str
    label: str
    hint: str = ""
    choices: tuple[str, ...] = ()


def _words(choices: type[StrEnum]) -> tuple[str, ...]:
    return ("", *(each.value for each in choices))


DETAILS: Final[tuple[tuple[str, tuple[Detail, ...]], ...]] = (
    (
        "The company",
        (
            Detail("name", "Name"),
            Detail("industry", "Industry"),
            Detail("website", "Website"),
            Detail("phones", "Telephone", "several with commas"),
            Detail("street", "Street"),
            Detail("postal_code", "Postal code"),
            Detail("city", "City"),
            Detail("country", "Country"),
            Detail("language", "Language"),
            Detail("time_zone", "Time zone", "Europe/Berlin"),
            Detail("employees", "Employees"),
            Detail("annual_revenue", "Their own turnover"),
            Detail("tags", "Tags", "several with commas"),
        ),
    ),
    (
        "With us",
        (
            Detail("owner", "Owner"),
            Detail("status", "Status", choices=tuple(each.value for each in AccountStatus)),
            Detail("customer_since", "Customer since", "26 Nov 2016"),
            Detail("currency", "Currency", "EUR"),
            Detail("interval_months", "Review every … months", "as its tier asks"),
            Detail("first_review_due", "First review due", "31 Mar 2027"),
            Detail("last_review_before", "Last review before this book"),
            Detail("last_contact_before", "Last spoke before this book"),
            Detail("lines_bought", "Product lines bought", "several with commas"),
        ),
    ),
    (
        "Why they stay",
        (
            Detail("supplier_position", "We are their supplier", choices=_words(SupplierPosition)),
            Detail("share_of_wallet", "Our share of what they buy, %"),
            Detail("reason_to_stay", "First reason to stay", choices=_words(ReasonToStay)),
            Detail("rivals", "Rivals", "several with commas"),
            Detail("contract_end", "Contract ends", "31 Mar 2027"),
            Detail("notice_days", "Notice period in days"),
            Detail("renewal_agreed_on", "Renewal agreed on"),
            Detail("price_notice_days", "Notice of a price change in days"),
        ),
    ),
)
PERSON_DETAILS: Final[tuple[Detail, ...]] = (
    Detail("name", "Name"),
    Detail("role", "Role"),
    Detail("phone", "Telephone"),
    Detail("email", "E-mail"),
    Detail("part", "Part played", choices=_words(Part)),
    Detail("cares_about", "Cares about"),
    Detail("stance", "Stance, for our side only", "They may ask to see it.", choices=_words(Stance)),
    Detail("influence", "Influence, 1 to 5"),
    Detail("left_on", "Left on", "3 Oct 2026"),
)


def text_of(record: Account | Person, name: str) -> str:
    """Write the value of a field as it is typed."""
    value = getattr(record, name)
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
    if isinstance(value, tuple):
        return ", ".join(value)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def tabs_of(brief: AccountBrief) -> tuple[Tab, ...]:
    """Give the tabs that have something on them or something to add to."""
    found = [
        Tab("overview", "Overview"),
        Tab("people", "People", len(brief.people)),
        Tab("reviews", "Reviews", len(brief.reviews)) if brief.reviews else None,
        Tab("concerns", "Concerns", len(brief.open_concerns)) if brief.concerns else None,
        Tab("follow_ups", "Follow-ups", len(brief.open_follow_ups)) if brief.follow_ups else None,
        Tab("spoke", "Contacts", len(brief.contacts)) if brief.contacts else None,
        Tab("revenue", "Revenue") if has_revenue(brief) else None,
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
    notice = account.notice_date if account.renewal_agreed_on is None else None
    parts = (
        account.status.value if account.status is not AccountStatus.ACTIVE else "",
        account.industry,
        ", ".join(each for each in (account.city, account.country) if each),
        f"part of {brief.parent.name}" if brief.parent else "",
        position,
        f"contract notice by {short_day(notice, brief.today)}" if notice else "",
        brief.owner.name if brief.owner else "",
    )
    return " · ".join(each for each in parts if each)


def start_words(brief: AccountBrief) -> str:
    """Say what the button of the page does: start, open or plan the review."""
    due = brief.next_review
    if due is None or due.state is not DueState.BOOKED:
        return "Plan review"
    if due.day == brief.today:
        clock = due.words.removeprefix("Today ")
        return "Start review" if clock == "booked" else f"Start review, {clock}"
    return f"Open review, {short_day(due.day, brief.today)}"


def glance_of(brief: AccountBrief) -> tuple[tuple[str, str, Tone | None], ...]:
    """Give what is known at a glance: a label, words, and whether they press."""
    account, stands, due = brief.account, brief.standing, brief.next_review
    tones = {DueState.LATE: Tone.BAD, DueState.OVER: Tone.WARN, DueState.SOON: Tone.WARN}
    spoke = stands.last_contact
    days = "never" if spoke is None else "today" if spoke == brief.today else f"{_days_since(brief, spoke)} ago"
    quiet = stands.is_quiet(brief.today)
    found = [
        ("Next review", due.words if due else "none", tones.get(due.state) if due else None),
        ("Review every", "month" if brief.months == 1 else f"{brief.months} months", None),
        ("Last spoke", f"{days}, gone quiet" if quiet else days, Tone.WARN if quiet else None),
        ("Tier", tier_words(brief), None),
        ("Customer since", _long(account.customer_since), None),
        ("From", ", ".join(brief.sources), None),
    ]
    return tuple(each for each in found if each[1])


def tier_words(brief: AccountBrief) -> str:
    """Say the tier, why it is that, and what the rule would say."""
    account = brief.account
    if account.tier is None:
        return f"none, would be {brief.by_rule} now" if brief.by_rule else ""
    would_be = f", the rule says {brief.by_rule}" if brief.by_rule is not account.tier else ""
    because = f", set by hand: {account.tier_reason}" if account.tier_is_pinned else ""
    return f"{account.tier}{because}{would_be}"


def promises_of(brief: AccountBrief) -> tuple[Row, ...]:
    """Give the open promises of both sides."""
    return tuple(step_row(each, brief) for each in brief.open_follow_ups if each.is_promise)


def kept_words(brief: AccountBrief) -> str:
    """Say how many of our promises were kept: "ours kept: 71 % of 7 since May"."""
    share = brief.kept.share
    if share is None:
        return ""
    return f"ours kept: {_percent(share)} of {brief.kept.ended} since {_MONTHS[brief.kept.since.month - 1]}"


def step_row(step: FollowUp, brief: AccountBrief) -> Row:
    """Give one follow-up with what can be done with it."""
    whose = (
        (PillText(step.side.value, Tone.ACCENT if step.side is Side.OURS else Tone.WARN),) if step.is_promise else ()
    )
    if not step.is_open:
        return Row(step.id, step.what, f"{step.ending}, {_long(step.ended_on)}", pills=whose, done=True)
    over = step.is_late(brief.today)
    due = PillText(
        _due(step, brief.today), Tone.BAD if over else Tone.WARN if step.due == brief.today else Tone.NEUTRAL
    )
    tick = RowAction("done", "Done", shortcut="D", shape=ActionShape.TICK)
    return Row(
        step.id,
        step.what,
        _about(step, brief),
        pills=(*whose, due),
        actions=(tick, RowAction("move", "Move", "calendar-clock", "M")),
    )


def steps_of(brief: AccountBrief) -> tuple[Section, ...]:
    """Give all follow-ups: what is to be done, then what has ended, the newest first."""
    ended = sorted((each for each in brief.follow_ups if not each.is_open), key=_ended, reverse=True)
    found = (("To be done", brief.open_follow_ups), ("Ended", tuple(ended)))
    return tuple(
        Section(title, tuple(step_row(each, brief) for each in steps), f"{len(steps)}")
        for title, steps in found
        if steps
    )


def concern_row(concern: Concern, brief: AccountBrief) -> Row:
    """Give one concern with its severity."""
    tone = Tone.BAD if concern.severity >= _GRAVE else Tone.WARN
    by = (
        f"{concern.team} owe a plan by {short_day(concern.plan_due, brief.today)}"
        if concern.plan_due and concern.team
        else ""
    )
    raised = f"raised {short_day(concern.raised_on, brief.today)}"
    meta = " · ".join(each for each in (SEVERITIES[concern.severity], concern.stage.value, by, raised) if each)
    words = concern.words.strip('“”"')
    pill = PillText(f"severity {concern.severity}", tone) if concern.is_open else PillText(concern.stage.value)
    return Row(concern.id, f"“{words}”", meta, pills=(pill,), done=not concern.is_open)


def concerns_of(brief: AccountBrief) -> tuple[Section, ...]:
    """Give all concerns, the open ones first."""
    closed = tuple(each for each in brief.concerns if not each.is_open)
    found = (("Open", brief.open_concerns), ("Closed", closed))
    return tuple(
        Section(title, tuple(concern_row(each, brief) for each in some), f"{len(some)}")
        for title, some in found
        if some
    )


def people_rows(people: Iterable[Person]) -> tuple[Row, ...]:
    """Give people with how to reach them."""
    return tuple(_person(each) for each in people)


def reviews_of(brief: AccountBrief) -> tuple[Row, ...]:
    """Give the reviews, the newest first."""
    rows = []
    for each in brief.reviews:
        day = short_day(each.day, brief.today) if each.day else "no day yet"
        lines = "" if not each.lines else "1 line of notes" if each.lines == 1 else f"{each.lines} lines of notes"
        title = (
            f"{each.kind.value.capitalize()} review, {each.period}"
            if each.period
            else f"{each.kind.value.capitalize()} review"
        )
        meta = " · ".join(part for part in (day, "by call" if each.by_call else each.place, lines) if part)
        tone = Tone.GOOD if each.is_held else Tone.ACCENT if each.is_open else Tone.NEUTRAL
        rows.append(Row(each.id, title, meta, pills=(PillText(each.state.value, tone),)))
    return tuple(rows)


def contacts_of(brief: AccountBrief) -> tuple[Row, ...]:
    """Give the contacts made, the newest first."""
    names = {each.id: each.name for each in (*brief.people, *brief.people_gone)}
    return tuple(
        Row(
            each.id,
            each.words or each.channel.value.capitalize(),
            " · ".join(
                part
                for part in (
                    _long(each.made_on),
                    each.channel.value,
                    names.get(each.person_id) if each.person_id else "",
                )
                if part
            ),
        )
        for each in brief.contacts
    )


def revenue_title(figures: RevenueFigures) -> str:
    """Say the revenue of the year: "Revenue, € 214k in 12 months"."""
    return f"Revenue, {format_money(figures.year, figures.currency, short=True)} in 12 months"


def revenue_remark(figures: RevenueFigures) -> str:
    """Say how it changed, in which unit the bars are, and what is left out."""
    trend = figures.trend
    change = "" if trend is None else f"{_signed(trend)} on the 12 before"
    unit = f"{'thousands of ' if _in_thousands(figures) else ''}{figures.currency} a month"
    left_out = f"without {', '.join(figures.unconverted)}, which has no rate" if figures.unconverted else ""
    return " · ".join(each for each in (change, unit, left_out) if each)


def bars_of(figures: RevenueFigures) -> tuple[Bar, ...]:
    """Give one bar a month; the first, the largest and the last carry their figure."""
    unit = _THOUSAND if _in_thousands(figures) else 1
    largest = max(range(len(figures.months)), key=lambda at: figures.months[at].amount)
    labelled = {0, largest, len(figures.months) - 1}
    return tuple(
        Bar(
            _MONTHS[each.month.month - 1],
            float(each.amount),
            f"{(each.amount / unit).quantize(Decimal(1), ROUND_HALF_UP):,}" if at in labelled else "",
            unfinished=not each.is_whole,
        )
        for at, each in enumerate(figures.months)
    )


def products_of(figures: RevenueFigures) -> tuple[tuple[str, str, float], ...]:
    """Give each product with its amount and its share of the year."""
    return tuple(
        (
            name or "Without a product",
            format_money(amount, figures.currency, short=True),
            float(amount / figures.year) if figures.year > 0 else 0.0,
        )
        for name, amount in figures.products
    )


def _in_thousands(figures: RevenueFigures) -> bool:
    return max(abs(each.amount) for each in figures.months) >= 10 * _THOUSAND


def _person(person: Person) -> Row:
    part = person.part.value if person.part else ""
    cares = f"cares about {person.cares_about}" if person.cares_about else ""
    left = f"left {_long(person.left_on)}" if person.left_on else ""
    title = f"{person.name} · {person.role}" if person.role else person.name
    meta = " · ".join(each for each in (left, part, person.phone, cares) if each)
    call = (RowAction("call", "Call", "phone", "C"),) if person.phone and not left else ()
    mail = (RowAction("mail", "Write a mail", "mail", "E"),) if person.email and not left else ()
    return Row(person.id, title, meta, tile=person.name, actions=(*call, *mail), done=bool(left))


def _about(step: FollowUp, brief: AccountBrief) -> str:
    ours = {each.id: each.name for each in brief.colleagues}
    theirs = {each.id: each.name for each in (*brief.people, *brief.people_gone)}
    who = ours.get(step.colleague_id, "a colleague") if step.colleague_id else "a colleague"
    waits = {
        WaitsOn.COLLEAGUE: f"waits on {who}",
        WaitsOn.CUSTOMER: f"waits on {theirs.get(step.person_id, 'them') if step.person_id else 'them'}",
    }.get(step.waits_on, "")
    said = f"said {short_day(step.said_on, brief.today)}" if step.said_on else ""
    snoozed = step.snoozed_until is not None and step.snoozed_until > brief.today
    rests = f"rests until {short_day(step.snoozed_until, brief.today)}" if snoozed and step.snoozed_until else ""
    return " · ".join(each for each in (waits, said, rests) if each)


def _due(step: FollowUp, today: date) -> str:
    if step.due is None:
        return "no date"
    if step.due < today:
        return f"{counted_days((today - step.due).days)} over"
    return "Today" if step.due == today else short_day(step.due, today)


def _ended(step: FollowUp) -> tuple[date, str]:
    return step.ended_on or date.min, step.ending or Ending.DROPPED


def _days_since(brief: AccountBrief, day: date) -> str:
    return counted_days((brief.today - day).days)


def _long(day: date | None) -> str:
    return "" if day is None else f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _percent(share: Decimal) -> str:
    return f"{(share * 100).quantize(Decimal(1), ROUND_HALF_UP)} %"


def _signed(change: Decimal) -> str:
    whole = change.quantize(Decimal(1), ROUND_HALF_UP)
    return f"+{whole} %" if whole > 0 else f"{whole} %".replace("-", "−")
