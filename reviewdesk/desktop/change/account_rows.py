"""Announced changes as rows on the page of one account: what each comes to there, and what is still to be done."""

from collections.abc import Sequence

from reviewdesk.desktop.change.model import TAKEN_TONES
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_value import Row
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.money import format_money
from reviewdesk.services.change_values import TouchingChange


def touching_rows(found: Sequence[TouchingChange]) -> tuple[Row, ...]:
    """Give a row for each change that touches an account."""
    return tuple(_row(each) for each in found)


def _row(each: TouchingChange) -> Row:
    touched, parts = each.touched, []
    if touched.exposure is not None:
        parts.append(f"{format_money(touched.exposure, each.currency)} a year")
    if each.call_on is not None:
        parts.append(f"call by {short_day(each.call_on, each.today)}")
    elif touched.letter_on is not None:
        parts.append(f"letter {short_day(touched.letter_on, each.today)}")
    elif touched.is_untold:
        parts.append("no letter yet")
    if touched.concession:
        parts.append(touched.concession)
    late = each.call_on is not None and each.call_on < each.today
    pills = (PillText("late", Tone.BAD),) if late else ()
    if touched.taken is not None:
        pills = (PillText(f"taken {touched.taken.value}", TAKEN_TONES[touched.taken]),)
    return Row(each.change.id, each.change.name, " · ".join(parts), icon="megaphone", pills=pills)
