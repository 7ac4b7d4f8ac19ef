"""Goes through the scenes of each book and takes their pictures in every look of a group."""

import traceback
from collections.abc import Callable, Iterable
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from reviewdesk.desktop.theme import ThemeChoice
from reviewdesk.services.opened_book import OpenBook
from tests.gallery.books import SHOWN, Books
from tests.gallery.papers import pages_of, summaries
from tests.gallery.scene import Scene
from tests.gallery.scenes import empty_scenes, sample_scenes, ugly_scenes
from tests.gallery.studio import SMALL, Look, Studio, is_blank

LOOKS = {
    "light": (Look("light"), Look("light_1024x768", size=SMALL)),
    "dark": (Look("dark", ThemeChoice.DARK),),
    "2x": (Look("light_2x"),),
    "14pt": (Look("light_14pt"), Look("light_14pt_1024x768", size=SMALL)),
}
# The pictures of the README by the scene each comes from.
FOR_HELP = {
    "today": "today",
    "accounts": "accounts",
    "insights": "insights",
    "account": "account",
    "import": "import-plan",
    "prepare": "prepare",
    "meet": "meet",
    "sort": "sort",
    "search": "search",
    "follow_ups-after": "follow-ups",
}
HELP_BYTES = 300_000


class Tour:
    """Takes pictures into a folder and notes what went wrong on the way."""

    def __init__(self, app: QApplication, out: Path, looks: Iterable[Look], *, only: str, for_help: bool) -> None:
        self._app = app
        self._out = out
        self._looks = (Look("light"),) if for_help else tuple(looks)
        self._only = only
        self._for_help = for_help
        self.wrong: list[str] = []

    def visit(self, open_book: Callable[[], OpenBook], scenes: Iterable[Scene], folder: Path, *, papers: bool) -> None:
        """Open a book and take a picture of each of its scenes in every look."""
        wanted = [each for each in scenes if self._is_wanted(each.name)]
        if not wanted:
            return
        studio = Studio(self._app, open_book(), folder, self._looks[0])
        try:
            if papers:
                self._print(studio)
            for scene in (each for each in scenes if each.leads_on or each in wanted):
                self._take(studio, scene)
        finally:
            studio.close()

    def _is_wanted(self, name: str) -> bool:
        return self._only in name and (not self._for_help or name in FOR_HELP)

    def _take(self, studio: Studio, scene: Scene) -> None:
        """Bring a scene about, and picture it where it is wanted."""
        studio.told.clear()
        if studio.other_window is not None:
            studio.other_window.close()
            studio.other_window = None
        studio.shell.palette_view.close_palette()
        for sheet in studio.sheets():
            sheet.reject()
        for menu in studio.menus():
            menu.close()
        try:
            studio.dress(self._looks[0])
            scene.bring_about(studio)
            studio.settle()
            for look in self._looks if self._is_wanted(scene.name) else ():
                self._keep(studio, scene.name, look)
        except Exception:  # noqa: BLE001 - one page that cannot be shown must not hide the others
            studio.told.append(traceback.format_exc())
        self.wrong += [f"{scene.name}: {each}" for each in studio.told]

    def _keep(self, studio: Studio, name: str, look: Look) -> None:
        picture = studio.picture(look)
        if is_blank(picture.toImage()):
            studio.told.append(f"the picture in {look.name} shows nothing")
        if self._for_help:
            write_small(picture.toImage(), self._out / f"{FOR_HELP[name]}.png")
        else:
            picture.save(str(self._out / f"{name}_{look.name}.png"))

    def _print(self, studio: Studio) -> None:
        """Picture every page of the sample's documents; the README shows the first page of the first."""
        if not self._only or self._only in "summary":
            for account, pdf in summaries(studio.services, SHOWN):
                for number, page in enumerate(pages_of(pdf), 1):
                    if self._for_help:
                        page.save(self._out / "summary.png", optimize=True)
                        return
                    page.save(self._out / f"summary_{account.replace('/', '-')}_{number}.png")


def write_small(picture: QImage, path: Path) -> None:
    """Write a picture in all its colours, and in fewer only where it would be too large for the README."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    image = Image.open(BytesIO(buffer.data().data())).convert("RGB")
    image.save(path, optimize=True)
    if path.stat().st_size > HELP_BYTES:
        image.quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(path, optimize=True)


def tour(out: Path, group: str, points: float, *, today: date, only: str, for_help: bool) -> list[str]:
    """Take the pictures of one group and give what went wrong."""
    app = QApplication(["gallery"])
    font = app.font()
    font.setPointSizeF(points)
    app.setFont(font)
    made = Tour(app, out, LOOKS[group], only=only, for_help=for_help)
    with TemporaryDirectory(prefix="reviewdesk-gallery-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary)
        books = Books(folder, today)
        made.visit(books.sample, sample_scenes(books.exports()), folder, papers=group == "light")
        if group in ("light", "dark") and not for_help:
            made.visit(books.empty, empty_scenes(), folder, papers=False)
            made.visit(books.ugly, ugly_scenes(), folder, papers=False)
    return made.wrong
