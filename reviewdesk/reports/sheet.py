"""The frame around a document's pages: letter head, running header, footer, page count."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Any, Final, cast

from PIL import Image, UnidentifiedImageError
from reportlab.lib.utils import ImageReader
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from reviewdesk.domain.summary import CustomerSummary
from reviewdesk.reports.boxes import Stack, colour, draw_line, draw_stack, hairline, height_of
from reviewdesk.reports.lines import Run, Typesetter
from reviewdesk.reports.look import GUTTER, MARGIN, Look
from reviewdesk.reports.paper import Paper
from reviewdesk.reports.text import one_line
from reviewdesk.reports.words import Words

A4: Final = (595.2756, 841.8898)
LETTER: Final = (612.0, 792.0)
_HEAD: Final = 87.0
_RUNNING_HEAD: Final = 68.0
_FOOT: Final = 52.0
_TILE: Final = 26.0
_MOST_PIXELS: Final = 16_000_000
_ADDRESS: Final = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}\.[A-Za-z]{2,24}")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document's paper size, words and look."""

    summary: CustomerSummary
    words: Words
    look: Look
    setter: Typesetter
    size: tuple[float, float] = A4

    @property
    def width(self) -> float:
        """How wide text may be."""
        return self.size[0] - 2 * MARGIN

    def build(self, story: list[Flowable], closing: Sequence[tuple[float, Stack]]) -> tuple[bytes, tuple[str, ...]]:
        """Set the story on pages, the closing strip at the foot of the first; give file and template's words."""
        target = BytesIO()
        strip = max((height_of(stack) for _, stack in closing), default=0.0)
        first = self._template("first", _HEAD, strip + 22 if strip else 0, self._first_page)
        first.onPageEnd = partial(self._close_first_page, closing=closing)
        first.autoNextPageTemplate = "later"
        later = self._template("later", _RUNNING_HEAD, 0, self._later_page)
        document = BaseDocTemplate(target, pageTemplates=[first, later], **self._properties())
        document.build(story, canvasmaker=cast("Any", Paper))
        paper = cast("Paper", document.canv)
        return target.getvalue(), tuple(paper.own_words)

    def _properties(self) -> dict[str, Any]:
        summary = self.summary
        title = " · ".join(filter(None, (one_line(summary.account), one_line(summary.title), one_line(summary.period))))
        return {
            "pagesize": self.size, "title": title[:300], "author": one_line(summary.vendor.name)[:200],
            "subject": one_line(summary.title)[:200], "creator": "ReviewDesk", "producer": "ReviewDesk",
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
        paper.bookmark(one_line(self.summary.account)[:200], self.size[1], level=0)
        self._letter_head(paper)

    def _moment(self, *_now: float) -> str:
        """Say when it was made, from the value alone: noon (UTC) of the day it was finished, else held."""
        return f"D:{self.summary.finished_on or self.summary.held_on:%Y%m%d}120000+00'00'"

    def _close_first_page(self, paper: Paper, document: object, *, closing: Sequence[tuple[float, Stack]]) -> None:
        x = MARGIN
        top = _FOOT + 8 + max((height_of(stack) for _, stack in closing), default=0)
        for width, stack in closing:
            draw_stack(paper, stack, x, top, width)
            x += width + GUTTER
        self._foot(paper, document)

    def _later_page(self, paper: Paper, _: object) -> None:
        y = self.size[1] - 42
        name = self.look.label._replace(ink=self.look.label.ink._replace(size=8.5))
        self._line(paper, (Run(self.summary.account, name.ink),), MARGIN, y, self.width * 0.6)
        self._line_right(paper, self._occasion(), y, self.width * 0.38)
        hairline(paper, MARGIN, y - 10, self.width)

    def _letter_head(self, paper: Paper) -> None:
        top, vendor = self.size[1] - 35, self.summary.vendor
        text = MARGIN + self._mark(paper, top) + 9
        room = self.width * 0.55 - (text - MARGIN)
        lines = (Run(vendor.name, self.look.vendor.ink), top - 9.5), (Run(vendor.line, self.look.small.ink), top - 23)
        for run, y in lines:
            self._line(paper, (run,), text, y if vendor.line.strip() else top - 16.6, room)
        self._line_right(paper, self._occasion(), top - 9.5, self.width * 0.42)
        self._line_right(paper, self._edition(), top - 23, self.width * 0.42)
        hairline(paper, MARGIN, top - 36, self.width)

    def _mark(self, paper: Paper, top: float) -> float:
        """Draw the logo, or a tile with the sender's initial, and give its width."""
        logo = _picture(self.summary.branding.logo)
        if logo is not None:
            pixels = logo.getSize()
            scale = min(_TILE / pixels[1], 110 / pixels[0])
            width, height = pixels[0] * scale, pixels[1] * scale
            paper.drawImage(logo, MARGIN, top - (_TILE + height) / 2, width, height, mask="auto")
            return width
        if not one_line(self.summary.vendor.name):
            return 0.0
        paper.setFillColor(colour(self.look.primary))
        paper.roundRect(MARGIN, top - _TILE, _TILE, _TILE, 5.5, stroke=0, fill=1)
        ink = self.look.vendor.ink._replace(colour="#FFFFFF", size=14)
        initial = Run(one_line(self.summary.vendor.name)[:1].upper(), ink)
        line = self.setter.shortened((initial,), 4 * _TILE)
        if line and line.width < _TILE:
            draw_line(paper, line, MARGIN + (_TILE - line.width) / 2, top - _TILE / 2 - 5)
        return _TILE

    def _foot(self, paper: Paper, _: object) -> None:
        hairline(paper, MARGIN, 41, self.width)
        ink = self.look.small.ink._replace(size=7.9)
        vendor = self.summary.vendor
        name = self.summary.branding.footer or " ".join(filter(None, (one_line(vendor.name), one_line(vendor.line))))
        runs = [Run(name, ink)]
        email = one_line(self.summary.tell_us.email) if self.summary.tell_us else ""
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
        """Give what was held: "Quarterly review · 2026 Q4"."""
        parts = [part for part in (one_line(self.summary.title), one_line(self.summary.period)) if part]
        ink = self.look.small.ink
        if not parts:
            return [Run(self.words.day(self.summary.held_on), ink, own=True)]
        return [run for part in parts for run in (Run(" · ", ink, own=True), Run(part, ink))][1:]

    def _edition(self) -> list[Run]:
        summary, ink = self.summary, self.look.small.ink
        if summary.finished_on is None:
            return [Run(self.words["draft"], ink, own=True)]
        day = self.words.day(summary.finished_on)
        words = self.words.filled("finished", number=(str(summary.version), True), day=(day, True))
        return [Run(text, ink, own) for text, own in words]

    def _line(self, paper: Paper, runs: Sequence[Run], x: float, y: float, room: float) -> float:
        line = self.setter.shortened(runs, room)
        if line is None:
            return 0
        draw_line(paper, line, x, y)
        paper.note_own((line.words,))
        return line.width

    def _line_right(self, paper: Paper, runs: Sequence[Run], y: float, room: float) -> None:
        line = self.setter.shortened(runs, room)
        if line is not None:
            draw_line(paper, line, self.size[0] - MARGIN - line.width, y)
            paper.note_own((line.words,))


def _picture(logo: bytes | None) -> ImageReader | None:
    """Read a logo; one that is no PNG or JPEG, is broken or is far too large is left out."""
    if not logo:
        return None
    try:
        with Image.open(BytesIO(logo), formats=("PNG", "JPEG")) as image:
            if not 0 < image.width * image.height <= _MOST_PIXELS:
                return None
            image.load()
        return ImageReader(BytesIO(logo))
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError):
        return None
