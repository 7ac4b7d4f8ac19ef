"""Keeps the steps of the review that is shown."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject

from reviewdesk.desktop.review.ladder_card import LadderCard
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.template import ReviewTemplate
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.preparing import PreparingService


class Laddering(QObject):
    """Ticks, adds and takes out steps; the workspace of the review hears of it as of any change."""

    def __init__(self, card: LadderCard, preparing: PreparingService, tasks: Tasks) -> None:
        super().__init__(card)
        self._card, self._preparing, self._tasks = card, preparing, tasks
        card.tick_asked.connect(self._tick)
        card.remove_asked.connect(self._remove)
        card.step_asked.connect(self._add)
        card.templates_asked.connect(self._offer)
        card.template_asked.connect(self._take)

    def _write(self, do: Callable[..., Outcome[Any]], *values: object, **named: object) -> None:
        if self._card.review_id is not None:
            work = partial(do, self._card.review_id, *values, **named)
            self._tasks.run(work, None, self, lane=Lane.WRITE)

    def _tick(self, step_id: UUID, done: bool) -> None:
        self._write(self._preparing.tick, step_id, done=done)

    def _remove(self, step_id: UUID) -> None:
        self._write(self._preparing.remove_step, step_id)

    def _add(self, what: str, days: int) -> None:
        self._write(self._preparing.add_step, what, days)

    def _take(self, template_id: UUID) -> None:
        self._write(self._preparing.take_template, template_id)

    def _offer(self) -> None:
        self._tasks.run(self._preparing.templates, self._show, self, newest="templates")

    def _show(self, templates: tuple[ReviewTemplate, ...]) -> None:
        shown = self._card.template.text()
        self._card.offer_templates([(each.id, each.name, each.name == shown) for each in templates])
