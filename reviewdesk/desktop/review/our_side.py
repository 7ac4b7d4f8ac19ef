"""Reads what is for our side alone once its key was pressed in a meeting, and not before."""

from functools import partial

from PySide6.QtCore import QObject

from reviewdesk.desktop.review.aside import Aside
from reviewdesk.desktop.review.known import KnownThing
from reviewdesk.desktop.tasks import Tasks
from reviewdesk.services.our_side_beside import OurFact, OurSideService


class OurSide(QObject):
    """Fills the panel beside the notes; nothing is kept of it once that is shut."""

    def __init__(self, aside: Aside, service: OurSideService, tasks: Tasks) -> None:
        super().__init__(aside)
        self._aside, self._service, self._tasks = aside, service, tasks
        aside.ours_asked.connect(self._read)

    def _read(self, review_id: object) -> None:
        read = partial(self._service.facts, review_id)  # type: ignore[arg-type]
        self._tasks.run(read, partial(self._show, review_id), self, newest="our side")

    def _show(self, review_id: object, facts: tuple[OurFact, ...]) -> None:
        self._aside.show_more(review_id, [KnownThing(each.words, each.remark) for each in facts])
