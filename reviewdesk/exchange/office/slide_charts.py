"""The charts of a presentation: PowerPoint's own, with their figures behind them, so that they can be worked with."""

from collections.abc import Iterator
from typing import Any, Final

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.util import Pt

from reviewdesk.domain.outline import Chart, ChartShape, Series
from reviewdesk.exchange.office.slide_plan import HEAD, SMALL, Placed
from reviewdesk.exchange.office.slide_text import NAMESPACES, QUIET, Ink, paragraph
from reviewdesk.exchange.office.word_styles import HAIRLINE, MUTED, TEXT, TONES

_TYPES: Final = {
    ChartShape.COLUMNS: XL_CHART_TYPE.COLUMN_CLUSTERED,
    ChartShape.STACKED: XL_CHART_TYPE.COLUMN_STACKED,
    ChartShape.LINE: XL_CHART_TYPE.LINE_MARKERS,
}
_SOURCE: Final = 40.0
_PALE: Final = "A9AFBA"
_GAPS: Final = {ChartShape.COLUMNS: 70, ChartShape.STACKED: 90, ChartShape.LINE: 0}


def draw(slide: Any, chart: Chart, placed: Placed, locale: str) -> Iterator[str]:  # noqa: ANN401 - of the library
    """Draw a chart with its source below it, and give the own words in it."""
    figures = CategoryChartData(number_format="General")
    figures.categories = chart.categories
    for each in chart.series:
        figures.add_series(each.name, [None if value is None else float(value) for value in each.values])
    left, top, width = Pt(placed.left), Pt(placed.top), Pt(placed.width)
    frame = slide.shapes.add_chart(_TYPES[chart.shape], left, top, width, Pt(placed.height - _SOURCE), figures)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", chart.title)  # noqa: SLF001 - the library has no other way
    _style(frame.chart, chart)
    below = Pt(placed.top + placed.height - _SOURCE)
    box = slide.shapes.add_textbox(left, below, width, Pt(_SOURCE))
    box.text_frame.word_wrap = True
    body = box.text_frame._txBody  # noqa: SLF001 - the same
    body.remove(body.p_lst[0])
    said = paragraph(chart.source, locale, Ink(SMALL, shade=QUIET))
    body.extend(list(parse_xml(f"<a:x {NAMESPACES}>{said}</a:x>")))
    return _own(chart)


def _own(chart: Chart) -> Iterator[str]:
    """Give the names in a chart, each as often as it stands in the drawing and in the figures behind it."""
    yield from (chart.title, chart.unit)
    yield from (each.name for each in chart.series for _ in range(2))
    yield from (each for each in chart.categories for _ in range(len(chart.series) + 1))


def _style(drawn: Any, chart: Chart) -> None:  # noqa: ANN401 - of the library
    drawn.font.size = Pt(HEAD + 1)
    drawn.font.color.rgb = RGBColor.from_string(MUTED)
    drawn.has_title = False
    drawn.has_legend = len(chart.series) > 1
    if drawn.has_legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    values = drawn.value_axis
    values.has_title = True
    values.axis_title.text_frame.text = chart.unit
    values.axis_title.text_frame.paragraphs[0].runs[0].font.size = Pt(HEAD)
    values.axis_title.text_frame.paragraphs[0].runs[0].font.bold = False
    values.major_gridlines.format.line.color.rgb = RGBColor.from_string(HAIRLINE)
    values.format.line.fill.background()
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = "#,##0", False
    if chart.lowest is not None and chart.highest is not None:
        values.minimum_scale, values.maximum_scale = chart.lowest, chart.highest
    drawn.category_axis.format.line.color.rgb = RGBColor.from_string(HAIRLINE)
    plot = drawn.plots[0]
    if chart.shape is not ChartShape.LINE:
        plot.gap_width = _GAPS[chart.shape]
        plot.overlap = 100 if chart.shape is ChartShape.STACKED else 0
    for marks, series in zip(plot.series, chart.series, strict=True):
        _colour(marks, series, chart.shape)


def _colour(marks: Any, series: Series, shape: ChartShape) -> None:  # noqa: ANN401 - of the library
    if shape is ChartShape.LINE:
        marks.smooth = False
        line = marks.format.line
        line.width, line.color.theme_color = Pt(2.25), MSO_THEME_COLOR.ACCENT_1
        marks.marker.format.fill.solid()
        marks.marker.format.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
        marks.data_labels.show_value = True
        return
    if shape is ChartShape.STACKED:
        labels = marks.data_labels
        labels.show_value, labels.font.bold = True, True
        labels.number_format, labels.number_format_is_linked = "0;;", False
        labels.font.color.rgb = RGBColor.from_string(TEXT if series.is_quiet else "FFFFFF")
    fill = marks.format.fill
    fill.solid()
    if series.tone is not None:
        fill.fore_color.rgb = RGBColor.from_string(TONES[series.tone])
    elif series.is_quiet:
        fill.fore_color.rgb = RGBColor.from_string(_PALE)
    else:
        fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
