"""How documents look, in Settings: who sends them, logos, colours, paper, and beside them a page as it comes out."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.settings.model import LANGUAGES
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.colour_field import ColourField
from reviewdesk.desktop.widgets.contrast_line import ContrastLine
from reviewdesk.desktop.widgets.field import ChoiceField, Field, LineField, TextField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.paper_preview import PaperPreview
from reviewdesk.desktop.widgets.picture_well import PictureWell
from reviewdesk.desktop.widgets.side_by_side import SideBySide, column_of
from reviewdesk.domain.book import PaperSize
from reviewdesk.domain.branding import Logo
from reviewdesk.domain.contrast import Corrected

PAPERS: Final = tuple((each.value, each.value) for each in PaperSize)


class DocumentsCard(Card):
    """Everything that makes documents look like the sender's.

    Signals:
        typed: the name of a setting and its text.
        logo_chosen: whose logo, and the file or the content of the picture.
        logo_remove_asked: whose logo is taken away.
    """

    typed = Signal(str, str)
    logo_chosen = Signal(object, object)
    logo_remove_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Documents"), self.tr("what your customers see"))
        self.fields: dict[str, Field] = {
            "company": LineField(self.tr("Company"), hint="Northgate", quiet=False),
            "company_line": LineField(self.tr("Line under it"), hint="Freight Systems", quiet=False),
            "color_main": ColourField(self.tr("Main colour"), hint="#0F4C5C"),
            "color_accent": ColourField(self.tr("Second colour"), hint="#B75417"),
            "prepared_by": LineField(self.tr("Prepared by"), hint=self.tr("Marlow & Partners"), quiet=False),
            "footer": LineField(self.tr("Footer"), hint="Northgate Freight Systems", quiet=False),
            "signature": TextField(
                self.tr("Signature of letters and mails"), hint="Dana Reyes\nKey account manager", lines=3
            ),
            "paper": ChoiceField(self.tr("Paper"), PAPERS, quiet=False),
            "language": ChoiceField(self.tr("Language, where an account has no other"), LANGUAGES, quiet=False),
        }
        self.wells = {
            Logo.OURS: PictureWell(self.tr("Your logo")),
            Logo.PREPARER: PictureWell(self.tr("Logo of who prepares it")),
        }
        self.contrasts = {"color_main": ContrastLine(), "color_accent": ContrastLine()}
        self.preview = PaperPreview(self.tr("Page 1 of a made-up review"))
        self.remark = Label(self.tr("A made-up review, as its customer would get it."), Part.SMALL, wraps=True)
        for field in self.fields.values():
            if isinstance(field, ColourField):
                field.shown.is_exact = True
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(self._pair("company", "company_line"))
        column.addWidget(self.wells[Logo.OURS])
        column.addLayout(self._colours())
        column.addLayout(self._pair("footer"))
        column.addLayout(self._pair("signature"))
        column.addLayout(self._pair("paper", "language"))
        column.addWidget(Label(self.tr("For consultants"), Part.CAPS))
        column.addLayout(self._pair("prepared_by"))
        column.addWidget(self.wells[Logo.PREPARER])
        column.addStretch(1)
        self.add(SideBySide(left, column_of(self.preview, self.remark, gap=8), shares=(4, 3), gap=28, least=34))

    def _pair(self, *names: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        for at, name in enumerate(names):
            grid.addWidget(self.fields[name], 0, at, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(at, 1)
        return grid

    def _colours(self) -> QGridLayout:
        grid = self._pair("color_main", "color_accent")
        grid.setVerticalSpacing(6)
        for at, line in enumerate(self.contrasts.values()):
            grid.addWidget(line, 1, at, Qt.AlignmentFlag.AlignTop)
        return grid

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.setObjectName(name)
            field.edited.connect(self._tell)
        for well in self.wells.values():
            well.chosen.connect(self._choose)
            well.remove_asked.connect(self._remove)

    def show_values(self, values: Mapping[str, str]) -> None:
        """Show the settings as they stand; what is being typed stays."""
        for name, field in self.fields.items():
            field.show_value(values.get(name, ""))

    def show_colours(self, main: Corrected, accent: Corrected) -> None:
        """Say how well both colours can be read, and what is printed in their place."""
        self.contrasts["color_main"].show_colour(main)
        self.contrasts["color_accent"].show_colour(accent)

    def show_logo(self, logo: Logo, picture: QImage | None) -> None:
        """Show a logo, or that there is none."""
        self.wells[logo].show_picture(picture)

    def _tell(self, value: object) -> None:
        self.typed.emit(self.sender().objectName(), str(value))

    def _choose(self, content: object) -> None:
        self.logo_chosen.emit(self._whose(), content)

    def _remove(self) -> None:
        self.logo_remove_asked.emit(self._whose())

    def _whose(self) -> Logo:
        return next(logo for logo, well in self.wells.items() if well is self.sender())
