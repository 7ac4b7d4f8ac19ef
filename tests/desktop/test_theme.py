"""Colours one can read, fonts that are there, and a dress that changes while the program runs."""

import re

import pytest
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication, QPushButton

from reviewdesk.desktop.ink import readable, scaled, tokens
from reviewdesk.desktop.theme import ThemeChoice, style_sheet
from reviewdesk.desktop.tokens import DARK, LIGHT, contrast, text_pairs
from tests.desktop.conftest import RESOURCES

BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def test_contrast_is_measured_as_wcag_does():
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#123456", "#123456") == 1


@BOTH
def test_all_text_can_be_read(colours):
    names = {value: name for name, value in colours.colours().items()}
    faint = [
        (names.get(ink, ink), names.get(ground, ground))
        for ink, ground in text_pairs(colours)
        if contrast(ink, ground) < 4.5
    ]
    assert faint == []


@BOTH
def test_the_edge_of_a_control_can_be_seen(colours):
    assert contrast(colours.control_border, colours.surface) >= 3
    assert contrast(colours.control_border, colours.window) >= 3
    assert contrast(colours.accent, colours.surface) >= 3


@BOTH
def test_every_colour_of_the_style_sheet_is_a_token(colours, theme):
    sheet = style_sheet(colours, QApplication.font(), RESOURCES / "style")
    assert set(re.findall(r"#[0-9A-Fa-f]{6}\b", sheet)) <= set(colours.colours().values())
    assert "$" not in sheet


@BOTH
def test_the_small_pictures_of_the_style_sheet_are_drawn_in_tokens(colours):
    drawn = {
        colour
        for file in (RESOURCES / "style" / colours.name).glob("*.svg")
        for colour in re.findall(r"#[0-9A-Fa-f]{6}\b", file.read_text("utf-8"))
    }
    assert drawn
    assert drawn <= set(colours.colours().values())


@BOTH
def test_every_picture_the_style_sheet_names_is_there(colours, theme):
    sheet = style_sheet(colours, QApplication.font(), RESOURCES / "style")
    named = set(re.findall(r"url\(style:([\w/-]+\.svg)\)", sheet))
    assert [each for each in named if not (RESOURCES / "style" / each).is_file()] == []


def test_dark_can_be_chosen_while_the_program_runs(theme, qtbot):
    assert tokens() is LIGHT

    with qtbot.waitSignal(theme.changed):
        theme.choose(ThemeChoice.DARK)

    assert tokens() is DARK
    assert QApplication.palette().window().color().name() == DARK.window.lower()


def test_the_system_is_followed_until_the_person_chooses(theme, qapp):
    theme.choose(ThemeChoice.SYSTEM)
    assert theme.tokens is LIGHT


def test_text_is_written_in_inter_in_its_four_weights(theme):
    weights = [QFontInfo(scaled(QApplication.font(), weight=each)).weight() for each in (400, 500, 600, 700)]
    assert QFontInfo(QApplication.font()).family() == "Inter"
    assert weights == [400, 500, 600, 700]


def test_a_larger_text_makes_larger_controls(theme, qtbot):
    button = QPushButton("Import")
    qtbot.addWidget(button)
    button.ensurePolished()
    before = button.sizeHint()

    theme.set_text_size(18)

    assert button.sizeHint().height() > before.height()
    assert button.sizeHint().width() > before.width()


def test_motion_can_be_switched_off(theme, qapp):
    from PySide6.QtCore import Qt

    theme.set_motion(on=False)
    assert not qapp.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)


def test_a_dark_book_colour_is_lightened_only_in_the_dark(theme):
    assert readable("#0F4C5C") == "#0F4C5C"
    theme.choose(ThemeChoice.DARK)
    assert contrast(readable("#0F4C5C"), DARK.side_bar) >= 3


def test_a_scaled_font_keeps_the_other_scripts(theme):
    assert "Noto Sans SC" in scaled(QFont(QApplication.font()), 0.9).families()
