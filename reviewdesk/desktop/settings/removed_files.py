"""What stands in files that were removed, and the way to erase it for good."""

from PySide6.QtCore import Qt

from reviewdesk.desktop.settings.part import SettingsPart
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.widgets.buttons import plain_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.file_kinds import size_words
from reviewdesk.services.attachment_values import RemovedFiles
from reviewdesk.services.attachments import AttachmentService


class RemovedFilesCard(Card):
    """Says what is kept of removed files; it shows itself only while there is any."""

    def __init__(self) -> None:
        super().__init__(self.tr("Removed files"))
        self.words = Label(part=Part.MUTED, wraps=True)
        self.erase = plain_button(self.tr("Erase removed files"), "trash-2")
        self.add(self.words)
        self.add(self.erase)
        self.body.setAlignment(self.erase, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_removed(self, removed: RemovedFiles) -> None:
        """Show how many there are."""
        count = self.tr("1 removed file") if removed.count == 1 else f"{removed.count:,} removed files"
        self.words.setText(
            self.tr(
                "{count}, {size}, can still be brought back by undo. Erased, they are gone for good; backups made "
                "before still hold them."
            ).format(count=count, size=size_words(removed.size))
        )
        self.setVisible(bool(removed.count))


class RemovedFilesPart(SettingsPart):
    """Answers what is done with removed files in Settings."""

    def __init__(self, card: RemovedFilesCard, files: AttachmentService, tasks: Tasks) -> None:
        super().__init__(card)
        self._card = card
        self._files = files
        self._tasks = tasks
        card.erase.clicked.connect(self._erase)
        tasks.changed.connect(self._reload_if_concerned)

    def show_now(self) -> None:
        """Show what there is to erase."""
        self._tasks.run(self._files.removed, self._card.show_removed, self, newest="removed files")

    def _erase(self) -> None:
        self._tasks.run(self._files.erase_removed, self._erased, self, lane=Lane.WRITE)

    def _erased(self, _count: int) -> None:
        self.show_now()

    def _reload_if_concerned(self, changes: Changes, _origin: object) -> None:
        if changes.touch(Kind.ATTACHMENT):
            self.show_now()
