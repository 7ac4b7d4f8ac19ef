"""The button with the other ways a summary can go."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from reviewdesk.desktop.widgets.buttons import IconButton
from reviewdesk.domain.document_kinds import DocumentKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reviewdesk.services.document_templates import KeptTemplate


class OtherMenu(IconButton):
    """Opens the menu.

    Signals:
        copy_asked: the kind of text that is to be copied. template_asked: the template that is to be filled.
        save_asked: the kind of file that is to be saved.
        opening: the menu is about to be shown.
    """

    copy_asked = Signal(object)
    template_asked = Signal(object)
    save_asked = Signal(object)
    opening = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("More ways out"), "ellipsis")
        del parent
        self._menu = QMenu(self)
        self._templates: Sequence[KeptTemplate] = ()
        self._menu.aboutToShow.connect(self.opening)
        self.setMenu(self._menu)
        self.setPopupMode(self.ToolButtonPopupMode.InstantPopup)  # else a click does nothing
        self.show_templates(())

    def show_templates(self, templates: Sequence[KeptTemplate]) -> None:
        """Offer to save and to copy, and to fill each of these templates; what is offered already stays as it is."""
        if self._menu.actions() and templates == self._templates:
            return
        self._templates = tuple(templates)
        self._menu.clear()
        for kind in (DocumentKind.WORD, DocumentKind.POWERPOINT):
            words = self.tr("Save as {kind}…").format(kind=kind.label)
            self._menu.addAction(words).triggered.connect(partial(self._save, kind))
        self._menu.addSeparator()
        for kind in (DocumentKind.TEXT, DocumentKind.MARKDOWN):
            words = self.tr("Copy as {kind}").format(kind=kind.label)
            self._menu.addAction(words).triggered.connect(partial(self._copy, kind))
        if templates:
            self._menu.addSeparator()
        for each in templates:
            words = self.tr("Save in {template}…").format(template=each.name.replace("&", "&&"))
            self._menu.addAction(words).triggered.connect(partial(self._fill, each))

    def _save(self, kind: DocumentKind, _checked: object = None) -> None:
        self.save_asked.emit(kind)

    def _copy(self, kind: DocumentKind, _checked: object = None) -> None:
        self.copy_asked.emit(kind)

    def _fill(self, template: KeptTemplate, _checked: object = None) -> None:
        self.template_asked.emit(template)
