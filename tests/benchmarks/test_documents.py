"""A summary with charts beside a bare canvas and beside other programs; a thousand of them; a portfolio of 500 pages.

Other programs are measured where they are installed: Typst and WeasyPrint as packages, LibreOffice as `soffice`.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from io import BytesIO
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

import pytest
from pypdf import PdfReader
from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from reviewdesk.domain.book import PaperSize
from reviewdesk.domain.summary import CustomerSummary, ShownAnswer
from reviewdesk.reports import boxes
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.reports.sheet import PAPER
from reviewdesk.reports.summary import render_summary
from tests.benchmarks.other_setters import as_html, as_typst, write_word
from tests.reports.chart_values import CHARTS
from tests.reports.summaries import FONTS, FULL

THREE_PAGES = replace(
    FULL, charts=CHARTS,
    answers=tuple(ShownAnswer(f"Question number {number}?", "An answer of a few words") for number in range(16)),
)  # fmt: skip
WITHOUT_CHARTS = replace(
    FULL,
    answers=tuple(ShownAnswer(f"Question number {number}?", "An answer of a few words") for number in range(34)),
)
SHAPES = (
    *(
        "line",
        "lines",
        "rect",
        "roundRect",
        "circle",
        "drawPath",
        "clipPath",
        "showPage",
        "saveState",
        "restoreState",
        "translate",
    ),
    *("setFillColor", "setStrokeColor", "setLineWidth", "setLineCap", "setLineJoin", "setDash"),
)
ROUNDS, MANY = 25, 20
Call = tuple[str, tuple[Any, ...], dict[str, Any]]


def noted(monkeypatch: pytest.MonkeyPatch, summary: CustomerSummary = THREE_PAGES) -> list[Call]:
    """Render once and write down every run of text and every shape as it is drawn."""
    drawn: list[Call] = []
    inside = [0]
    original = boxes.draw_line

    def draw_line(paper: Canvas, line: Any, x: float, baseline: float) -> None:
        left = x
        for font, size, colour, text in line.parts:
            drawn.append(("text", (left, baseline, font, size, colour, text), {}))
            left += stringWidth(text, font, size)
        inside[0] += 1
        original(paper, line, x, baseline)
        inside[0] -= 1

    def noting(name: str) -> Callable[..., Any]:
        base = getattr(Canvas, name)

        @wraps(base)
        def call(self: Canvas, *args: Any, **settings: Any) -> Any:
            if not inside[0]:
                drawn.append((name, args, settings))
            inside[0] += 1
            try:
                return base(self, *args, **settings)
            finally:
                inside[0] -= 1

        return call

    with monkeypatch.context() as patch:
        for module in [each for name, each in sys.modules.items() if name.startswith("reviewdesk.reports")]:
            if getattr(module, "draw_line", None) is original:
                patch.setattr(module, "draw_line", draw_line)
        for name in SHAPES:
            patch.setattr(Canvas, name, noting(name))
        render_summary(summary, FONTS)
    return drawn


def on_a_bare_canvas(drawn: list[Call]) -> bytes:
    """Draw the same again with nothing to lay out."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=PAPER[PaperSize.A4], invariant=1, pageCompression=1)
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


def _as_set_up(drawn: list[Call]) -> bytes:
    """Draw on a bare canvas that writes its streams as letters, as ReportLab does unless it is told not to."""
    rl_config.useA85 = 1
    try:
        return on_a_bare_canvas(drawn)
    finally:
        rl_config.useA85 = 0


def milliseconds(work: Callable[[], object]) -> float:
    """Give the processor's time, also of programs that were started: what else the machine does counts less."""
    started = _used()
    work()
    return (_used() - started) * 1000


def _used() -> float:
    known = os.times()
    return process_time() + known.children_user + known.children_system


def beside(
    title: str, other: Callable[[], object], rounds: int = ROUNDS, summary: CustomerSummary = THREE_PAGES
) -> float:
    """Measure a summary beside something else, alternating, and give how many times as long ours takes."""
    render_summary(summary, FONTS)
    other()
    pairs = [(milliseconds(lambda: render_summary(summary, FONTS)), milliseconds(other)) for _ in range(rounds)]
    ratios = sorted(ours / theirs for ours, theirs in pairs)
    charts = "with charts" if summary is THREE_PAGES else "without charts"
    print(
        f"\nsummary {charts} {median(ours for ours, _ in pairs):.1f} ms, {title} "
        f"{median(theirs for _, theirs in pairs):.1f} ms, ratio {median(ratios):.2f} "
        f"({ratios[0]:.2f}-{ratios[-1]:.2f})"
    )
    return median(ratios)


@pytest.mark.benchmark
def test_a_summary_with_charts_beside_a_bare_canvas(monkeypatch: pytest.MonkeyPatch):
    drawn = noted(monkeypatch)
    beside("bare canvas", lambda: on_a_bare_canvas(drawn))
    beside("bare canvas as ReportLab sets it up", lambda: _as_set_up(drawn))

    assert len(PdfReader(BytesIO(render_summary(THREE_PAGES, FONTS))).pages) == 3
    assert sum(name == "showPage" for name, _, _ in drawn) == 3


@pytest.mark.benchmark
def test_one_without_charts_beside_a_bare_canvas(monkeypatch: pytest.MonkeyPatch):
    drawn = noted(monkeypatch, WITHOUT_CHARTS)
    beside("bare canvas", lambda: on_a_bare_canvas(drawn), summary=WITHOUT_CHARTS)
    beside("bare canvas as ReportLab sets it up", lambda: _as_set_up(drawn), summary=WITHOUT_CHARTS)

    assert text_of(on_a_bare_canvas(drawn)).count("Question number") == 34


@pytest.mark.benchmark
def test_beside_typst():
    typst = pytest.importorskip("typst", reason="Typst is not installed")
    source = as_typst(THREE_PAGES).encode()

    assert typst.compile(source, font_paths=[str(FONTS)])[:4] == b"%PDF"
    beside("Typst", lambda: typst.compile(source, font_paths=[str(FONTS)]), rounds=9)


@pytest.mark.benchmark
def test_beside_weasyprint():
    weasyprint = pytest.importorskip("weasyprint", reason="WeasyPrint is not installed")
    page = as_html(THREE_PAGES, FONTS)

    assert beside("WeasyPrint", lambda: weasyprint.HTML(string=page).write_pdf(), rounds=9) < 1


@pytest.mark.benchmark
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_twenty_in_one_call_beside_libreoffice(tmp_path: Path):
    for number in range(MANY):
        write_word(replace(THREE_PAGES, account=f"Account {number}"), tmp_path / f"{number}.docx")
    files = sorted(map(str, tmp_path.glob("*.docx")))
    command = ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'home').as_uri()}", "--convert-to", "pdf"]
    only_one = ["taskset", "-c", "0"] if shutil.which("taskset") else []
    convert = [*only_one, *command, "--outdir", str(tmp_path / "out"), *files]
    subprocess.run(convert[: -MANY + 1], check=True, capture_output=True)  # the first one makes its folders

    theirs = milliseconds(lambda: subprocess.run(convert, check=True, capture_output=True))
    code = (
        "from dataclasses import replace\n"
        "from tests.benchmarks.test_documents import THREE_PAGES, FONTS, render_summary\n"
        f"for n in range({MANY}): render_summary(replace(THREE_PAGES, account=f'Account {{n}}'), FONTS)"
    )
    ours = milliseconds(lambda: subprocess.run([*only_one, sys.executable, "-c", code], check=True))
    warm = milliseconds(lambda: [render_summary(THREE_PAGES, FONTS) for _ in range(MANY)])
    print(
        f"\n{MANY} summaries on one core: whole process {ours:.0f} ms, warm {warm:.0f} ms, LibreOffice in one call "
        f"{theirs:.0f} ms: {theirs / ours:.1f} and {theirs / warm:.1f} times as long"
    )
    assert len(list((tmp_path / "out").glob("*.pdf"))) == MANY


_MEASURED = """
import json, resource, sys
from time import process_time
def resident():
    return int(open("/proc/self/statm").read().split()[1]) * 4096 / 2**20
"""


def measured(code: str) -> Any:
    """Run code in a process of its own and give what it prints."""
    done = subprocess.run([sys.executable, "-c", _MEASURED + code], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


@pytest.mark.benchmark
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
def test_memory_stays_flat_over_a_thousand():
    code = """
from dataclasses import replace
from tests.benchmarks.test_documents import THREE_PAGES, FONTS, render_summary
found = {}
for number in range(1, 1001):
    render_summary(replace(THREE_PAGES, account=f"Account {number}"), FONTS)
    if number in (1, 100, 500, 1000):
        found[number] = round(resident(), 1)
print(json.dumps(found))
"""
    found = measured(code)
    print(f"\nmemory of a process after so many summaries, in MB: {found}")

    assert found["1000"] < found["100"] + 8


@pytest.mark.benchmark
def test_a_portfolio_of_five_hundred_pages():
    code = """
from reviewdesk.reports.portfolio import render_portfolio
from tests.reports.boss_values import portfolio, worried
from tests.reports.summaries import FONTS
value = portfolio(*(worried(number, f"Customer {number}", 6) for number in range(1500)))
began = process_time()
pdf = render_portfolio(value, FONTS)
took = process_time() - began
import pypdfium2
pages = len(pypdfium2.PdfDocument(pdf))
print(json.dumps([took, pages, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
"""
    took, pages, peak = measured(code)
    print(f"\nportfolio of {pages} pages: {took:.1f} s, {took / pages * 1000:.1f} ms a page, peak {peak:.0f} MB")

    assert pages >= 500
