"""The small parts: chips, tabs, tiles, pills, charts, headers, sheets."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from reviewdesk.desktop.theme import ThemeChoice
from reviewdesk.desktop.tokens import DARK, LIGHT, Tone
from reviewdesk.desktop.widgets.buttons import IconButton, plain_button, primary_button
from reviewdesk.desktop.widgets.charts import Bar, BarChart, Meter
from reviewdesk.desktop.widgets.chips import Chip, ChipRow
from reviewdesk.desktop.widgets.dates import Calendar, DateEdit
from reviewdesk.desktop.widgets.header import PageHeader
from reviewdesk.desktop.widgets.labels import ElidedLabel, Label
from reviewdesk.desktop.widgets.number_tile import NumberTile
from reviewdesk.desktop.widgets.pill import Pill, PillText
from reviewdesk.desktop.widgets.progress_row import ProgressRow
from reviewdesk.desktop.widgets.search_box import FilterBox
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.desktop.widgets.tabs import SegmentedSwitch, Tab, TabRow
from reviewdesk.desktop.widgets.tile import initials, tile_colours
from tests.desktop.accessible import unnamed_controls
from tests.desktop.controls_page import ControlsPage

CHIPS = (Chip("A", "A", 10), Chip("risk", "At risk", 2), Chip("mine", "Mine"))


@pytest.fixture
def add(qtbot, theme):
    def added(widget):
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        return widget

    return added


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Łódź Logistics", "ŁL"),
        ("anna nowak", "AN"),
        ("Bank of Scotland", "BS"),
        ("上海明珠", "上"),
        ("Ωmega", "Ω"),
        ("9 Bridges", "9B"),
        ("«Zorgon»", "Z"),
        ("", ""),
        ("&", "&"),
    ],
)
def test_a_name_has_initials_in_any_script(name, letters):
    assert initials(name) == letters


def test_the_same_name_has_the_same_colour_every_time(theme):
    assert tile_colours("Hooli") == tile_colours(" HOOLI ")
    assert len({tile_colours(f"Account {each}") for each in range(60)}) == len(LIGHT.tiles)


def test_chips_turn_on_and_off_and_tell_which_are_on(add, qtbot):
    row = add(ChipRow("Filters", CHIPS))
    told = []
    row.changed.connect(told.append)
    qtbot.keyClick(row._buttons["risk"], Qt.Key.Key_Space)
    row._buttons["mine"].click()
    row._buttons["risk"].click()
    assert told == [{"risk"}, {"risk", "mine"}, {"mine"}]


def test_the_arrows_go_from_chip_to_chip(add, qtbot):
    row = add(ChipRow("Filters", CHIPS))
    row._buttons["A"].setFocus()
    qtbot.keyClick(row._buttons["A"], Qt.Key.Key_Right)
    assert row.focusWidget() is row._buttons["risk"]


def test_new_counts_leave_the_chips_as_they_are(add):
    row = add(ChipRow("Filters", CHIPS))
    row.set_on(["A"])
    row.show_chips((Chip("A", "A", 11), *CHIPS[1:]))
    assert row.on == {"A"}
    assert row._buttons["A"].accessibleName() == "A 11"


def test_where_only_one_chip_counts_the_others_go_off(add):
    row = add(ChipRow("Month", CHIPS, only_one=True))
    row._buttons["A"].click()
    row._buttons["mine"].click()
    assert row.on == {"mine"}


@pytest.mark.parametrize("kind", [TabRow, SegmentedSwitch])
def test_tabs_are_known_by_their_keys_and_stay_open(add, qtbot, kind):
    tabs = add(kind("Step", [Tab("prepare", "Prepare"), Tab("meet", "Meet")]))
    with qtbot.waitSignal(tabs.chosen) as chosen:
        tabs.setFocus()
        qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert chosen.args == ["meet"]
    with qtbot.assertNotEmitted(tabs.chosen):
        tabs.show_tabs([Tab("prepare", "Prepare"), Tab("meet", "Meet", 4), Tab("wrap", "Wrap up")])
    assert (tabs.key, tabs.tabText(1)) == ("meet", "Meet 4")


def test_a_pill_always_bears_a_word(add):
    pill = add(Pill("12 days over", Tone.BAD))
    assert pill.accessibleName() == "12 days over"
    image = pill.grab().toImage()
    assert image.pixelColor(image.width() // 2, 2).name() == QColor(LIGHT.bad_soft).name()
    pill.show_pill(PillText("kept", Tone.GOOD))
    assert pill.text == "kept"


def test_a_chart_says_its_values(add):
    chart = add(BarChart("Revenue a month", [Bar("Oct", 20), Bar("Nov", 19, "19k", unfinished=True)]))
    assert (chart.accessibleName(), chart.accessibleDescription()) == ("Revenue a month", "Oct 20, Nov 19k")


@pytest.mark.parametrize("bars", [[], [Bar("Oct", 0)], [Bar("Oct", -3), Bar("Nov", 5)]])
def test_a_chart_of_nothing_or_of_credit_notes_can_be_painted(add, bars):
    assert not add(BarChart("Revenue", bars)).grab().isNull()


def test_an_unknown_level_is_not_zero(add):
    meter = add(Meter("Gut feeling"))
    assert meter.accessibleName() == "Gut feeling: not known"
    meter.show_level(0.0)
    assert meter.accessibleName() == "Gut feeling: 0%"


def test_a_guess_is_drawn_hatched(add):
    meter = add(Meter("Trust", 1.0))
    meter.resize(200, 20)

    def colours():
        image = meter.grab().toImage()
        return {image.pixelColor(x, image.height() // 2).name() for x in range(20, image.width() - 20)}

    plain = colours()
    meter.show_level(1.0, guessed=True)
    assert len(plain) == 1
    assert len(colours()) > 1


def test_words_are_never_read_as_markup(add):
    label = add(Label("<b>R&D</b> <img src='http://x'>"))
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_cut_title_is_whole_in_its_tip(add, qtbot):
    label = add(ElidedLabel("An account whose name is far too long for any header"))
    label.resize(80, 20)
    assert label._is_cut()


def test_the_header_opens_the_search(add, qtbot):
    header = add(PageHeader("Accounts", "62 accounts"))
    header.add_action(primary_button("New account", "plus"))
    with qtbot.waitSignal(header.search_asked):
        header.search_box.click()
    assert "Ctrl+K" in header.search_box.toolTip()


def test_an_icon_button_is_named_and_shows_its_key(add):
    button = add(IconButton("Call", "phone", shortcut="P"))
    assert (button.accessibleName(), button.toolTip()) == ("Call", "Call (P)")


def test_a_number_tile_is_read_as_one(add):
    tile = add(NumberTile("Purchases", "4,238", "won deals"))
    assert (tile.accessibleName(), tile.accessibleDescription()) == ("Purchases: 4,238", "won deals")


def test_progress_is_stopped_once(add, qtbot):
    row = add(ProgressRow("Reading"))
    with qtbot.waitSignal(row.cancel_asked):
        row._cancel.click()
    assert not row._cancel.isEnabled()


def test_a_sheet_stays_until_it_could_be_done(add, qtbot):
    sheet = add(Sheet("New account", "Add"))
    with qtbot.waitSignal(sheet.asked):
        sheet.go.click()
    sheet.refuse("Give it a name first.")
    assert sheet.isVisible()
    sheet.accept()
    assert not sheet.isVisible()


def test_weekends_are_calm_in_both_themes(add, theme):
    calendar = add(Calendar())
    theme.choose(ThemeChoice.DARK)
    colour = calendar.weekdayTextFormat(Qt.DayOfWeek.Sunday).foreground().color().name()
    assert colour == QColor(DARK.muted).name()


def test_a_date_can_be_read_back(add):
    from datetime import date

    assert add(DateEdit("Due", date(2028, 2, 29))).day == date(2028, 2, 29)


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_every_control_can_be_painted_and_is_named(add, theme, choice):
    theme.choose(choice)
    page = add(ControlsPage())
    page.resize(1280, 900)
    assert not page.grab().isNull()
    assert unnamed_controls(page) == []


def test_escape_empties_the_filter(add, qtbot):
    box = add(FilterBox("Filter"))
    qtbot.keyClicks(box, "hooli")
    assert box.text() == "hooli"
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""


@pytest.fixture
def crowded(add, theme):
    """A head with large text, a search box and two buttons."""
    theme.set_text_size(14)
    header = add(PageHeader("Follow-ups", "12 open"))
    header.add_action(plain_button("Import", "download"))
    header.add_action(primary_button("New follow-up", "plus"))
    header.resize(1000, header.sizeHint().height())
    header.show()
    return header


def words_on(header):
    return [each.text() for each in header._buttons]


def share_out(qtbot, header, width, words):
    header.resize(width, header.height())
    qtbot.waitUntil(lambda: words_on(header) == words)
    qtbot.waitUntil(lambda: header.layout().activate() is False)


def test_the_search_box_gives_way_before_the_title_is_cut(crowded, qtbot):
    share_out(qtbot, crowded, 700, ["Import", "New follow-up"])
    assert crowded.search_box.width() < crowded.search_box.sizeHint().width()
    assert not crowded.title._is_cut()


def test_then_buttons_lose_their_words_and_the_primary_one_last(crowded, qtbot):
    share_out(qtbot, crowded, 600, ["", "New follow-up"])
    assert crowded._buttons[0].toolTip() == crowded._buttons[0].accessibleName() == "Import"
    assert not crowded.title._is_cut()


def test_the_title_is_cut_last_and_the_words_come_back_with_the_room(crowded, qtbot):
    for width in (600, 500):
        crowded.resize(width, crowded.height())
        crowded.layout().activate()
        QApplication.sendPostedEvents()
    share_out(qtbot, crowded, 300, ["", ""])
    qtbot.waitUntil(crowded.title._is_cut)
    assert crowded.search_box.width() == crowded.search_box.minimumSizeHint().width()

    share_out(qtbot, crowded, 1000, ["Import", "New follow-up"])
    assert crowded._buttons[0].toolTip() == ""
    qtbot.waitUntil(lambda: crowded.search_box.width() == crowded.search_box.sizeHint().width())


def test_a_head_of_any_width_comes_to_rest(crowded, monkeypatch):
    shared = []
    whole = PageHeader._share_out
    monkeypatch.setattr(PageHeader, "_share_out", lambda self: shared.append(1) or whole(self))
    for width in range(300, 900, 7):
        crowded.resize(width, crowded.height())
        for _ in range(12):
            before = len(shared)
            QApplication.sendPostedEvents()
            if len(shared) == before:
                break
        assert len(shared) == before, f"still moving at {width}"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_a_button_as_space_does(qtbot, theme, key):
    button = plain_button("Take it out")
    qtbot.addWidget(button)
    pressed = []
    button.clicked.connect(lambda: pressed.append(key))
    qtbot.keyClick(button, key)
    assert pressed == [key]
