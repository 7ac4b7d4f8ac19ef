"""Every control of the kit and of Qt on one page, to be looked at in both themes and all sizes."""

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QSlider,
    QSpinBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.bars import MessageBar, UndoBar
from reviewdesk.desktop.widgets.buttons import Button, IconButton, ghost_button, plain_button, primary_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.charts import Bar, BarChart, Meter
from reviewdesk.desktop.widgets.chips import Chip, ChipRow
from reviewdesk.desktop.widgets.dates import Calendar, DateEdit
from reviewdesk.desktop.widgets.empty import EmptyState
from reviewdesk.desktop.widgets.field import ChoiceField, LineField, TextField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.number_tile import NumberTile
from reviewdesk.desktop.widgets.page import Page, ScrollColumn
from reviewdesk.desktop.widgets.pill import Pill
from reviewdesk.desktop.widgets.progress_row import ProgressRow
from reviewdesk.desktop.widgets.search_box import FilterBox
from reviewdesk.desktop.widgets.tabs import SegmentedSwitch, Tab, TabRow
from reviewdesk.desktop.widgets.tile import InitialsTile
from tests.desktop.sample_lists import sample_rows, sample_table


class ControlsPage(Page):
    """All controls under each other."""

    def __init__(self) -> None:
        super().__init__("Controls", "Every control of the kit and of Qt · nothing here does anything")
        self.header.add_action(plain_button("Import", "download"))
        self.header.add_action(primary_button("New account", "plus"))
        column = ScrollColumn("Controls")
        self.add(column, 1)
        for part in (self._first(), self._bars(), self._lists(), self._kit(), self._standard()):
            column.column.addLayout(part)
        column.column.addStretch(1)

    def _first(self) -> QLayout:
        rows = QVBoxLayout()
        rows.addWidget(TabRow("Parts", [Tab("a", "Overview"), Tab("b", "People", 6), Tab("c", "Reviews", 9)]))
        chips = ChipRow("Filters", [Chip("A", "A", 10), Chip("B", "B"), Chip("risk", "At risk", 2), Chip("me", "Mine")])
        chips.set_on(["A", "me"])
        switch = SegmentedSwitch("Step", [Tab("p", "Prepare"), Tab("m", "Meet"), Tab("w", "Wrap up")])
        line = QHBoxLayout()
        line.addWidget(FilterBox("Filter"))
        line.addWidget(chips, 1)
        line.addWidget(switch)
        line.addWidget(IconButton("Choose columns", "columns-3"))
        line.addWidget(IconButton("Roomy rows", "rows-3"))
        rows.addLayout(line)
        return rows

    def _bars(self) -> QLayout:
        rows = QVBoxLayout()
        for tone, words in (
            (Tone.BAD, "The file could not be written. Choose another folder."),
            (Tone.WARN, "The newest purchase is 91 days old, so the window ends at it."),
            (Tone.GOOD, "The summary is written."),
        ):
            bar = MessageBar()
            rows.addWidget(bar)
            bar.tell(words, tone, action="Choose a folder" if tone is Tone.BAD else "")
        undo = UndoBar(seconds=3600)
        rows.addWidget(undo, 0, Qt.AlignmentFlag.AlignLeft)
        undo.tell("Removed Globex Corporation")
        progress = ProgressRow()
        progress.show_progress("Reading sales_pipeline.csv", 31, 100)
        rows.addWidget(progress)
        return rows

    def _lists(self) -> QLayout:
        row = QHBoxLayout()
        card = Card(edge_to_edge=True)
        card.add(sample_rows())
        tables = QVBoxLayout()
        for roomy in (False, True):
            table = sample_table()
            table.set_roomy(on=roomy)
            table.setMinimumHeight(260)
            tables.addWidget(table)
        row.addWidget(card, 1)
        row.addLayout(tables, 1)
        return row

    def _kit(self) -> QLayout:
        grid = QGridLayout()
        grid.setSpacing(16)
        grid.addWidget(NumberTile("Purchases", "4,238", "won deals, 10,005,534"), 0, 0)
        grid.addWidget(NumberTile("Left out", "4,562", "3,137 not won, 1,425 without an account"), 0, 1)
        grid.addWidget(self._pills(), 0, 2)
        grid.addWidget(self._health(), 1, 0)
        grid.addWidget(self._revenue(), 1, 1)
        grid.addWidget(self._fields(), 1, 2)
        empty = Card()
        empty.add(
            EmptyState(
                "inbox",
                "No account yet",
                "Bring your customers from a file, or look around with made-up ones first.",
                [primary_button("Import a file", "download"), plain_button("Open the sample book", "book-open")],
            )
        )
        grid.addWidget(empty, 2, 0, 1, 3)
        return grid

    def _pills(self) -> QWidget:
        card = Card("Pills and tiles", "one colour, one word")
        line = QHBoxLayout()
        for tone in Tone:
            line.addWidget(Pill(tone.value, tone))
        line.addStretch(1)
        card.add(line)
        tiles = QHBoxLayout()
        for name in ("Anna Nowak", "Piotr Zając", "Łódź Logistics", "明珠贸易", "Ωmega Labs", "9 Bridges"):
            tiles.addWidget(InitialsTile(name))
        tiles.addStretch(1)
        card.add(tiles)
        return card

    def _health(self) -> QWidget:
        card = Card("Health", "6 of 7 facts")
        grid = QGridLayout()
        levels = (("Relationship", 0.71), ("How often we speak", 1.0), ("Concerns", 0.63), ("Gut feeling", None))
        for at, (name, share) in enumerate(levels):
            meter = Meter(name)
            meter.show_level(share, Tone.GOOD if share == 1.0 else Tone.WARN, guessed=name == "Concerns")
            grid.addWidget(Label(name), at, 0)
            grid.addWidget(meter, at, 1)
            grid.addWidget(Label("–" if share is None else f"{share * 100:.0f}", Part.STRONG), at, 2)
        card.add(grid)
        card.body.addStretch(1)
        return card

    def _revenue(self) -> QWidget:
        card = Card("Revenue", "thousands of € a month")
        months = ("Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov")
        values = (15, 16, 16, 17, 16, 18, 19, 18, 19, 20, 21, 19)
        bars = [
            Bar(m, v, str(v) if m in ("Dec", "Jun", "Nov") else "", m == "Nov")
            for m, v in zip(months, values, strict=True)
        ]
        card.add(BarChart("Revenue a month", bars))
        return card

    def _fields(self) -> QWidget:
        card = Card("Edited in place")
        name = LineField("Name", "Łódź Logistics")
        name.show_saved()
        mail = LineField("E-mail", "anna@", quiet=False)
        mail.show_refused("This is no address yet: it ends at the @.")
        card.add(name)
        card.add(mail)
        card.add(ChoiceField("Tier", [("A", "A, by revenue"), ("B", "B")], "A", quiet=False))
        card.add(TextField("Notes", "Prefers the morning slot", lines=2))
        return card

    def _standard(self) -> QLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._inputs(), 1)
        row.addWidget(self._choices(), 1)
        calendar = Calendar()
        calendar.setSelectedDate(QDate(2026, 11, 24))
        row.addWidget(calendar, 1)
        return row

    def _inputs(self) -> QWidget:
        card = Card("Inputs")
        line, off, combo, spin = QLineEdit("selected words"), QLineEdit("cannot be used"), QComboBox(), QSpinBox()
        line.selectAll()
        off.setEnabled(False)
        combo.addItems(["every 3 months", "every 6 months"])
        day = DateEdit("Day", date(2026, 11, 24))
        text = QPlainTextEdit("Some\nlines of text")
        text.setFixedHeight(70)
        for each, name in (
            (line, "Line"),
            (off, "Off"),
            (combo, "Choice"),
            (spin, "Number"),
            (day, "Day"),
            (text, "Text"),
        ):
            each.setAccessibleName(name)
            card.add(each)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        card.add(buttons)
        return card

    def _choices(self) -> QWidget:
        card = Card("Choices")
        for at, words in enumerate(("off", "on", "partly")):
            box = QCheckBox(words)
            box.setTristate(at == 2)
            box.setCheckState((Qt.CheckState.Unchecked, Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked)[at])
            card.add(box)
        off = QCheckBox("cannot be used")
        off.setEnabled(False)
        radio = QRadioButton("chosen")
        radio.setChecked(True)
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setAccessibleName("Level")
        for each in (off, radio, QRadioButton("not chosen"), self._progress(), slider):
            card.add(each)
        tree = QTreeWidget()
        tree.setHeaderLabels(["Concern", "Severity"])
        tree.addTopLevelItem(QTreeWidgetItem(["Late invoices", "2"]))
        tree.setAccessibleName("Tree")
        tree.setFixedHeight(90)
        card.add(tree)
        line = QHBoxLayout()
        for button in (ghost_button("Quiet"), Button("Small", small=True)):
            line.addWidget(button)
        card.add(line)
        return card

    def _progress(self) -> QProgressBar:
        bar = QProgressBar()
        bar.setValue(40)
        bar.setAccessibleName("Progress")
        return bar
