"""The head of a document's first page: our logo and name, what it is, the customer's logo, and who prepared it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reviewdesk.reports.boxes import colour, draw_line, hairline
from reviewdesk.reports.lines import Run
from reviewdesk.reports.look import HAIRLINE, MARGIN, ON_PRIMARY
from reviewdesk.reports.page_lines import PageLines
from reviewdesk.reports.paper import Paper
from reviewdesk.reports.pictures import Picture, Room, picture_of
from reviewdesk.reports.text import one_line

_TOP: Final = 35.0
_BAND: Final = 26.0
_RULE: Final = 36.0
_HEIGHT: Final = 87.0
_PREPARED: Final = 19.0
_TILE: Final = 26.0
_CORNER: Final = 5.5
_NEXT_TO: Final = 9.0
_APART: Final = 13.0
_LOGO: Final = Room(height=30, width=132, area=2300)
_SMALL_LOGO: Final = Room(height=12, width=54, area=380)
# A logo as long as this has the name in it.
_LETTERING: Final = 2.4


@dataclass(frozen=True, slots=True)
class LetterHead:
    """What stands above the first page's text; `occasion` says what the document is."""

    page: PageLines
    occasion: tuple[Run, ...] = ()

    @property
    def height(self) -> float:
        """How much of the page it takes, from the upper edge on."""
        return _HEIGHT + (_PREPARED if self._prepared() else 0)

    def draw(self, paper: Paper) -> None:
        """Draw it on a page."""
        top = self.page.size[1] - _TOP
        theirs = picture_of(self.page.frame.branding.their_logo)
        right = self._their_logo(paper, theirs, top) if theirs else 0.0
        free = self.page.width - right
        named = self._sender(paper, top, free)
        self._what_it_is(paper, top, right, free - named - _APART)
        hairline(paper, MARGIN, top - _RULE, self.page.width)
        self._who_prepared(paper, top - _RULE - 17.5)

    def _their_logo(self, paper: Paper, picture: Picture, top: float) -> float:
        """Draw the customer's logo at the right, and give the room it takes."""
        width, height = picture.size_in(_LOGO)
        edge = self.page.size[0] - MARGIN
        picture.draw(paper, edge - width, top - (_BAND + height) / 2, width)
        if self.occasion or self.page.edition():
            line = edge - width - _APART
            paper.setStrokeColor(colour(HAIRLINE))
            paper.setLineWidth(0.7)
            paper.line(line, top - _BAND, line, top)
        return width + 2 * _APART

    def _sender(self, paper: Paper, top: float, free: float) -> float:
        """Draw our logo, or a tile with our initial, and our name beside it; give the room both take."""
        look, vendor = self.page.look, self.page.frame.vendor
        logo = picture_of(self.page.frame.branding.logo)
        taken = self._our_logo(paper, logo, top) if logo else self._tile(paper, top)
        if logo is not None and logo.ratio >= _LETTERING:
            return taken
        lines = [Run(vendor.name, look.vendor.ink), Run(vendor.line, look.small.ink)]
        lines = [each for each in lines if one_line(each.text)]
        text = MARGIN + taken + (_NEXT_TO if taken else 0)
        room = max(free * 0.56 - (text - MARGIN), 60)
        heights = [top - 9.5, top - 23] if len(lines) == 2 else [top - 16.6]
        widths = [self.page.line(paper, (run,), text, y, room) for run, y in zip(lines, heights, strict=False)]
        return text - MARGIN + max(widths, default=0.0)

    def _our_logo(self, paper: Paper, picture: Picture, top: float) -> float:
        width, height = picture.size_in(_LOGO)
        picture.draw(paper, MARGIN, top - (_BAND + height) / 2, width)
        return width

    def _tile(self, paper: Paper, top: float) -> float:
        look, name = self.page.look, one_line(self.page.frame.vendor.name)
        if not name:
            return 0.0
        paper.setFillColor(colour(look.primary))
        paper.roundRect(MARGIN, top - _TILE, _TILE, _TILE, _CORNER, stroke=0, fill=1)
        initial = Run(name[:1].upper(), look.vendor.ink._replace(colour=ON_PRIMARY, size=14))
        line = self.page.setter.shortened((initial,), 4 * _TILE)
        if line and line.width < _TILE:
            draw_line(paper, line, MARGIN + (_TILE - line.width) / 2, top - _TILE / 2 - 5)
        return _TILE

    def _what_it_is(self, paper: Paper, top: float, right: float, room: float) -> None:
        self.page.line_right(paper, self.occasion, top - 9.5, room, right)
        self.page.line_right(paper, self.page.edition(), top - 23, room, right)

    def _prepared(self) -> Sequence[Run]:
        """Say "Prepared by Marlow & Partners for Northgate"."""
        page, ink = self.page, self.page.look.small.ink
        by, sender = one_line(page.frame.branding.prepared_by), one_line(page.frame.vendor.name)
        if not by:
            return ()
        key = "prepared for" if sender and sender != by else "prepared"
        words = page.words.filled(key, by=(by, False), sender=(sender, False))
        return [Run(text, ink, own) for text, own in words]

    def _who_prepared(self, paper: Paper, y: float) -> None:
        runs = self._prepared()
        if not runs:
            return
        picture, x = picture_of(self.page.frame.branding.prepared_logo), MARGIN
        if picture is not None:
            width, height = picture.size_in(_SMALL_LOGO)
            picture.draw(paper, x, y + 3 - height / 2, width)
            x += width + 6
        self.page.line(paper, runs, x, y, self.page.width - (x - MARGIN))
