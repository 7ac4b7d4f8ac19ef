"""Draws a cleaned SVG on a page as the lines and fills it is made of."""

import logging
from collections.abc import Mapping
from io import BytesIO
from typing import Any, Final

from reportlab.graphics.renderPDF import _PDFRenderer
from reportlab.graphics.shapes import Drawing
from svglib.svglib import SvgRenderer

from reviewdesk.domain.errors import RefusedError
from reviewdesk.reports.paper import Paper
from reviewdesk.reports.svg_cleaning import cleaned_svg, parsed_svg

# What a drawing that was let through may still break.
_BREAKS: Final = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
_LARGEST_SIDE: Final = 1e6
_FONT: Final = frozenset({"fontName", "fontSize"})


class _Pen(_PDFRenderer):
    """Draws shapes and sets no font, for a logo has none and a font that is set stands in the file."""

    def applyStateChanges(self, delta: Mapping[str, Any], newState: Any) -> None:  # noqa: ANN401, N802, N803
        """Set what changed of colours, lines and place."""
        super().applyStateChanges({key: each for key, each in delta.items() if key not in _FONT}, newState)


def drawing_of(content: bytes) -> Drawing:
    """Make a drawing of an SVG.

    Raises:
        RefusedError: it is hostile or broken, or nothing would be seen of it.
    """
    logging.getLogger("svglib.svglib").setLevel(logging.CRITICAL)
    root = parsed_svg(cleaned_svg(content))
    try:
        drawing = SvgRenderer("").render(root)
        left, bottom, right, top = drawing.getBounds()
        _try_out(drawing)
    except _BREAKS as error:
        raise RefusedError("This SVG cannot be drawn. Save the logo as a PNG and choose that.") from error
    shown = all(abs(each) < _LARGEST_SIDE for each in (left, bottom, right, top)) and right > left and top > bottom
    if not shown or not (0 < drawing.width < _LARGEST_SIDE and 0 < drawing.height < _LARGEST_SIDE):
        raise RefusedError("Nothing would be seen of this SVG. Save the logo as a PNG and choose that.")
    return drawing


def draw(drawing: Drawing, paper: Paper, x: float, y: float, scale: float) -> None:
    """Draw with the lower left corner here, so many times as large as it is."""
    paper.saveState()
    paper.clipPath(_frame(paper, x, y, drawing.width * scale, drawing.height * scale), stroke=0, fill=0)
    paper.translate(x, y)
    paper.scale(scale, scale)
    try:
        _Pen().draw(drawing, paper, 0, 0, showBoundary=0)
    finally:
        paper.restoreState()


def _try_out(drawing: Drawing) -> None:
    """Draw once where nobody sees it, so that nothing breaks on a page."""
    draw(drawing, Paper(BytesIO(), invariant=1), 0, 0, 1)


def _frame(paper: Paper, x: float, y: float, width: float, height: float) -> Any:  # noqa: ANN401 - a path of ReportLab
    path = paper.beginPath()
    path.rect(x, y, width, height)
    return path
