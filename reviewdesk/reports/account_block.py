"""One account of the portfolio: how it stands and why, what worries it, and what we promised it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final, cast

from reportlab.platypus import Flowable

from reviewdesk.domain.account import Tier
from reviewdesk.domain.boss_documents import AccountBlock, BossConcern, BossPromise
from reviewdesk.domain.summary import Tone
from reviewdesk.reports.account_facts import facts_row
from reviewdesk.reports.boss_setup import NOBODY, and_more, as_sentence, said
from reviewdesk.reports.boxes import Align
from reviewdesk.reports.later_story import Marked, kept_together
from reviewdesk.reports.lines import Run
from reviewdesk.reports.look import GUTTER, Style
from reviewdesk.reports.our_side import cut_words
from reviewdesk.reports.paper import Paper
from reviewdesk.reports.section import Cell, Field, Setup
from reviewdesk.reports.table import Column, Rows, Section

MOST_LISTED: Final = 6
_LONGEST: Final = 200
_LONGEST_NAME: Final = 100
_WHOLE_SHARE: Final = 0.42
_LEAST: Final = 150.0
_BEFORE: Final = 24.0
_NAME_SIZE: Final = 12.4
_CONCERNS: Final = (Field("worries", 400, flexible=True),)
_PROMISES: Final = (Field("what", 400, flexible=True), Field("by", 62, align=Align.RIGHT))


class Head(Section):
    """The head of an account, which tells when it is drawn and is led to from the contents and the outline."""

    def __init__(self, rows: Rows, key: str, names: Sequence[str], begun: Callable[[str], None]) -> None:
        """Head an account; the last of the names is its own, one before it begins a tier; a link names the `key`."""
        super().__init__(rows, before=_BEFORE)
        self._key, self._names, self._begun = key, names, begun

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: ARG002, N803
        """Stay whole."""
        return []

    def draw(self) -> None:
        """Draw it, with its entry in the outline."""
        paper = cast("Paper", self.canv)
        *above, name = self._names
        for each in above:
            paper.bookmark(each, self.height, level=1)
        paper.bookmark(name, self.height, level=2, key=self._key)
        self._begun(name)
        super().draw()


class BlockSetter:
    """Sets the accounts of a portfolio one by one; `begun` and `ended` hear when one is drawn."""

    def __init__(self, setup: Setup, currency: str, begun: Callable[[str], None], ended: Callable[[], None]) -> None:
        """Set them in this currency."""
        self._setup, self._currency = setup, currency
        self._begun, self._ended = begun, ended

    def story(self, block: AccountBlock, revenue: int | None, *, first: bool) -> list[Flowable]:
        """Give the block of an account, kept together as far as that leaves no page half empty.

        `first` says that it is the first of its tier, which has an entry of its own in the outline.
        """
        setup = self._setup
        parts = [self._head(block, first=first), *facts_row(setup, block, revenue, self._currency), *self._told(block)]
        most = setup.sheet.size[1] * _WHOLE_SHARE
        return [*kept_together(parts, setup.sheet.width, most=most, least=_LEAST), Marked(self._ended)]

    def _head(self, block: AccountBlock, *, first: bool) -> Flowable:
        setup, name = self._setup, cut_words(block.line.name, _LONGEST_NAME) or NOBODY
        tier = tier_named(setup, block.line.tier)
        beside = " · ".join(filter(None, (tier, cut_words(block.line.owner, 40))))
        widths = (setup.sheet.width * 0.66, setup.sheet.width * 0.34 - GUTTER)
        style = Style(setup.look.long_title.ink._replace(size=_NAME_SIZE), _NAME_SIZE * 1.3)
        row = (
            setup.stack(style, (Run(name, style.ink),), widths[0]),
            setup.stack(setup.look.small, (Run(beside, setup.look.small.ink),), widths[1], Align.RIGHT),
        )
        columns = (Column(widths[0]), Column(widths[1], Align.RIGHT))
        rows = Rows(columns, (row,), gap=GUTTER, pad=0, ruled=False)
        return Head(rows, key_of(block), (tier, name) if first else (name,), self._begun)

    def _told(self, block: AccountBlock) -> Iterator[Flowable]:
        """Give what weighs on it, then concerns and promises side by side."""
        setup = self._setup
        if block.reasons:
            yield from self._why(block)
        half = (setup.sheet.width - GUTTER) / 2
        worries = self._worries(block)
        sides = [side(half) for side in (worries, self._promises(block)) if side]
        if worries and len(sides) == 1:
            sides = [worries(setup.sheet.width)]
        if sides:
            yield Section(*sides, gap=GUTTER, before=8)
        elif not block.reasons:
            small = setup.look.small
            yield from setup.prose(small, (Run(setup.words["nothing open"], small.ink, own=True),), before=6)

    def _why(self, block: AccountBlock) -> list[Flowable]:
        look = self._setup.look
        reasons = cut_words(as_sentence("; ".join(block.reasons)), 2 * _LONGEST)
        label = look.label.ink._replace(size=look.cell.ink.size)
        runs = (Run(f"{self._setup.words['weighs']}  ", label, own=True), Run(reasons, look.cell.ink))
        return self._setup.prose(look.cell, runs, before=7)

    def _worries(self, block: AccountBlock) -> Callable[[float], Rows] | None:
        title = said(self._setup, "worries", n=f"{len(block.concerns):,}")
        rows = [self._concern(each) for each in block.concerns[:MOST_LISTED]]
        return self._side(_CONCERNS, rows, title, len(block.concerns))

    def _promises(self, block: AccountBlock) -> Callable[[float], Rows] | None:
        late = sum(each.is_late for each in block.promises)
        key = "promises of late" if late else "promises of"
        title = said(self._setup, key, n=f"{len(block.promises):,}", late=f"{late:,}")
        rows = [self._promise(each) for each in block.promises[:MOST_LISTED]]
        return self._side(_PROMISES, rows, title, len(block.promises))

    def _side(
        self, fields: Sequence[Field], rows: Sequence[tuple[Cell, ...]], title: str, count: int
    ) -> Callable[[float], Rows] | None:
        if not rows:
            return None

        def set_at(width: float) -> Rows:
            setup = self._setup
            ink = setup.look.label.ink
            table = and_more(setup, setup.table(fields, rows, width, heads=False), count - len(rows))
            return replace(setup.titled(table, (Run(title, ink, own=True),)), title="", pad=3.4)

        return set_at

    def _concern(self, concern: BossConcern) -> tuple[Cell, ...]:
        setup = self._setup
        raised = said(setup, "raised", day=setup.words.short_day(concern.raised_on))
        parts = (setup.words[f"severity {concern.severity}"], concern.stage, raised, cut_words(concern.owner, 40))
        words = cut_words(concern.words, _LONGEST) or NOBODY
        return (Cell(f"“{words}”", below=" · ".join(filter(None, parts))),)

    def _promise(self, promise: BossPromise) -> tuple[Cell, ...]:
        look = self._setup.look
        day = self._setup.words.short_day(promise.due) if promise.due else ""
        what = Cell(cut_words(promise.what, _LONGEST) or NOBODY, below=cut_words(promise.owner, 40))
        return what, Cell(day, look.toned(Tone.BAD) if promise.is_late else look.quiet)


def key_of(block: AccountBlock) -> str:
    """Give what the contents name an account by."""
    return f"account-{block.id.hex}"


def tier_named(setup: Setup, tier: Tier | None) -> str:
    """Name a tier, or that there is none."""
    return said(setup, "tier of", tier=tier) if tier else setup.words["tier none"]
