"""What Sort shows of a line: what it may be, whose and by when, and which words spoke for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from reviewdesk.desktop.review.chips import TONES, day_words
from reviewdesk.desktop.review.model import SaidOfLine, SortLine
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.domain.concern import SEVERITIES
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes.sorting import Proposal

DATED: Final = frozenset({Marker.FOLLOW_UP, Marker.OUR_PROMISE, Marker.THEIR_PROMISE})
KINDS: Final = (
    ("1", Marker.FOLLOW_UP),
    ("2", Marker.OUR_PROMISE),
    ("3", Marker.THEIR_PROMISE),
    ("4", Marker.CONCERN),
    ("5", Marker.GOING_RIGHT),
    ("6", Marker.QUESTION),
    ("7", Marker.QUOTE),
    ("8", Marker.DECISION),
    ("9", Marker.OPPORTUNITY),
    ("R", Marker.RIVAL),
    ("M", Marker.ONLY_ME),
    ("N", Marker.NOTE),
)
_AFTERWARDS: Final = {
    Marker.QUESTION: "next agenda",
    Marker.QUOTE: "ask consent",
    Marker.DECISION: "printed",
    Marker.GOING_RIGHT: "printed",
    Marker.OPPORTUNITY: "our side",
    Marker.ONLY_ME: "stays with me",
}


@dataclass(frozen=True, slots=True)
class WhoIsWho:
    """Who can be named: names by id, who I am, the account, and today."""

    names: Mapping[UUID, str]
    me_id: UUID | None
    account: str
    today: date


def accepted(proposal: Proposal) -> SaidOfLine:
    """Give what accepting a proposal says."""
    return SaidOfLine(
        proposal.kind,
        proposal.severity,
        proposal.ours if proposal.kind in DATED else None,
        proposal.theirs if proposal.kind in DATED else None,
        proposal.due,
    )


def pill_of(said: SaidOfLine) -> PillText:
    """Give the pill of a kind."""
    return PillText(said.marker.value, TONES.get(said.marker, Tone.NEUTRAL))


def words_of(said: SaidOfLine, who: WhoIsWho, rival: str = "") -> str:
    """Say whose, by when, and what follows."""
    if said.marker in DATED:
        due = day_words(said.due, who.today) if said.due else "no date yet"
        return f"{_owner(said, who)} · {due}"
    if said.marker is Marker.CONCERN:
        severity = said.severity or 1
        return f"severity {severity} · {SEVERITIES[severity]}"
    if said.marker is Marker.RIVAL:
        return " · ".join(each for each in ("our side", rival) if each)
    return _AFTERWARDS.get(said.marker, "only me")


def _owner(said: SaidOfLine, who: WhoIsWho) -> str:
    if said.marker is Marker.THEIR_PROMISE:
        return who.names.get(said.person_id, who.account) if said.person_id else who.account
    if said.colleague_id is None or said.colleague_id == who.me_id:
        return "me"
    return who.names.get(said.colleague_id, "me")


def spans_of(line: SortLine) -> tuple[tuple[int, int], ...]:
    """Give where the words stand that spoke for the proposal."""
    text, found = line.line.text, []
    for words in line.proposal.because:
        at = text.find(words)
        if at >= 0 and words.strip():
            found.append((at, at + len(words)))
    return tuple(found)
