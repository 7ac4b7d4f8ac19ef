"""Icons follow the theme and are sharp at any scale."""

import gc

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

from reviewdesk.desktop.icons import UnknownIconError, icon
from reviewdesk.desktop.theme import ThemeChoice
from reviewdesk.desktop.tokens import DARK, LIGHT
from tests.desktop.conftest import RESOURCES


def strongest(picture):
    image = picture.toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=lambda pixel: pixel.alpha()).name().upper()


def test_an_icon_takes_the_colour_of_the_theme_in_force(theme):
    square = icon("square", "bad")
    assert strongest(square.pixmap(48, 48)) == LIGHT.bad

    theme.choose(ThemeChoice.DARK)

    assert strongest(square.pixmap(48, 48)) == DARK.bad


def test_an_icon_has_more_pixels_on_a_fine_screen(theme):
    fine = icon("phone").pixmap(QSize(18, 18), 2.0)
    assert (fine.width(), fine.devicePixelRatio()) == (36, 2.0)


def test_an_icon_that_is_not_there_is_named():
    with pytest.raises(UnknownIconError, match="no-such-thing"):
        icon("no-such-thing")


def test_icons_survive_being_copied_and_collected(theme):
    kept = [QIcon(icon("mail")) for _ in range(200)]
    gc.collect()
    assert all(not each.pixmap(18, 18).isNull() for each in kept)


def test_every_icon_can_be_drawn_and_comes_with_its_licence(theme):
    names = [each.stem for each in (RESOURCES / "icons").glob("*.svg")]
    assert len(names) > 50
    assert [name for name in names if icon(name).pixmap(18, 18).isNull()] == []
    assert "ISC License" in (RESOURCES / "icons" / "LICENSE.txt").read_text("utf-8")
