"""How feedback forms and what came back in them are said in a list."""

from collections.abc import Iterator

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction
from reviewdesk.domain.answer import SCALES, Asked
from reviewdesk.domain.feedback import FilledIn, FormKind, Quoting, asked_by
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.scores import PASSIVE_FROM, PROMOTER_FROM
from reviewdesk.services.form_values import FormRow

AGAIN, MAIL, PDF, TYPE, REMOVE = "again", "mail", "pdf", "type", "remove"
_ASK_AGAIN = RowAction(AGAIN, "Ask again", "mail", "", ActionShape.BUTTON)
_MAIL = RowAction(MAIL, "Mail draft", "mail")
_PDF = RowAction(PDF, "As PDF", "file-text")
_TYPE = RowAction(TYPE, "Type in the answers", "pencil", "F2")
_REMOVE = RowAction(REMOVE, "Wait for it no more", "trash-2", "Del")


def form_row(row: FormRow) -> Row:
    """Give a form as a row: for whom, since when it is out, or who answered it."""
    form = row.form
    since = short_day(form.issued_on, row.today)
    about = f"after the review of {short_day(row.met_on, row.today)}" if row.met_on else ""
    again = f"asked again on {short_day(form.asked_again_on, row.today)}" if form.asked_again_on else ""
    out = f"out since {since}" if not form.is_answered else _answered(row)
    meta = " · ".join(each for each in (form.kind.value, about, out, again, form.code) if each)
    actions = (*((_ASK_AGAIN,) if row.may_ask_again else (_MAIL,)), _PDF, _TYPE, _REMOVE)
    return Row(form.id, row.who or "Nobody in particular", meta, tile=row.who, pills=(_state(row),), actions=actions)


def _answered(row: FormRow) -> str:
    days = sorted({each.answered_on for each in row.form.returns})
    names = ", ".join(each.name for each in row.form.returns if each.name and each.name != row.who)
    on = f"answered on {short_day(days[-1], row.today)}"
    return f"{on} by {names}" if names else on


def _state(row: FormRow) -> PillText:
    if row.form.is_answered:
        count = len(row.form.returns)
        return PillText("answered" if count == 1 else f"{count} answered", Tone.GOOD)
    return PillText(f"{row.days_out} days without an answer" if row.may_ask_again else "waiting", Tone.NEUTRAL)


def answer_rows(filled: FilledIn, kind: FormKind) -> Iterator[Row]:
    """Give each answer as a row."""
    for asked in asked_by(kind):
        if asked in filled.scores or asked in filled.matters:
            value, matters = filled.scores.get(asked), filled.matters.get(asked)
            highest = SCALES[asked].highest
            meta = f"matters {matters} of {highest} to them" if matters is not None else ""
            pills = (PillText(f"{value} of {highest}", tone_of(asked, value)),) if value is not None else ()
            yield Row(asked.value, asked.value[:1].upper() + asked.value[1:], meta, pills=pills)
    if filled.feelings:
        yield Row(
            "felt", "The meeting was", pills=tuple(PillText(each.value, Tone.NEUTRAL) for each in filled.feelings)
        )


def tone_of(asked: Asked, value: int) -> Tone:
    """Colour what says by itself whether it is good: only a score of 0-10 does."""
    if asked is not Asked.RECOMMEND:
        return Tone.NEUTRAL
    return Tone.GOOD if value >= PROMOTER_FROM else Tone.WARN if value >= PASSIVE_FROM else Tone.BAD


def quoting_words(filled: FilledIn) -> str:
    """Say whether their words may be printed."""
    said = {
        Quoting.NO: "They do not want to be quoted, so what they would tell a colleague stays here.",
        Quoting.UNNAMED: "They may be quoted without their name.",
        Quoting.NAMED: "They may be quoted with their name.",
    }
    return (
        said[filled.quoting] if filled.quoting else "They did not say whether they may be quoted, so it is not printed."
    )
