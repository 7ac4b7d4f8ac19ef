"""Shows a client's own templates for documents, and the placeholders they may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.row_list import RowList, Section
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction
from reviewdesk.desktop.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewdesk.domain.placeholders import Placeholder
    from reviewdesk.services.document_templates import KeptTemplate

_ROOM = 22  # lines


class TemplatesSheet(Sheet):
    """Shows what is kept and lets the person add and remove.

    Signals:
        add_asked: the person wants to choose a file. remove_asked: the id of the template to take out.
    """

    add_asked = Signal()
    remove_asked = Signal(object)

    def __init__(self, placeholders: Sequence[Placeholder], parent: QWidget) -> None:
        sentence = parent.tr(
            "A Word or PowerPoint file of your own or your client's, with names such as {{account}} where something of "
            "the summary belongs. A row of a table, a paragraph or a bullet that holds the name of a list is repeated "
            "for each of its items. {{if worth}} before a line keeps that line only where there is something. "
            "What has nothing to say leaves nothing behind. Styles, headers and footers stay as they are."
        )
        super().__init__(parent.tr("Templates for documents"), parent.tr("Add a template…"), parent, sentence=sentence)
        self._placeholders = placeholders
        self.copied = Label(part=Part.MUTED)
        self.rows = RowList(self.tr("Templates and placeholders"), most=100)
        self.area = QScrollArea()
        self.area.setWidget(self.rows)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAccessibleName(self.tr("Templates and placeholders"))
        self.area.setMinimumHeight(self.fontMetrics().lineSpacing() * _ROOM)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 92)
        self.add(self.area)
        self.add(self.copied)
        self.cancel.setText(self.tr("Close"))
        self.asked.connect(self.add_asked)
        self.rows.action_asked.connect(self._act)
        self.rows.opened.connect(self._act)

    def show_templates(self, templates: Sequence[KeptTemplate]) -> None:
        """Show the templates that are kept, and below them every placeholder."""
        remove = RowAction("remove", self.tr("Remove"), shape=ActionShape.BUTTON)
        kept = [Row(each.id, each.name, each.kind.label, actions=(remove,)) for each in templates]
        if not kept:
            nothing = self.tr("None is kept yet. Add one; it stays in this book and goes along with it.")
            kept = [Row("none", self.tr("No template"), nothing)]
        copy = RowAction("copy", self.tr("Copy"), "copy")
        names = [Row(each.name, f"{{{{{each.name}}}}}", _about(each), actions=(copy,)) for each in self._placeholders]
        self.rows.show_sections(
            [
                Section(self.tr("Kept in this book"), tuple(kept)),
                Section(self.tr("What a template may ask for"), tuple(names), f"{len(names)}"),
            ]
        )

    def _act(self, key: object, action: str = "") -> None:
        if isinstance(key, UUID):
            if action == "remove":
                self.remove_asked.emit(key)
        elif key != "none":
            QGuiApplication.clipboard().setText(f"{{{{{key}}}}}")
            self.copied.setText(self.tr("Copied: {name}").format(name=f"{{{{{key}}}}}"))


def _about(placeholder: Placeholder) -> str:
    fields = ", ".join(f"{{{{{placeholder.name}.{each}}}}}" for each in placeholder.fields)
    told = f"{placeholder.about} · {fields}" if fields else placeholder.about
    return f"{told[:1].upper()}{told[1:]}"
