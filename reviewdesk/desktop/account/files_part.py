"""Keeps the files on the page of an account and in the book the same."""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final
from uuid import UUID

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from reviewdesk.desktop.account.file_copies import FileCopies
from reviewdesk.desktop.account.file_dialogs import FilesToKeep, PlaceForCopy
from reviewdesk.desktop.account.file_reading import FileLook, look_at
from reviewdesk.desktop.account.files import FilesPage
from reviewdesk.desktop.account.part import AccountPart
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.widgets.tabs import Tab
from reviewdesk.domain.attachment import Attachment
from reviewdesk.domain.errors import RefusedError, ReviewDeskError
from reviewdesk.domain.file_kinds import would_run
from reviewdesk.services.account_values import AccountBrief
from reviewdesk.services.attachment_values import AccountFiles
from reviewdesk.services.attachments import AttachmentService
from reviewdesk.services.outcome import Outcome

_LARGEST_LOOK: Final = 40_000_000  # bytes; a larger file is opened rather than looked at


class FilesPart(AccountPart):
    """The Files tab, the last one; it comes with the first file or when it is asked for."""

    key = "files"
    after = ""

    def __init__(self, page: FilesPage, files: AttachmentService, tasks: Tasks) -> None:
        super().__init__(page)
        self.page = page
        self._files = files
        self._tasks = tasks
        self._account_id: UUID | None = None
        self._copies = FileCopies(self)
        self._connect()

    def _connect(self) -> None:
        page = self.page
        page.add_asked.connect(self._choose)
        page.dropped.connect(self._keep)
        page.pasted.connect(self._paste)
        page.chosen.connect(self._look)
        page.acted.connect(self._act)
        page.typed.connect(self._change)
        page.drag_asked.connect(self._carry)

    def tab(self, brief: AccountBrief, *, asked: bool) -> Tab | None:
        """Give the tab with how many files there are."""
        return Tab(self.key, self.tr("Files"), brief.files) if brief.files or asked else None

    def show_brief(self, brief: AccountBrief) -> None:
        """Show the files of this account."""
        if brief.account.id != self._account_id:
            self.flush()
            self._account_id = brief.account.id
        self._reload()

    def flush(self) -> None:
        """Save at once what was typed."""
        self.page.flush()

    @property
    def is_safe(self) -> bool:
        """Say whether everything that was typed here is in the book."""
        return all(each.is_safe for each in self.page.card.fields)

    def _reload(self) -> None:
        if self._account_id is not None:
            self._tasks.run(partial(self._files.files, self._account_id), self._show, self, newest="files")

    def _show(self, files: AccountFiles) -> None:
        if files.account_id == self._account_id:
            self.page.show_files(files)
            self.seek()

    def start_adding(self) -> None:
        """Let the person choose files to keep."""
        self._choose()

    def reach(self, record_id: UUID) -> bool:
        """Go to a file."""
        if self.page.file(record_id) is None:
            return False
        self.page.go_to(record_id)
        return True

    def _choose(self) -> None:
        self._keep(FilesToKeep.ask(self.page))

    def _keep(self, paths: list[Path]) -> None:
        if self._account_id is None:
            return
        for path in paths:
            work = partial(self._files.add, self._account_id, path)
            self._tasks.run(work, self._kept, self, lane=Lane.WRITE)

    def _paste(self, picture: bytes) -> None:
        if self._account_id is not None:
            name = f"Picture {datetime.now().astimezone():%Y-%m-%d %H.%M.%S}.png"
            work = partial(self._files.add_bytes, self._account_id, name, picture)
            self._tasks.run(work, self._kept, self, lane=Lane.WRITE)

    def _kept(self, done: Outcome[Attachment]) -> None:
        if self._account_id is not None:
            read = partial(self._files.files, self._account_id)
            self._tasks.run(read, partial(self._show_new, done.value.id), self, newest="files")

    def _show_new(self, file_id: UUID, files: AccountFiles) -> None:
        self._show(files)
        if self.page.isVisible():
            self.page.go_to(file_id)

    def _look(self, file_id: UUID) -> None:
        row = self.page.file(file_id)
        if row is not None and row.file.size <= _LARGEST_LOOK:
            self._tasks.run(partial(self._read, file_id), self._show_look, self, lane=Lane.DOCUMENTS, newest="look")

    def _read(self, file_id: UUID) -> FileLook:
        return look_at(file_id, self._files.content(file_id))

    def _show_look(self, look: FileLook) -> None:
        if look.file_id == self.page.current:
            self.page.card.preview.show_look(look)

    def _act(self, file_id: UUID, action: str) -> None:
        row = self.page.file(file_id)
        if row is None:
            return
        if action == "remove":
            self._tasks.run(partial(self._files.remove, file_id), self._done, self, lane=Lane.WRITE)
        elif action == "save":
            place = PlaceForCopy.ask(self.page, row.file.name)
            if place is not None:
                self._tasks.run(partial(self._files.save_as, file_id, place), None, self, lane=Lane.LONG)
        elif would_run(row.file.name):
            self._tasks.told.emit(_would_run(row.file.name))
        else:
            self._tasks.run(partial(self._copy, row.file), self._open, self)

    def _copy(self, file: Attachment) -> Path:
        return self._copies.copy(file.digest, file.name, partial(self._files.save_as, file.id))

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            sentence = f"No program of this system opens “{path.name}”. Save a copy and open it from there."
            self._tasks.told.emit(RefusedError(sentence))

    def _carry(self, file_id: UUID) -> None:
        row = self.page.file(file_id)
        if row is not None:
            self._tasks.run(partial(self._copy, row.file), self.page.carry, self)

    def _change(self, file_id: UUID, name: str, text: str) -> None:
        if name == "name":
            work = partial(self._files.rename, file_id, text)
        else:
            place = self.page.card.place_called(text)
            work = partial(self._files.hang, file_id, place.kind, place.id)
        saved, refused = partial(self._saved, file_id, name), partial(self._refused, file_id, name)
        self._tasks.run(work, saved, self, lane=Lane.WRITE, failed=refused)

    def _saved(self, file_id: UUID, name: str, _done: object) -> None:
        if file_id == self.page.current:
            (self.page.card.name if name == "name" else self.page.card.place).show_saved()
        self._reload()

    def _refused(self, file_id: UUID, name: str, error: ReviewDeskError) -> None:
        if file_id == self.page.current:
            (self.page.card.name if name == "name" else self.page.card.place).show_refused(str(error))
        else:
            self._tasks.told.emit(error)

    def _done(self, _done: object) -> None:
        self._reload()


def _would_run(name: str) -> RefusedError:
    return RefusedError(f"“{name}” would run as a program. Save a copy, and run it from there only if you trust it.")
