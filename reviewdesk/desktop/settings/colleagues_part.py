"""Keeps the colleagues in Settings and in the book the same."""

from functools import partial
from uuid import UUID

from reviewdesk.desktop.settings.colleagues import ColleaguesCard
from reviewdesk.desktop.settings.part import SettingsPart
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.services.colleagues import ColleagueService


class ColleaguesPart(SettingsPart):
    """Answers what is done with colleagues in Settings."""

    def __init__(self, card: ColleaguesCard, colleagues: ColleagueService, tasks: Tasks) -> None:
        super().__init__(card)
        self._card = card
        self._colleagues = colleagues
        self._tasks = tasks
        card.add_asked.connect(self._add)
        card.typed.connect(self._change)
        card.remove_asked.connect(self._remove)
        tasks.changed.connect(self._reload_if_concerned)

    def show_now(self) -> None:
        """Show the colleagues as they stand."""
        self._tasks.run(self._colleagues.team, self._card.show_team, self, newest="colleagues")

    def flush(self) -> None:
        """Save at once what was typed."""
        self._card.flush()

    @property
    def is_safe(self) -> bool:
        """Say whether everything that was typed here is in the book."""
        return self._card.is_safe

    def _add(self, name: str, email: str, team: str) -> None:
        work = partial(self._colleagues.add, name, email=email, team=team)
        self._tasks.run(work, self._added, self, lane=Lane.WRITE, failed=self._not_added)

    def _added(self, _done: object) -> None:
        self._card.new.clear()
        self.show_now()

    def _not_added(self, error: ReviewDeskError) -> None:
        self._card.new.refuse(str(error))

    def _change(self, colleague_id: UUID, name: str, text: str) -> None:
        work = partial(self._colleagues.change, colleague_id, name, text)
        saved, refused = partial(self._saved, colleague_id, name), partial(self._refused, colleague_id, name)
        self._tasks.run(work, saved, self, lane=Lane.WRITE, failed=refused)

    def _saved(self, colleague_id: UUID, name: str, _done: object) -> None:
        if self._card.form is not None and colleague_id == self._card.opened:
            self._card.form.grid.show_saved(name)
        self.show_now()

    def _refused(self, colleague_id: UUID, name: str, error: ReviewDeskError) -> None:
        if self._card.form is not None and colleague_id == self._card.opened:
            self._card.form.grid.refuse(name, str(error))
        else:
            self._tasks.told.emit(error)

    def _remove(self, colleague_id: UUID) -> None:
        work = partial(self._colleagues.remove, colleague_id)
        self._tasks.run(work, self._removed, self, lane=Lane.WRITE, failed=self._not_removed)

    def _removed(self, _done: object) -> None:
        self.show_now()

    def _not_removed(self, error: ReviewDeskError) -> None:
        if self._card.form is not None:
            self._card.form.refuse(str(error))

    def _reload_if_concerned(self, changes: Changes, origin: object) -> None:
        if origin is not self and changes.touch(Kind.COLLEAGUE) and self._card.isVisible():
            self.show_now()
