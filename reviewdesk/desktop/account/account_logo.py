"""The customer's own logo, and the language its documents are in, among the details of an account."""

from collections.abc import MutableMapping
from functools import partial
from pathlib import Path
from typing import Final
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStackedWidget, QWidget

from reviewdesk.desktop.account.details import AccountDetails
from reviewdesk.desktop.account.section import AccountSection
from reviewdesk.desktop.document.pages import draw_pages
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.widgets.buttons import Button, ButtonKind
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.picture_well import PictureWell
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.domain.languages import language_name
from reviewdesk.services.account_values import AccountBrief
from reviewdesk.services.branding import AccountLogo, BrandingService

_SCALE: Final = 0.8


class AccountLogoCard(Card):
    """Their logo and their language.

    Signals:
        language_asked: the person wants to choose their language.
    """

    language_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("On their documents"), self.tr("summaries, pre-reads and letters"))
        self.well = PictureWell(self.tr("Their logo, beside yours"))
        self.words = Label(part=Part.MUTED, wraps=True)
        self.change = Button(self.tr("Choose their language"), "", ButtonKind.LINK)
        for each in (self.well, self.words, self.change):
            self.add(each)
        self.change.clicked.connect(self.language_asked)

    def show_language(self, given: str, language: str) -> None:
        """Say in which language their documents are, and why."""
        written = language_name(language)
        if given and given != language and given.split("-", maxsplit=1)[0] != language:
            words = self.tr(
                "Their documents are in {written}, the language of the book: {given} documents do not exist yet."
            )
        elif given:
            words = self.tr("Their documents are in {written}, as their language says.")
        else:
            words = self.tr("Their documents are in {written}, the language of the book, until theirs is chosen.")
        self.words.setText(words.format(written=written, given=language_name(given)))

    def show_logo(self, picture: QImage | None) -> None:
        """Show their logo, or that there is none."""
        self.well.show_picture(picture)


class AccountLogoSection(AccountSection):
    """Keeps their logo on the page and in the book the same."""

    def __init__(self, card: AccountLogoCard, branding: BrandingService, tasks: Tasks) -> None:
        super().__init__(card)
        self.card = card
        self._branding, self._tasks = branding, tasks
        self._account_id: UUID | None = None
        self._given = ""
        card.well.chosen.connect(self._choose)
        card.well.remove_asked.connect(self._remove)
        tasks.changed.connect(self._reload_if_concerned)

    def join(self, pages: MutableMapping[str, QWidget], _stack: QStackedWidget) -> None:
        """Take its place under the card that the language stands on."""
        page = pages[self.of]
        if isinstance(page, AccountDetails):
            page.place_after("language", self.view)

    def show_brief(self, brief: AccountBrief) -> None:
        """Show what belongs to this account."""
        if brief.account.id != self._account_id:
            self._account_id = brief.account.id
            self.card.show_logo(None)
            self.card.well.show_refused("")
        self._given = brief.account.language
        self._reload()

    def _reload(self) -> None:
        if self._account_id is not None:
            read = partial(self._gather, self._account_id)
            self._tasks.run(
                read, partial(self._show, self._account_id), self, lane=Lane.DOCUMENTS, newest="account logo"
            )

    def _gather(self, account_id: UUID) -> tuple[AccountLogo, QImage | None]:
        found = self._branding.of_account(account_id)
        ratio = self.card.devicePixelRatioF()
        return found, draw_pages(found.pdf, _SCALE, ratio, most=1)[0].image if found.pdf else None

    def _show(self, account_id: UUID, found: tuple[AccountLogo, QImage | None]) -> None:
        if account_id == self._account_id:
            self.card.show_logo(found[1])
            self.card.show_language(self._given, found[0].language)

    def _choose(self, content: Path | bytes) -> None:
        if self._account_id is not None:
            self.card.well.show_refused("")
            work = partial(self._branding.choose_for, self._account_id, content)
            refused = partial(self._refused, self._account_id)
            self._tasks.run(work, self._done, self, lane=Lane.DOCUMENTS, failed=refused)

    def _remove(self) -> None:
        if self._account_id is not None:
            self.card.well.show_refused("")
            work = partial(self._branding.remove_from, self._account_id)
            self._tasks.run(work, self._done, self, lane=Lane.WRITE)

    def _done(self, _done: object) -> None:
        self._reload()

    def _refused(self, account_id: UUID, error: ReviewDeskError) -> None:
        if account_id == self._account_id:
            self.card.well.show_refused(str(error))
        else:
            self._tasks.told.emit(error)

    def _reload_if_concerned(self, changes: Changes, origin: object) -> None:
        if origin is not self and changes.touch(Kind.BOOK) and self.card.isVisible():
            self._reload()
