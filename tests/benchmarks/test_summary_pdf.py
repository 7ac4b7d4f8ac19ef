"""One three-page summary, warm, beside the same letters and lines straight on a ReportLab canvas."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from statistics import median
from time import perf_counter
from typing import Any

import pytest
from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from reviewdesk.domain.summary import ShownAnswer
from reviewdesk.reports import boxes, sheet
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.reports.lines import Line
from reviewdesk.reports.paper import Paper
from reviewdesk.reports.sheet import A4
from reviewdesk.reports.summary import render_summary
from tests.reports.summaries import FONTS, FULL

THREE_PAGES = replace(
    FULL, answers=tuple(ShownAnswer(f"Question number {number}?", "An answer of a few words") for number in range(34))
)
SHAPES = ("line", "roundRect", "rect", "showPage")
ROUNDS = 25


def noted(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, tuple[Any, ...], dict[str, Any]]]:
    """Render once and write down every run of text and every shape with its place on the page."""
    drawn: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = []
    original_text = boxes.draw_line

    def draw_line(paper: Paper, line: Line, x: float, baseline: float) -> None:
        left, y = paper.absolutePosition(x, baseline)
        for font, size, colour, text in line.parts:
            drawn.append(("text", (left, y, font, size, colour, text), {}))
            left += stringWidth(text, font, size)
        original_text(paper, line, x, baseline)

    def noting(name: str, original: Callable[..., Any]) -> Callable[..., Any]:
        def call(paper: Paper, *args: Any, **settings: Any) -> Any:
            moved = (*paper.absolutePosition(*args[:2]), *args[2:]) if args else ()
            drawn.append((name, moved, settings))
            return original(paper, *args, **settings)

        return call

    with monkeypatch.context() as patch:
        patch.setattr(boxes, "draw_line", draw_line)
        patch.setattr(sheet, "draw_line", draw_line)
        for name in SHAPES:
            patch.setattr(Paper, name, noting(name, getattr(Paper, name)))
        render_summary(THREE_PAGES, FONTS)
    return drawn


def on_a_bare_canvas(drawn: list[tuple[str, tuple[Any, ...], dict[str, Any]]]) -> bytes:
    """Draw the same again with nothing to lay out."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1, pageCompression=1)
    for name, args, settings in drawn:
        if name == "text":
            left, y, font, size, colour, text = args
            canvas.setFont(font, size)
            canvas.setFillColor(HexColor(colour))
            canvas.drawString(left, y, text)
        else:
            getattr(canvas, name)(*args, **settings)
    canvas.save()
    return target.getvalue()


def milliseconds(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return (perf_counter() - started) * 1000


@pytest.mark.benchmark
def test_a_three_page_summary_beside_a_bare_canvas(monkeypatch: pytest.MonkeyPatch):
    drawn = noted(monkeypatch)
    pairs = [
        (milliseconds(lambda: render_summary(THREE_PAGES, FONTS)), milliseconds(lambda: on_a_bare_canvas(drawn)))
        for _ in range(ROUNDS)
    ]
    ratios = sorted(ours / bare for ours, bare in pairs)
    print(
        f"\nthree-page summary: {median(ours for ours, _ in pairs):.1f} ms, bare canvas "
        f"{median(bare for _, bare in pairs):.1f} ms, ratio {median(ratios):.2f} ({ratios[0]:.2f}-{ratios[-1]:.2f})"
    )

    ours, bare = text_of(render_summary(THREE_PAGES, FONTS)), text_of(on_a_bare_canvas(drawn))
    assert ours.count("Question number") == bare.count("Question number") == 34
    assert "3 of 3" in ours
