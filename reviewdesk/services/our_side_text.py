"""The Monday page as text, to be read, copied into a mail, or printed."""

from collections.abc import Iterator, Sequence
from datetime import date

from reviewdesk.domain.intervals import counted_days, short_day
from reviewdesk.domain.our_side import Changed, MondayPage, Promised

NOTHING = "Nothing changed, nobody is at risk, and nothing is promised for this week."


def monday_text(page: MondayPage) -> str:
    """Write the page; a part with nothing in it is left out."""
    days = f"{short_day(page.since, page.today)} to {short_day(page.until, page.today)}"
    parts = [part for part in _parts(page) if part[1]]
    written = ["\n".join((f"{title}:", *(f"- {each}" for each in lines))) for title, lines in parts]
    return "\n\n".join((f"{page.book}, {days}. For our side only.", *(written or [NOTHING])))


def _parts(page: MondayPage) -> Iterator[tuple[str, Sequence[str]]]:
    today = page.today
    yield "What changed", [changed_words(each, today) for each in page.changed]
    risks = [f"{each.account} ({each.health}, basis {each.basis}): {'; '.join(each.reasons)}" for each in page.at_risk]
    yield "At risk, and why", risks
    yield "What we promised", [promised_words(each, today) for each in page.promised]
    yield "Promises that ended", [f"{each.account}: {each.what}, {each.ending}" for each in page.ended]
    yield "This week", [f"{each.account}: {each.words}" for each in page.ahead]
    yield "Gone quiet", [f"{each.account}: {counted_days(each.days)} without contact" for each in page.silent]


def changed_words(changed: Changed, today: date) -> str:
    """Say one change with its account and its day."""
    on = f", {short_day(changed.on, today)}" if changed.on else ""
    return f"{changed.account}: {changed.words}{on}"


def promised_words(promised: Promised, today: date) -> str:
    """Say one promise with its account, its day and who owes it."""
    due = f", by {short_day(promised.due, today)}" if promised.due else ""
    late = f", {counted_days((today - promised.due).days)} over" if promised.is_late and promised.due else ""
    return f"{promised.account}: {promised.what}{due}{late}{f' ({promised.owner})' if promised.owner else ''}"
