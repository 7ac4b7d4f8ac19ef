"""Makes the parts of a review's workspace that look after themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.review.view import ReviewView


def add_parts(view: ReviewView, desk: Desk) -> None:
    """Let the parts that look after themselves be kept while the workspace stands."""
    from reviewdesk.desktop.review.field_spelling import FieldSpelling
    from reviewdesk.desktop.review.goal_paste import GoalPasting
    from reviewdesk.desktop.review.laddering import Laddering
    from reviewdesk.desktop.review.note_spelling import NoteSpelling
    from reviewdesk.desktop.review.our_side import OurSide
    from reviewdesk.desktop.review.proposing import Proposing

    services, tasks = desk.services, desk.tasks
    Laddering(view.prepare.ladder, services.preparing, tasks)
    FieldSpelling(view, NoteSpelling(view, services.spelling, tasks).words)
    OurSide(view.meet.aside, services.our_side, tasks)
    Proposing(view, services.proposing, tasks)
    pasting = GoalPasting(view, services.goal_figures, tasks)
    view.prepare.paste_asked.connect(pasting.ask)
    view.wrap_up.outcome.goals.paste_asked.connect(pasting.ask)
