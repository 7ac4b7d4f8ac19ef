"""The cards of scores: NPS in its three views, and beside it CSAT and CES, each on its own scale."""

from collections.abc import Sequence
from typing import Final

from reviewdesk.desktop.insights.model import InsightColumn, InsightLine, Remark, Told, accounts, per_cent
from reviewdesk.desktop.widgets.margin_rows import MarginMark
from reviewdesk.desktop.widgets.mark_chart import Lead
from reviewdesk.desktop.widgets.row_bars import RowMark
from reviewdesk.domain.answer import Asked
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.scores import COUNTED_BELOW, Trend
from reviewdesk.services.account_columns import Holds
from reviewdesk.services.scores import NpsView, Scored, ScoreFigures

COLUMNS: Final = (
    InsightColumn("Account", width=14, stretches=True),
    InsightColumn("Asked", width=16, stretches=True),
    InsightColumn("Answer", Holds.COUNT, width=7),
    InsightColumn("Scale", width=6, gives_way=1),
    InsightColumn("Day", Holds.DAY, width=11),
)
_ARROWS: Final = {Trend.UP: "↑ ", Trend.DOWN: "↓ "}
_TAB: Final = "scores"


def nps_told(found: ScoreFigures) -> Told | None:
    """Say the three views of NPS; nothing where nobody was asked in the 12 months."""
    scored = found.of(Asked.RECOMMEND)
    if not scored:
        return None
    heard = found.by_revenue.now.heard_from
    share = f", {per_cent(heard)} of the revenue heard from" if heard is not None else ""
    views = (
        ("Per answer", found.by_answer, "each answer counts once"),
        ("Per account", found.by_account, "each account has one vote, the mean of its deciders"),
        ("By revenue", found.by_revenue, f"each account counts by its revenue{share}"),
    )
    return Told(
        sentence=f"Would recommend us, {_window(found)}: {found.by_answer.now.words}{_many(scored)}.",
        picture=tuple(_mark(name, view, how, scored) for name, view, how in views if view.now.n),
        lines=tuple(map(_line, scored)),
        remarks=(*_heard(share), Remark(_RULE)),
    )


def content_told(found: ScoreFigures) -> Told | None:
    """Say CSAT and CES; nothing where neither was asked in the 12 months."""
    content, ease = found.of(Asked.CONTENT), found.of(Asked.EASE)
    marks = []
    if found.csat.value is not None:
        label = f"{found.csat.value:.0f} % of {len(content):,}"
        marks.append(_bar("Content with us (CSAT)", float(found.csat.value) / 100, label, content))
    if found.ces.value is not None:
        label = f"{found.ces.value:.1f} of 7 from {len(ease):,}"
        marks.append(_bar("Easy to work with (CES)", (float(found.ces.value) - 1) / 6, label, ease))
    if not marks:
        return None
    return Told(
        sentence=f"{_window(found)}: {'; '.join(f'{each.name} {each.label}' for each in marks)}.",
        picture=tuple(marks),
        lines=tuple(map(_line, (*content, *ease))),
        remarks=(Remark(_SCALES),),
    )


_RULE: Final = (
    "9-10 would recommend us, 0-6 would not; the score is the difference in per cent, the whisker its margin. Below "
    f"{COUNTED_BELOW} there are counts and no score. An arrow stands only where the difference to the 12 months before "
    "exceeds both margins put together. Our own guesses never count."
)
_SCALES: Final = (
    "CSAT is the share of 4 and 5 on a scale of 1-5; CES the mean on 1-7, where high is easy. Different scales are "
    "never put together. Our own guesses never count."
)


def _window(found: ScoreFigures) -> str:
    return f"{short_day(found.start, found.end)} to {short_day(found.end, found.start)}"


def _many(scored: Sequence[Scored]) -> str:
    return f" at {accounts(len({each.answer.account_id for each in scored}))}"


def _heard(share: str) -> tuple[Remark, ...]:
    return (Remark(f"By revenue: {share.removeprefix(', ')}."),) if share else ()


def _mark(name: str, view: NpsView, how: str, scored: Sequence[Scored]) -> MarginMark:
    arrow = _ARROWS[view.trend] if view.trend is not None else ""
    went = f", {view.trend} on the 12 months before" if view.trend is not None else ""
    score, margin = view.now.score, view.now.margin
    return MarginMark(
        name=name,
        label=f"{arrow}{view.now.words}",
        said=f"{name}: {view.now.words}{went}; {how}",
        value=float(score) if score is not None else None,
        margin=float(margin) if margin is not None else None,
        lead=_lead(scored, f"Asked whether they would recommend us, {name.lower()}"),
    )


def _bar(name: str, share: float, label: str, scored: Sequence[Scored]) -> RowMark:
    said = f"{name}: {label} answers{_many(scored)}"
    return RowMark(name=name, value=share, label=label, said=said, lead=_lead(scored, f"Asked: {name}"))


def _lead(scored: Sequence[Scored], words: str) -> Lead:
    return Lead(tuple(dict.fromkeys(each.answer.account_id for each in scored)), words)


def _line(scored: Scored) -> InsightLine:
    answer = scored.answer
    cells = (scored.account, answer.asked.value, answer.value, answer.scale.value, answer.answered_on)
    return InsightLine(cells, Lead((answer.account_id,), tab=_TAB))
