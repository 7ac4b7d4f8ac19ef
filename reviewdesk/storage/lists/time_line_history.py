"""What the history of records tells a time line: the stages of concerns, and the changes of fields."""

from typing import Any, Final

from sqlalchemy import ColumnElement, Select, func, or_, select, union_all

from reviewdesk.domain.concern import Stage
from reviewdesk.domain.happening import What
from reviewdesk.storage import tables
from reviewdesk.storage.kept_tables import change, step
from reviewdesk.storage.lists.time_line_shape import DAY, event

_UNSAID: Final = ("", "gut_feeling_on")


def staged(account_id: str) -> Select[Any]:
    """Give each stage a concern came to: the one it is at, and those before from its history, unless undone."""
    concern, since = tables.concern, change.alias("since")
    mine = (concern.c.account_id == account_id, concern.c.withdrawn == 0)
    now = event(
        What.CONCERN_STAGE, concern.c.stage_since, concern.c.id, words=concern.c.words, detail=concern.c.stage
    ).where(*mine, concern.c.stage != Stage.REPORTED.value, concern.c.stage_since.is_not(None))
    day = func.coalesce(func.substr(since.c.new, 2, DAY), func.substr(step.c.at, 1, DAY))
    stage = func.trim(change.c.new, '"')
    before = event(
        What.CONCERN_STAGE, day, concern.c.id, words=concern.c.words, detail=stage, first=change.c.number
    ).join_from(concern, change, (change.c.record_id == concern.c.id) & (change.c.field == "stage"))
    before = before.join(step, step.c.id == change.c.step_id).outerjoin(
        since,
        (since.c.step_id == change.c.step_id)
        & (since.c.record_id == change.c.record_id)
        & (since.c.field == "stage_since"),
    )
    ours = select(concern.c.id).where(*mine)
    before = before.where(*mine, stage != concern.c.stage, *_not_undone(ours))
    both = union_all(now, before).subquery("stages")
    return select(both)


def _not_undone(records: Select[Any]) -> tuple[ColumnElement[bool], ...]:
    """Leave out what undid something, and what was undone; both stand in the history of the same record."""
    other, undoing = change.alias("other"), step.alias("undoing")
    undone = select(undoing.c.undoes).join_from(other, undoing, undoing.c.id == other.c.step_id)
    undone = undone.where(other.c.record_id.in_(records), undoing.c.undoes.is_not(None))
    return step.c.undoes.is_(None), step.c.head.not_in(undone)


def changed(account_id: str) -> Select[Any]:
    """Give the changes of fields of the account and its people; those of one spell of typing are one."""
    person = tables.person
    people = select(person.c.id).where(person.c.account_id == account_id)
    mine = or_(change.c.record_id == account_id, change.c.record_id.in_(people))
    records = select(tables.account.c.id).where(tables.account.c.id == account_id).union_all(people)
    day = func.substr(func.max(step.c.at), 1, DAY)
    first, last = func.min(change.c.number), func.max(change.c.number)
    found = event(
        What.CHANGED, day, change.c.record_id, words=change.c.field, detail=change.c.kind, first=first, last=last
    ).join_from(change, step, step.c.id == change.c.step_id)
    found = found.where(mine, change.c.field.not_in(_UNSAID), *_not_undone(select(records.subquery())))
    return found.group_by(step.c.head, change.c.record_id, change.c.field)
