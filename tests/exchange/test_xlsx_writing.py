"""Workbooks: typed cells, a head that stays, nothing that runs."""

import re
from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

from python_calamine import CalamineWorkbook

from reviewdesk.exchange.xlsx_writing import SheetColumn, SheetFormat, xlsx_bytes

COLUMNS = (
    SheetColumn("Account"),
    SheetColumn("Next review", SheetFormat.DAY),
    SheetColumn("Revenue (EUR)", SheetFormat.MONEY),
    SheetColumn("Change", SheetFormat.PER_CENT),
    SheetColumn("Concerns", SheetFormat.COUNT),
)
ROWS = (
    ("Łódź Logistics", date(2026, 12, 3), Decimal("214000.50"), Decimal(-12), 2),
    ("客户服务有限公司", None, None, None, None),
)


def sheet_of(content):
    return CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()


def part(content, name):
    return ZipFile(BytesIO(content)).read(name).decode("utf-8")


def test_cells_are_what_they_hold():
    rows = sheet_of(xlsx_bytes("Accounts", COLUMNS, ROWS))

    assert rows[0] == ["Account", "Next review", "Revenue (EUR)", "Change", "Concerns"]
    assert rows[1] == ["Łódź Logistics", date(2026, 12, 3), 214000.5, -0.12, 2]
    assert rows[2] == ["客户服务有限公司", "", "", "", ""]


def test_what_looks_like_a_formula_or_a_link_is_text():
    names = ('=HYPERLINK("http://example.com","x")', "+49 711 555", "@SUM(A1)", "-1", "http://example.com", "12")
    content = xlsx_bytes("Accounts", COLUMNS[:1], [(each,) for each in names])

    assert [row[0] for row in sheet_of(content)[1:]] == list(names)
    sheet = part(content, "xl/worksheets/sheet1.xml")
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet


def test_the_head_stays_in_view_and_columns_are_wide_enough():
    content = xlsx_bytes("Accounts", COLUMNS, ROWS)
    sheet = part(content, "xl/worksheets/sheet1.xml")

    assert re.search(r'<pane ySplit="1"[^>]* state="frozen"', sheet)
    assert float(re.search(r'<col min="1" max="\\d" width="([\d.]+)"', sheet)[1]) >= len("Łódź Logistics")
    assert '<autoFilter ref="A1:E3"/>' in sheet


def test_what_no_workbook_can_hold_does_not_break_it():
    content = xlsx_bytes(
        "A/B: [what?] and a name that is far too long", COLUMNS[:2], [("a\x00b\x07" + "x" * 40_000, date.min)]
    )

    name, day = sheet_of(content)[1]
    assert name.startswith("ab")
    assert len(name) == 32_767
    assert day == "0001-01-01"


def test_an_empty_list_is_a_sheet_with_its_head():
    assert sheet_of(xlsx_bytes("", COLUMNS, ())) == [[each.title for each in COLUMNS]]
