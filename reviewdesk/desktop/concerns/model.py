"""The concerns of all accounts as cards in lanes, and which of them are shown."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final
from uuid import UUID

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.chips import Chip
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.domain.concern import CLOSED_STAGES, SEVERITIES, Stage
from reviewdesk.domain.intervals import counted_days, short_day
from reviewdesk.domain.stage_asks import lacking
from reviewdesk.services import concerns
from reviewdesk.services.concern_board import BoardConcern, ConcernBoard

Board = ConcernBoard
StageAsk = concerns.StageAsk
WAY: Final = (Stage.REPORTED, Stage.ACKNOWLEDGED, Stage.PLANNED, Stage.FIXED, Stage.CONFIRMED)
TITLES: Final[Mapping[Stage, str]] = {
    Stage.REPORTED: "Reported",
    Stage.ACKNOWLEDGED: "Acknowledged",
    Stage.PLANNED: "Plan in place",
    Stage.FIXED: "Fixed",
    Stage.CONFIRMED: "Ended in 30 days",
}
NOTHING: Final[Mapping[Stage, str]] = {
    Stage.REPORTED: "Everything reported is acknowledged.",
    Stage.ACKNOWLEDGED: "None waits for a plan.",
    Stage.PLANNED: "No plan is being worked on.",
    Stage.FIXED: "Nobody has to be asked whether it is.",
    Stage.CONFIRMED: "What they confirm stands here for 30 days.",
}
MINE, LATE, GRAVE, UNOWNED, TEAM, CAUSE = "mine", "late", "grave", "unowned", "team:", "cause:"
_GRAVE_FROM: Final = 3
_MARKS: Final = '“”"'
_MOST_TEAMS: Final = 4
_MOST_CAUSES: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class CardText:
    """One concern as its card shows it."""

    key: UUID
    account_id: UUID
    account: str
    words: str
    severity: PillText
    about: str
    owner: str
    stage: Stage
    lacks: str = ""
    is_late: bool = False

    @property
    def is_open(self) -> bool:
        """Say whether it still asks for something."""
        return self.stage not in CLOSED_STAGES

    @property
    def said(self) -> str:
        """The card as it is read aloud."""
        return ", ".join(filter(None, (self.account, self.words, self.severity.text, self.about, self.owner)))


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneText:
    """One lane: the stage its cards have come to, and the cards, what presses most first."""

    stage: Stage
    title: str
    nothing: str
    cards: tuple[CardText, ...]


def next_stage(stage: Stage, by: int) -> Stage | None:
    """Give the stage so many lanes further on, or back; one that ended otherwise goes back to fixed."""
    at = WAY.index(stage) if stage in WAY else len(WAY) - 1
    return WAY[at + by] if 0 <= at + by < len(WAY) else None


def lane_of(stage: Stage) -> Stage:
    """Give the stage in whose lane a concern of this stage lies."""
    return Stage.CONFIRMED if stage in CLOSED_STAGES else stage


def lanes_of(board: ConcernBoard, words: str = "", on: Collection[str] = ()) -> tuple[LaneText, ...]:
    """Give the lanes with the concerns that hold these words and are like all chips that are on."""
    shown = [each for each in board.concerns if _holds(each, words) and _fits(each, on, board.today)]
    return tuple(
        LaneText(
            stage=stage,
            title=TITLES[stage],
            nothing=NOTHING[stage] if not (words.strip() or on) else "",
            cards=tuple(_card(each, board.today) for each in _in_order(shown, stage)),
        )
        for stage in WAY
    )


def chips_of(board: ConcernBoard) -> tuple[Chip, ...]:
    """Give the chips that leave something, each with how many open concerns it leaves."""
    still_open = [each for each in board.concerns if each.concern.is_open]
    teams = sorted({each.concern.team for each in still_open if each.concern.team})
    asked = {LATE: "Past their clock", GRAVE: "Severity 3 and 4", MINE: "Mine", UNOWNED: "Nobody's"}
    kinds = Counter(each.concern.cause_kind for each in still_open if each.concern.cause_kind)
    causes = {f"{CAUSE}{kind}": f"Cause: {kind}" for kind, _ in kinds.most_common(_MOST_CAUSES)}
    named = {**asked, **{f"{TEAM}{each}": each for each in teams[:_MOST_TEAMS]}, **causes}
    counted = {key: sum(_is(each, key, board.today) for each in still_open) for key in named}
    return tuple(Chip(key, named[key], count) for key, count in counted.items() if count)


def status_of(board: ConcernBoard) -> str:
    """Say how many are open and past their clock: "7 open · 2 past their clock · 1 fixed and to be confirmed"."""
    still_open = [each for each in board.concerns if each.concern.is_open]
    unconfirmed = sum(each.concern.stage is Stage.NOT_CONFIRMED for each in board.concerns)
    apart = (f"{unconfirmed:,} closed, not confirmed",) if unconfirmed else ()
    if not still_open:
        return " · ".join(apart)
    late = sum(each.is_late(board.today) for each in still_open)
    fixed = sum(each.concern.stage is Stage.FIXED for each in still_open)
    parts = (f"{len(still_open):,} open", f"{late:,} past their clock" if late else "none past its clock")
    return " · ".join((*parts, *((f"{fixed:,} to be confirmed",) if fixed else ()), *apart))


def _in_order(shown: Sequence[BoardConcern], stage: Stage) -> list[BoardConcern]:
    """Order a lane: what its clock presses first, then the gravest, then the earliest; ended ones the latest first."""
    found = [each for each in shown if lane_of(each.concern.stage) is stage]
    if stage is Stage.CONFIRMED:
        return sorted(found, key=lambda each: each.concern.stage_since or date.min, reverse=True)
    return sorted(
        found,
        key=lambda each: (each.clock.due if each.clock else date.max, -each.concern.severity, each.concern.raised_on),
    )


def _card(each: BoardConcern, today: date) -> CardText:
    concern = each.concern
    tone = Tone.BAD if concern.severity >= _GRAVE_FROM else Tone.WARN
    pill = PillText(f"severity {concern.severity}", tone) if concern.is_open else _end(concern.stage)
    found = lacking(concern)
    return CardText(
        key=concern.id,
        account_id=concern.account_id,
        account=each.account,
        words=concern.words.strip(_MARKS),
        severity=pill,
        about=" · ".join(filter(None, (_clock(each, today), found.short if found else ""))),
        owner=each.owner or concern.team,
        stage=concern.stage,
        lacks=found.question if found else "",
        is_late=each.is_late(today),
    )


def _end(stage: Stage) -> PillText:
    return PillText("confirmed", Tone.GOOD) if stage is Stage.CONFIRMED else PillText(stage.value)


def _clock(each: BoardConcern, today: date) -> str:
    """Say what a concern waits for, by when or for how long."""
    since = each.concern.stage_since or each.concern.raised_on
    if each.clock is not None:
        over = (today - each.clock.due).days
        if over > 0:
            return f"{each.clock.what}, {counted_days(over)} over"
        if each.clock.at is not None and not over:
            return f"{each.clock.what} by {each.clock.at:%H:%M}{', over' if each.is_over else ''}"
        return f"{each.clock.what} {'today' if not over else f'by {short_day(each.clock.due, today)}'}"
    return f"{'since' if each.concern.is_open else 'on'} {short_day(since, today)}"


def _holds(each: BoardConcern, words: str) -> bool:
    text = _searched(each)
    return all(word in text for word in words.casefold().split())


@lru_cache(maxsize=4_096)
def _searched(each: BoardConcern) -> str:
    """Give all that a concern is looked for by: whose, what, how grave, who sees to it, why, and what it is about."""
    concern = each.concern
    named = (each.raised_by, *concern.tags, *concern.products, *concern.lots, *concern.sites, *concern.carriers)
    said = (each.account, concern.words, concern.summary, f"severity {concern.severity}", concern.team, each.owner)
    cause = (concern.root_cause, concern.cause_kind or "", concern.mismatch or "", *concern.reasons)
    return " ".join((*said, *cause, *named, *concern.processes, *concern.contract_terms)).casefold()


def _fits(each: BoardConcern, on: Collection[str], today: date) -> bool:
    """Say whether a concern is like the chips that are on; of several teams, or causes, it is of one."""
    groups = [[key for key in on if key.startswith(kind)] for kind in (TEAM, CAUSE)]
    others = set(on).difference(*groups)
    return all(_is(each, key, today) for key in others) and all(
        not group or any(_is(each, key, today) for key in group) for group in groups
    )


def _is(each: BoardConcern, key: str, today: date) -> bool:
    tests: Mapping[str, Callable[[], bool]] = {
        LATE: lambda: each.is_late(today),
        GRAVE: lambda: each.concern.severity >= _GRAVE_FROM,
        MINE: lambda: each.is_mine,
        UNOWNED: lambda: not each.owner and not each.concern.team,
    }
    of_a_group = {f"{TEAM}{each.concern.team}", f"{CAUSE}{each.concern.cause_kind}"}
    return tests[key]() if key in tests else key in of_a_group


def severity_words(card: CardText) -> str:
    """Say what the severity on a card stands for."""
    number = card.severity.text.rpartition(" ")[2]
    return SEVERITIES[int(number)] if number.isdigit() else card.severity.text
