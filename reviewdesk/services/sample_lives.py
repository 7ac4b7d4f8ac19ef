"""How what was said in a sample review went on: promises kept or not, concerns on their way, questions answered."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, Final, TypeVar
from uuid import UUID

from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.follow_up import FollowUp, Side, WaitsOn
from reviewdesk.domain.line_records import LineRecord
from reviewdesk.domain.people import Colleague
from reviewdesk.domain.said import Consent, Opportunity, Question, Quote
from reviewdesk.services.sample_files import Row, Topic, pick

KEPT, KEPT_LATE, BROKEN = 76, 90, 96
FATES: Final = {"kept": 0, "late": KEPT, "broken": KEPT_LATE}
Found = TypeVar("Found", bound=LineRecord)
DROPPED_BECAUSE: Final = "They no longer need it; agreed on the phone."


@dataclass(frozen=True, slots=True)
class Life:
    """One record through time: what it was from each day on, in order."""

    versions: tuple[tuple[date, LineRecord], ...]

    def at(self, day: date) -> LineRecord | None:
        """Give it as it stood on a day, or nothing before it was."""
        return next((record for since, record in reversed(self.versions) if since <= day), None)


def of_kind(lives: Iterable[Life], kind: type[Found], day: date) -> Iterator[Found]:
    """Give the records of one kind as they stood on a day."""
    return (found for each in lives if isinstance(found := each.at(day), kind))


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the lives of one review's records depend on.

    `next_review` is the day of the one that followed; `story` is what is written by hand about the account's last one.
    """

    day: date
    today: date
    me: Colleague
    other: Colleague
    topic: Topic
    people: tuple[UUID, ...]
    next_review: date | None = None
    story: Row | None = None
    colleagues: Mapping[str, Colleague] = field(default_factory=dict)

    def told(self, part: str, words: str) -> Any:  # noqa: ANN401 - whatever the story says
        """Give what the story says of the record with these words, or nothing."""
        said = (self.story or {}).get(part, {}).items()
        return next((told for begin, told in said if begin.casefold() in words.casefold()), None)


def life_of(record: LineRecord, place: int, setting: Setting) -> Life:
    """Give a record its life, from the day of its review until today."""
    return Life(tuple(each for each in _versions(record, place, setting) if each[0] <= setting.today))


def _versions(record: LineRecord, place: int, setting: Setting) -> list[tuple[date, LineRecord]]:
    if isinstance(record, FollowUp):
        return _follow_up(record, place, setting)
    if isinstance(record, Concern):
        return _concern(record, setting)
    if isinstance(record, Question):
        return _question(record, setting)
    if isinstance(record, Quote):
        return [(setting.day, _asked(record, setting))]
    return _opportunity(record, setting)


def _follow_up(noted: FollowUp, place: int, setting: Setting) -> list[tuple[date, LineRecord]]:
    owned = _owned(noted, place, setting)
    due = owned.due
    if due is None or due >= setting.today or setting.told("left_open", noted.what):
        return [(setting.day, owned)]
    return [(setting.day, owned), _end(owned, due, setting)]


def _owned(noted: FollowUp, place: int, setting: Setting) -> FollowUp:
    """Say who does it: every second promise of ours is a colleague's, theirs are the first person's."""
    if noted.side is Side.THEIRS:
        return replace(noted, person_id=setting.people[place % len(setting.people)])
    key = setting.told("owners", noted.what)
    who = setting.colleagues[key] if key else setting.other if place % 2 and setting.story is None else setting.me
    waits_on = WaitsOn.ME if who.is_me else WaitsOn.COLLEAGUE
    return replace(noted, colleague_id=who.id, waits_on=waits_on)


def _end(owned: FollowUp, due: date, setting: Setting) -> tuple[date, LineRecord]:
    fate = FATES.get(setting.told("fates", owned.what) or "", pick(100, owned.id, "fate"))
    on = min(setting.today, max(setting.day, due - timedelta(days=pick(4, owned.id))))
    after = due + timedelta(days=2 + pick(6, owned.id))
    if fate < KEPT or after > setting.today:
        return on, owned.done(on)
    if fate < KEPT_LATE or not owned.is_promise:
        return after, owned.done(after)
    if fate < BROKEN:
        return after, owned.broken(after, because="Fell between two teams.")
    return on, owned.dropped(on, because=DROPPED_BECAUSE)


def _concern(noted: Concern, setting: Setting) -> list[tuple[date, LineRecord]]:
    """Bring a concern on its way: acknowledged, planned, fixed, and confirmed at the next review or by mail."""
    story = setting.told("concerns", noted.words) or {}
    who = setting.colleagues[story["owner"]] if "owner" in story else setting.other
    stand = replace(noted, colleague_id=who.id, team=who.team, stage_since=setting.day)
    versions: list[tuple[date, LineRecord]] = [(setting.day, stand)]
    known = replace(stand, root_cause=story.get("cause", setting.topic.cause), fix=story.get("fix", setting.topic.fix))
    for stage, after in ((Stage.ACKNOWLEDGED, 1), (Stage.PLANNED, 6), (Stage.FIXED, 24 + pick(9, noted.id))):
        on = setting.day + timedelta(days=after)
        base = stand if stage is Stage.ACKNOWLEDGED else replace(known, told_on=on if stage is Stage.FIXED else None)
        versions.append((on, base.at(stage, on)))
        if stage.value == story.get("stage"):
            return versions
    asked = setting.next_review or setting.day + timedelta(days=45)
    ending = (Stage.CONFIRMED,) * 8 + (Stage.NOT_CONFIRMED, Stage.WITHDRAWN)
    fixed = replace(known, told_on=versions[-1][0])
    closed_on = max(asked, versions[-1][0])
    return [*versions, (closed_on, fixed.at(ending[pick(10, noted.id, "end")], closed_on))]


def _question(noted: Question, setting: Setting) -> list[tuple[date, LineRecord]]:
    on = setting.day + timedelta(days=5 + pick(12, noted.id))
    if setting.story is not None:
        return [(setting.day, noted)]
    return [(setting.day, noted), (on, replace(noted, answer="Answered by mail, with an example.", answered_on=on))]


def _asked(noted: Quote, setting: Setting) -> Quote:
    consent = tuple(Consent)[pick(3, noted.id, "consent")]
    return replace(noted, consent=consent, person_id=setting.people[0])


def _opportunity(noted: Opportunity, setting: Setting) -> list[tuple[date, LineRecord]]:
    stepped = replace(noted, next_step="Send an offer", about=f"€ {4 + pick(30, noted.id)},000 a year")
    offered, ended = setting.day + timedelta(days=9), setting.day + timedelta(days=70 + pick(40, noted.id))
    won = bool(pick(2, noted.id, "won"))
    return [(setting.day, noted), (offered, stepped), (ended, replace(stepped, won=won, ended_on=ended))]
