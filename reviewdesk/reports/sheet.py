"""The frame around a document's pages: letter head, running header, footer, page count."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Any, Final, NamedTuple, cast

from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from reviewdesk.domain.book import PaperSize
from reviewdesk.domain.words import Words
from reviewdesk.reports.boxes import Stack, draw_stack, hairline, height_of
from reviewdesk.reports.letter_head import LetterHead
from reviewdesk.reports.lines import Run, Typesetter
from reviewdesk.reports.look import GUTTER, MARGIN, Look
from reviewdesk.reports.page_frame import PageFrame
from reviewdesk.reports.page_lines import PageLines
from reviewdesk.reports.paper import Paper
from reviewdesk.reports.text import one_line

PAPER: Final = {PaperSize.A4: (595.2756, 841.8898), PaperSize.LETTER: (612.0, 792.0)}
_RUNNING_HEAD: Final = 68.0
_FOOT: Final = 52.0
_ADDRESS: Final = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}\.[A-Za-z]{2,24}")


class Built(NamedTuple):
    """A document's file, the pieces of its text that are the template's own, and how many pages it has."""

    pdf: bytes
    template: tuple[str, ...]
    pages: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document's words and look; its paper is what its branding says."""

    frame: PageFrame
    words: Words
    look: Look
    setter: Typesetter

    @property
    def size(self) -> tuple[float, float]:
        """How wide and how high the paper is, in points."""
        return PAPER[self.frame.branding.paper]

    @property
    def _lines(self) -> PageLines:
        return PageLines(self.frame, self.words, self.look, self.setter, self.size)

    @property
    def _letter_head(self) -> LetterHead:
        return LetterHead(self._lines, tuple(self._occasion()))

    @property
    def width(self) -> float:
        """How wide text may be."""
        return self.size[0] - 2 * MARGIN

    @property
    def first_room(self) -> float:
        """How much of the first page is left between its head and its foot."""
        return self.size[1] - self._letter_head.height - _FOOT

    def build(self, story: list[Flowable], closing: Sequence[tuple[float, Stack]] = ()) -> Built:
        """Set the story on pages, the closing strip at the foot of the first."""
        target = BytesIO()
        strip = max((height_of(stack) for _, stack in closing), default=0.0)
        first = self._template("first", self._letter_head.height, strip + 22 if strip else 0, self._first_page)
        first.onPageEnd = partial(self._close_first_page, closing=closing)
        first.autoNextPageTemplate = "later"
        later = self._template("later", _RUNNING_HEAD, 0, self._later_page)
        document = BaseDocTemplate(target, pageTemplates=[first, later], **self._properties())
        document.build(story, canvasmaker=cast("Any", Paper))
        paper = cast("Paper", document.canv)
        return Built(target.getvalue(), tuple(paper.own_words), paper.pages)

    def _properties(self) -> dict[str, Any]:
        frame = self.frame
        title = " · ".join(filter(None, (one_line(frame.account), one_line(frame.title), one_line(frame.period))))
        return {
            "pagesize": self.size, "title": title[:300], "author": one_line(frame.vendor.name)[:200],
            "subject": one_line(frame.title)[:200], "creator": "ReviewDesk", "producer": "ReviewDesk",
            "lang": self.words.language, "invariant": 1, "displayDocTitle": 1, "pageCompression": 1,
            "initialFontName": self.setter.fonts.main(self.look.body.ink.weight).name,
        }  # fmt: skip

    def _template(self, name: str, head: float, strip: float, draw: Any) -> PageTemplate:  # noqa: ANN401
        height = self.size[1] - head - _FOOT - strip
        frame = Frame(MARGIN, _FOOT + strip, self.width, height, 0, 0, 0, 0, id=name)
        return PageTemplate(id=name, frames=[frame], onPage=draw, onPageEnd=cast("Any", self._foot))

    def _first_page(self, paper: Paper, _: object) -> None:
        paper.setDateFormatter(self._moment)
        paper.draw_count = self._draw_count
        paper.bookmark(one_line(self.frame.account)[:200], self.size[1], level=0)
        self._letter_head.draw(paper)

    def _moment(self, *_now: float) -> str:
        """Say when it was made, from the value alone: noon (UTC) of its day."""
        return f"D:{self.frame.made_on:%Y%m%d}120000+00'00'"

    def _close_first_page(self, paper: Paper, document: object, *, closing: Sequence[tuple[float, Stack]]) -> None:
        x = MARGIN
        top = _FOOT + 8 + max((height_of(stack) for _, stack in closing), default=0)
        for width, stack in closing:
            draw_stack(paper, stack, x, top, width)
            x += width + GUTTER
        self._foot(paper, document)

    def _later_page(self, paper: Paper, _: object) -> None:
        self._running_head(paper, self.frame.account)

    def _running_head(self, paper: Paper, *names: str) -> None:
        """Write one name, or the first and the last with a dash between them, each in its own direction."""
        y, x = self.size[1] - 42, MARGIN
        ink = self.look.label.ink._replace(size=8.5)
        for at, name in enumerate(names):
            x += self._line(paper, (Run("–", ink, own=True),), x + 4, y, 20) + 8 if at else 0
            x += self._line(paper, (Run(name, ink),), x, y, self.width * 0.6 / len(names) - 10 * (len(names) - 1))
        self._line_right(paper, self._occasion(), y, self.width * 0.38)
        hairline(paper, MARGIN, y - 10, self.width)

    def _foot(self, paper: Paper, _: object) -> None:
        hairline(paper, MARGIN, 41, self.width)
        ink = self.look.small.ink._replace(size=7.9)
        vendor = self.frame.vendor
        name = self.frame.branding.footer or " ".join(filter(None, (one_line(vendor.name), one_line(vendor.line))))
        runs = [*self._lines.label(7.9), Run(name, ink)]
        email = one_line(self.frame.email)
        if email:
            runs += [Run(" · ", ink, own=True), Run(email, ink)]
        width = self._line(paper, runs, MARGIN, 28, self.width * 0.8)
        if _ADDRESS.fullmatch(email):
            start = MARGIN + width - self.setter.natural_width((runs[-1],))
            paper.linkURL(f"mailto:{email}", (start, 25, MARGIN + width, 37))
        paper.place_count()

    def _draw_count(self, paper: Paper, page: int, pages: int) -> None:
        ink = self.look.small.ink._replace(size=7.9)
        words = self.words.filled("page", page=(str(page), True), all=(str(pages), True))
        self._line_right(paper, [Run(text, ink, own) for text, own in words], 28, self.width * 0.2)

    def _occasion(self) -> list[Run]:
        return self._lines.occasion()

    def _line(self, paper: Paper, runs: Sequence[Run], x: float, y: float, room: float) -> float:
        return self._lines.line(paper, runs, x, y, room)

    def _line_right(self, paper: Paper, runs: Sequence[Run], y: float, room: float) -> None:
        self._lines.line_right(paper, runs, y, room)
