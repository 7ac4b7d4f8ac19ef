"""The figures of a chart as a table, for who cannot see it and where none can be drawn."""

from reviewdesk.domain.outline import Cell, Chart, Column, Grid, line, own


def as_grid(chart: Chart) -> Grid:
    """Give a chart's figures, one row for each of its categories; above the first column stands what they are."""
    share = 60 // len(chart.series)
    columns = (Column(chart.unit, 40), *(Column(each.name, share, right=True) for each in chart.series))
    rows = tuple(
        (Cell((own(name),)), *(Cell(line(each.shown[at])) for each in chart.series))
        for at, name in enumerate(chart.categories)
    )
    return Grid(columns, rows)
