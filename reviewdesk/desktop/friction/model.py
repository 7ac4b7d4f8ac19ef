"""What the page Friction shows: how each process stands, whom it hurts, and what is done about it."""

from datetime import date
from typing import Final

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.mark_chart import Lead
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_value import Row, RowAction
from reviewdesk.domain import friction_things
from reviewdesk.domain.concern import CLOSED_STAGES, Concern
from reviewdesk.domain.friction import Decision
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.money import format_money
from reviewdesk.services import concern_links, friction_values

Shown = friction_values.Frictions
Known = friction_values.ShownFriction
Hurt = friction_values.HurtIn
Often = friction_things.Often
Found = concern_links.LinkedConcern
ROWS: Final = 5
OPEN: Final = RowAction("open", "Open", "chevron-right")
UNLINK: Final = RowAction("unlink", "Unlink", "x", "U")
_TONES: Final = {Decision.KEEP: Tone.NEUTRAL, Decision.CHANGE: Tone.ACCENT, Decision.DROP: Tone.GOOD}
_GRAVE: Final = 3


def pill_of(shown: Known, of: Shown) -> PillText:
    """Say what was decided, or that it waits."""
    one = shown.friction
    if one.decision is not None:
        return PillText(one.decision.value, _TONES[one.decision])
    late = "to decide, its day has passed" if one.due is not None else "to decide, over 30 days"
    return PillText(late, Tone.BAD) if one.is_overdue(of.today) else PillText("to decide", Tone.WARN)


def known_words(shown: Known, of: Shown) -> str:
    """Say since when it is noted, whom it hurts, and what that costs."""
    one = shown.friction
    parts = [f"noted {short_day(one.noted_on, of.today)}"]
    if one.decided_on is not None:
        parts.append(f"decided {short_day(one.decided_on, of.today)}")
    if not shown.concerns:
        return " · ".join((*parts, "no concern belongs to it"))
    money = format_money(shown.revenue, of.currency, short=True)
    lacking = f" ({_counted(shown.without_revenue, 'account')} without)" if shown.without_revenue else ""
    hurt = f"{_counted(shown.concerns, 'concern')} at {_counted(len(shown.account_ids), 'account')}"
    parts.append(f"{hurt} with {money} of revenue{lacking}")
    if shown.cost or shown.without_rate:
        unknown = f" and {shown.without_rate:,} in a currency without a rate" if shown.without_rate else ""
        parts.append(f"cost us {format_money(shown.cost, of.currency, short=True)}{unknown}")
    return " · ".join(parts)


def step_words(shown: Known, of: Shown) -> str:
    """Say what is done about it by when and by whom, or what a day still waits for; nothing without a day."""
    step = shown.step
    if step is None:
        waits = shown.friction.due is not None and shown.friction.to_do
        return "The follow-up is made with the first concern that belongs to it." if waits else ""
    if step.ended_on is not None:
        return f"{step.what}: {step.ending} on {short_day(step.ended_on, of.today)}"
    by = f" by {short_day(step.due, of.today)}" if step.due is not None else ""
    who = f", waits on {shown.waits_on}" if shown.waits_on else ""
    return f"Follow-up: {step.what}{by}{who}"


def link_words(shown: Known) -> str:
    """Say that a concern can be linked, and how many sound like it."""
    if not shown.like:
        return "Link a concern…"
    return f"Link a concern ({'1 sounds' if shown.like == 1 else f'{shown.like:,} sound'} like it)…"


def often_words(often: Often) -> str:
    """Say what many concerns are about: "Invoice: 22 concerns at 14 accounts"."""
    at = f"{_counted(often.concerns, 'concern')} at {_counted(often.accounts, 'account')}"
    return f"{often.thing.capitalize()}: {at}"


def day_words(day: date | None) -> str:
    """Write a day as it can be read again: "31 Mar 2027"."""
    return "" if day is None else f"{day.day} {day:%b} {day.year}"


def lead_of(shown: Known) -> Lead:
    """Lead to all concerns that belong to it."""
    words = f"Hurt by {shown.friction.process}"
    return Lead(shown.account_ids, words, concern_ids=tuple(each.concern.id for each in shown.hurt))


def hurt_row(hurt: Hurt, today: date) -> Row:
    """Show a concern that belongs to it, and why it does."""
    why = "names it" if hurt.names_it else "linked by hand"
    return _row(hurt.concern, hurt.account, why, today, (OPEN, UNLINK))


def found_row(found: Found, today: date) -> Row:
    """Show a concern that can be linked."""
    return _row(found.concern, found.account, "", today, ())


def _row(concern: Concern, account: str, why: str, today: date, actions: tuple[RowAction, ...]) -> Row:
    tone = Tone.BAD if concern.severity >= _GRAVE else Tone.WARN
    meta = (account, f"raised {short_day(concern.raised_on, today)}", concern.stage.value, why)
    return Row(
        concern.id, f"“{concern.words.strip('“”')}”", " · ".join(each for each in meta if each), tile=account,
        pills=(PillText(f"severity {concern.severity}", tone),), actions=actions, done=concern.stage in CLOSED_STAGES,
    )  # fmt: skip


def _counted(count: int, word: str) -> str:
    return f"1 {word}" if count == 1 else f"{count:,} {word}s"
