"""The Monday page on paper: what changed, who is at risk and why, what was promised; read in three minutes."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Final, NamedTuple

from reportlab.platypus import Flowable

from reviewdesk.domain.adding_up import whole_amounts
from reviewdesk.domain.boss_documents import PrintedMonday
from reviewdesk.domain.follow_up import Ending
from reviewdesk.domain.health_settings import Band
from reviewdesk.domain.our_side import AtRisk, Changed, ChangeKind, MondayPage, Promised
from reviewdesk.domain.summary import Tone
from reviewdesk.reports.boss_setup import (
    BAR,
    NOBODY,
    Figure,
    Framed,
    and_more,
    as_sentence,
    bold,
    boss_sheet,
    listed,
    money,
    said,
    score_bar,
    sentence,
    strip,
)
from reviewdesk.reports.boxes import Align
from reviewdesk.reports.lines import Run
from reviewdesk.reports.look import GUTTER, Style
from reviewdesk.reports.our_side import Letters, cut_words, title_of
from reviewdesk.reports.section import Cell, Field, Setup
from reviewdesk.reports.table import Rows, Section


class _Try(NamedTuple):
    """How many pages are allowed, and how much is said on them."""

    pages: int
    most: Letters


_TRIES: Final = (
    _Try(1, Letters(16, 240)),
    _Try(1, Letters(10, 200)),
    _Try(1, Letters(7, 160)),
    _Try(1, Letters(5, 130)),
    _Try(2, Letters(12, 160)),
    _Try(2, Letters(8, 120)),
    _Try(2, Letters(6, 90)),
    _Try(2, Letters(3, 60)),
    _Try(2, Letters(1, 24)),
    _Try(2, Letters(1, 4)),
)
_LONGEST_NAME: Final = 64
_RISK: Final = (
    Field("account", 130, flexible=True),
    Field("", BAR, least=BAR),
    Field("health", 62),
    Field("basis", 62),
    Field("revenue", 92, align=Align.RIGHT),
    Field("why", 190, flexible=True),
)
_CHANGED: Final = (
    Field("account", 130, flexible=True),
    Field("what", 330, flexible=True),
    Field("on", 56, align=Align.RIGHT),
)
_PROMISED: Final = (
    Field("what", 250, flexible=True),
    Field("account", 130, flexible=True),
    Field("owner", 88, least=70),
    Field("by", 58, align=Align.RIGHT, least=44),
    Field("state", 78, least=62),
)
_AHEAD: Final = (Field("account", 130, flexible=True), Field("what", 150, flexible=True))
_TONE_OF_ENDING: Final = {
    Ending.KEPT.value: Tone.GOOD, Ending.KEPT_LATE.value: Tone.WARN, Ending.BROKEN.value: Tone.BAD
}  # fmt: skip


def render_monday(value: PrintedMonday, fonts: Path) -> bytes:
    """Set the page, two at most; what there is no room for is counted. The same value gives the same bytes."""
    page = value.page
    framed = Framed(value.vendor, value.branding, cut_words(page.book, _LONGEST_NAME), "Monday page", page.today)
    setup = Setup(boss_sheet(framed, fonts))
    for pages, most in _TRIES[:-1]:
        built = setup.sheet.build(list(_page(setup, page, most)))
        if built.pages <= pages:
            return built.pdf
    return setup.sheet.build(list(_page(setup, page, _TRIES[-1].most))).pdf


def _page(setup: Setup, page: MondayPage, most: Letters) -> Iterator[Flowable]:
    words = setup.words
    monday = page.today - timedelta(days=page.today.weekday())
    days = {"since": words.short_day(page.since), "until": words.short_day(page.until)}
    book = cut_words(page.book, min(_LONGEST_NAME, most.of_a_line))
    yield from title_of(setup, said(setup, "week of", day=words.day(monday)), (book, said(setup, "days told", **days)))
    yield strip(setup, tuple(_figures(setup, page)))
    told = (*filter(None, _parts(setup, page, most)), *_beside(setup, page, most))
    yield from told or sentence(setup, words["quiet week"])


def _figures(setup: Setup, page: MondayPage) -> Iterator[Figure]:
    day = setup.words.short_day(page.until)
    known, all_of_them = sum(_amounts(page).values()), f"{page.accounts:,}"
    with_money = {"all": all_of_them, "money": money(setup, known, page.currency)} if known else {"all": all_of_them}
    key = "at risk money" if known else "at risk count"
    yield Figure(f"{len(page.at_risk):,}", said(setup, key, **with_money))
    late, kept = sum(each.is_late for each in page.promised), sum(each.ending == Ending.KEPT for each in page.ended)
    yield Figure(f"{late:,}", _of_all(setup, "late count", len(page.promised), day=day))
    if page.ended:
        yield Figure(f"{kept:,}", _of_all(setup, "kept count", len(page.ended)))
    key = "review count" if len(page.ahead) == 1 else "reviews count"
    yield Figure(f"{len(page.ahead):,}", said(setup, key, day=day))


def _of_all(setup: Setup, key: str, count: int, **values: str) -> str:
    return said(setup, f"{key} one" if count == 1 else key, all=f"{count:,}", **values)


def _amounts(page: MondayPage) -> dict[int, int]:
    """Give the revenue at risk in whole units by its place, so that the lines add up to the sum."""
    known = [(place, each.revenue) for place, each in enumerate(page.at_risk) if each.revenue is not None]
    amounts = whole_amounts(amount for _, amount in known)
    return dict(zip((place for place, _ in known), amounts, strict=True))


def _parts(setup: Setup, page: MondayPage, most: Letters) -> Iterator[Section | None]:
    until, since = setup.words.short_day(page.until), setup.words.short_day(page.since)
    changed = [_changed(setup, each, most) for each in page.changed]
    yield _part(setup, _CHANGED, changed, setup.words["changed part"], most, heads=False)
    yield _at_risk(setup, page, most)
    promised = [_promised(setup, page, each, most) for each in page.promised]
    yield _part(setup, _PROMISED, promised, said(setup, "promised part", day=until), most)
    ended = [_promised(setup, page, each, most) for each in sorted(page.ended, key=_misses_first)]
    yield _part(setup, _PROMISED, ended, said(setup, "ended part", day=since), most, heads=not promised)


def _part(
    setup: Setup, fields: Sequence[Field], cells: Sequence[tuple[Cell, ...]], title: str, most: Letters,
    *, heads: bool = True,
) -> Section | None:  # fmt: skip
    if not cells:
        return None
    rows = setup.table(fields, cells[: most.lines], setup.sheet.width, heads=heads)
    return listed(and_more(setup, rows, len(cells[most.lines :])), setup, title)


def _changed(setup: Setup, changed: Changed, most: Letters) -> tuple[Cell, ...]:
    style = setup.look.toned(Tone.BAD) if changed.kind is ChangeKind.LOST else setup.look.cell
    day = setup.words.short_day(changed.on) if changed.on else ""
    return (_name(setup, changed.account, most), Cell(cut_words(changed.words, most.of_a_line), style),
            Cell(day, setup.look.quiet))  # fmt: skip


def _name(setup: Setup, account: str, most: Letters) -> Cell:
    return Cell(cut_words(account, min(_LONGEST_NAME, most.of_a_line)) or NOBODY, bold(setup.look))


def _at_risk(setup: Setup, page: MondayPage, most: Letters) -> Section | None:
    """Set who is at risk, the worst first, and below them what they bring in together."""
    if not page.at_risk:
        return None
    amounts, shown = _amounts(page), page.at_risk[: most.lines]
    cells = [_risk(setup, page, each, amounts.get(place), most) for place, each in enumerate(shown)]
    sums = list(_sums(setup, page, amounts, len(shown))) if amounts and len(page.at_risk) > 1 else []
    rows = setup.table(_RISK, (*cells, *sums), setup.sheet.width)
    more = 0 if sums else len(page.at_risk) - len(shown)
    return listed(and_more(setup, rows, more), setup, setup.words["risk part"])


def _sums(setup: Setup, page: MondayPage, amounts: Mapping[int, int], shown: int) -> Iterator[tuple[Cell, ...]]:
    """Give what those bring in who are not listed, and what all do."""
    left = len(page.at_risk) - shown
    if left:
        rest = sum(amount for place, amount in amounts.items() if place >= shown)
        yield _sum(said(setup, "and more", n=f"{left:,}"), money(setup, rest, page.currency), setup.look.quiet)
    total = money(setup, sum(amounts.values()), page.currency)
    yield _sum(setup.words["all together"], total, bold(setup.look))


def _sum(words: str, amount: str, style: Style) -> tuple[Cell, ...]:
    return Cell(words, style, own=True), Cell(), Cell(), Cell(), Cell(amount, style), Cell()


def _risk(setup: Setup, page: MondayPage, risk: AtRisk, amount: int | None, most: Letters) -> tuple[Cell, ...]:
    look = setup.look
    revenue = setup.words["no rate"] if risk.lacks_rate else "–"
    return (
        _name(setup, risk.account, most),
        score_bar(risk.health, Band.AT_RISK),
        Cell(f"{risk.health} at risk", look.toned(Tone.BAD)),
        Cell(said(setup, "of 100", basis=str(risk.basis)), look.quiet),
        Cell(money(setup, amount, page.currency), look.cell) if amount is not None else Cell(revenue, look.quiet),
        Cell(cut_words(as_sentence("; ".join(risk.reasons)), most.of_a_line)),
    )


def _promised(setup: Setup, page: MondayPage, promised: Promised, most: Letters) -> tuple[Cell, ...]:
    look = setup.look
    return (
        Cell(cut_words(promised.what, most.of_a_line)),
        Cell(cut_words(promised.account, min(_LONGEST_NAME, most.of_a_line)), look.quiet),
        Cell(cut_words(promised.owner, min(40, most.of_a_line)), look.quiet),
        Cell(setup.words.short_day(promised.due) if promised.due else ""),
        _state(setup, page, promised),
    )


def _state(setup: Setup, page: MondayPage, promised: Promised) -> Cell:
    if promised.ending:
        return Cell(promised.ending.capitalize(), setup.look.toned(_TONE_OF_ENDING[promised.ending]))
    if not promised.is_late or promised.due is None:
        return Cell()
    days = (page.today - promised.due).days
    return Cell(said(setup, "day over" if days == 1 else "days over", n=f"{days:,}"), setup.look.toned(Tone.BAD))


def _misses_first(promised: Promised) -> int:
    return [Ending.BROKEN.value, Ending.KEPT_LATE.value, Ending.KEPT.value].index(promised.ending)


def _beside(setup: Setup, page: MondayPage, most: Letters) -> Iterator[Flowable]:
    """Set the reviews ahead and who has gone quiet side by side; one alone takes the whole width."""
    until = said(setup, "ahead part", day=setup.words.short_day(page.until))
    ahead = [
        (_name(setup, each.account, most), Cell(cut_words(as_sentence(each.words), most.of_a_line)))
        for each in page.ahead
    ]
    silent = [(_name(setup, each.account, most), Cell(_days(setup, each.days))) for each in page.silent]
    there = [(title, cells) for title, cells in ((until, ahead), (setup.words["silent part"], silent)) if cells]
    width = setup.sheet.width if len(there) == 1 else (setup.sheet.width - GUTTER) / 2
    sides = [_side(setup, title, cells, width, most) for title, cells in there]
    if sides:
        yield Section(*sides, gap=GUTTER)


def _days(setup: Setup, days: int) -> str:
    return said(setup, "day without" if days == 1 else "days without", n=f"{days:,}")


def _side(setup: Setup, title: str, cells: Sequence[tuple[Cell, ...]], width: float, most: Letters) -> Rows:
    rows = and_more(setup, setup.table(_AHEAD, cells[: most.lines], width, heads=False), len(cells[most.lines :]))
    return setup.titled(rows, (Run(title, setup.look.heading.ink, own=True),))
