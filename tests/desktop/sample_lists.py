"""A table and a list as pages show them, made of invented accounts."""

from dataclasses import dataclass

from PySide6.QtCore import Qt

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import RowList, Section
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction
from reviewdesk.desktop.widgets.table import RowTable
from reviewdesk.desktop.widgets.table_model import Cell, Column


@dataclass(frozen=True, slots=True)
class SampleAccount:
    """One line of the sample table."""

    name: str
    tier: str
    health: str
    tone: Tone
    due: str
    late: bool
    revenue: int


SAMPLES = (
    SampleAccount("Łódź Logistics", "A", "71 Watch", Tone.WARN, "Today 14:00", False, 214_000),
    SampleAccount("Globex Corporation", "A", "41 At risk", Tone.BAD, "Late 22 days", True, 380_000),
    SampleAccount("Stark Industries", "A", "91 Healthy", Tone.GOOD, "3 Dec booked", False, 1_204_000),
    SampleAccount("Café Müller & Söhne", "C", "69 Watch", Tone.WARN, "call today", False, 41_000),
    SampleAccount("上海明珠贸易有限公司", "B", "84 Healthy", Tone.GOOD, "in 33 days", False, 88_500),
    SampleAccount("شركة النخيل للتجارة", "B", "58 Watch", Tone.WARN, "in 12 days", False, 73_400),
    SampleAccount(
        "Παπαδόπουλος Τρόφιμα, an account whose name is far too long for any column",
        "B",
        "",
        Tone.NEUTRAL,
        "in 88 days",
        False,
        121_000,
    ),
)


def sample_table() -> RowTable[SampleAccount]:
    """Make a table of accounts."""
    columns = (
        Column("name", "Account", _name, order=_by_name, width=22, stretch=3),
        Column("tier", "Tier", _tier, order=_by_tier, width=5),
        Column("health", "Health", _health, width=14),
        Column("due", "Next review", _due, width=14, stretch=1, goes_first=1),
        Column("revenue", "Revenue", _revenue, order=_by_revenue, width=12, right=True),
    )
    table = RowTable("Accounts", columns, _by_name)
    table.show_rows(SAMPLES)
    table.sort_by("revenue", Qt.SortOrder.DescendingOrder)
    table.go_to("Łódź Logistics")
    return table


def _name(each: SampleAccount) -> Cell:
    return Cell(each.name, meta="preferred supplier, with two others", tile=each.name)


def _tier(each: SampleAccount) -> Cell:
    return Cell(each.tier, muted=True)


def _health(each: SampleAccount) -> Cell:
    return Cell(each.health, each.tone, pill=True) if each.health else Cell("not enough known", muted=True)


def _due(each: SampleAccount) -> Cell:
    return Cell(each.due, Tone.BAD, pill=True) if each.late else Cell(each.due, muted=True)


def _revenue(each: SampleAccount) -> Cell:
    return Cell(f"€ {each.revenue:,}")


def _by_name(each: SampleAccount) -> str:
    return each.name


def _by_tier(each: SampleAccount) -> str:
    return each.tier


def _by_revenue(each: SampleAccount) -> int:
    return each.revenue


def sample_rows() -> RowList:
    """Make a list as Today shows it."""
    call = RowAction("call", "Call", "phone", "P")
    mail = RowAction("mail", "Write a mail", "mail", "E")
    done = RowAction("done", "Done", "check", "D")
    move = RowAction("move", "Move to another day", "calendar-clock", "M")
    tick = RowAction("tick", "Done", shape=ActionShape.TICK)
    brief = RowAction("brief", "Brief", "file-text", "B", ActionShape.BUTTON)
    start = RowAction("start", "Start", "play", "S", ActionShape.PRIMARY)
    rows = RowList("Today", timed=True)
    rows.show_sections(
        [
            Section(
                "",
                (
                    Row(
                        1,
                        "Łódź Logistics, quarterly review",
                        "60 min · Anna Nowak, Piotr Zając · brief ready",
                        time="14:00",
                        tile="Łódź Logistics",
                        actions=(brief, start),
                        now=True,
                    ),
                ),
            ),
            Section(
                "Today",
                (
                    Row(
                        2,
                        "Send the revised delivery plan to Anna",
                        "Łódź Logistics · our promise of 25 August",
                        pills=(PillText("12 days over", Tone.BAD),),
                        actions=(tick, call, mail, done, move),
                    ),
                    Row(
                        3,
                        "Call about the new labels, not for an order",
                        "Café Müller & Söhne · after the price change",
                        pills=(PillText("Today", Tone.WARN),),
                        actions=(tick, call, mail, done, move),
                    ),
                    Row(
                        4,
                        "“Two pallets wrong again”: make a plan",
                        "Wonka Foods · severity 2, plan was due 20 November",
                        pills=(PillText("Clock", Tone.BAD),),
                        actions=(call, mail),
                    ),
                ),
                "3",
            ),
            Section(
                "This week",
                (
                    Row(
                        5,
                        "Name a technical contact",
                        "Initech · their promise, asked once",
                        time="Thu",
                        pills=(PillText("waits on customer"),),
                        actions=(tick, call, mail, done, move),
                    ),
                    Row(
                        6,
                        "Quarterly price sheet with their item numbers",
                        "Łódź Logistics",
                        time="Fri",
                        pills=(PillText("waits on Pricing", Tone.ACCENT),),
                        actions=(tick, call, mail, done, move),
                    ),
                ),
                "2",
            ),
        ]
    )
    return rows
