"""How well proposals do on labelled meetings, beside a random choice and the first three lines."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from reviewdesk.domain.proposing import Candidate, candidates, propose
from reviewdesk.domain.said import Consent, Quote
from tests.domain.meetings import Notes
from tests.domain.test_summarising import material_of

LANGUAGES = ("en", "de", "fr")
MOST = 3
Pick = Callable[[Sequence[Candidate], bool], Sequence[Candidate]]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A meeting: its lines, and which of them a good rep would use as a sentence and as heard."""

    title: str
    lines: tuple[str, ...]
    sentences: frozenset[int]
    heard: frozenset[int]

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The lines that the customer may read; every quote has consent."""
        notes = Notes("\n".join(self.lines))
        return candidates(material_of(agreed(notes)))

    def wanted(self, *, heard: bool) -> frozenset[int]:
        """The numbers of the lines that are labelled."""
        return self.heard if heard else self.sentences


def agreed(notes: Notes) -> Notes:
    """Let everybody who was quoted consent."""
    for key, each in notes.records.items():
        if isinstance(each, Quote):
            notes.records[key] = replace(each, consent=Consent.UNNAMED)
    return notes


def labelled(name: str) -> list[Labelled]:
    """Read the meetings of one file, each under its title."""
    text = (Path(__file__).parent / "labelled" / f"{name}.txt").read_text(encoding="utf-8")
    return [_meeting(each.splitlines()) for each in text.strip().split("\n\n")]


def _meeting(lines: list[str]) -> Labelled:
    rows = [each.split(" | ", 1) for each in lines[1:]]
    said = [{number for number, (label, _) in enumerate(rows, 1) if letter in label} for letter in "sh"]
    return Labelled(lines[0].lstrip("# "), tuple(text for _, text in rows), *map(frozenset, said))


@dataclass(frozen=True, slots=True)
class Score:
    """How many were proposed, how many of them are labelled, and how many meetings got at least one that is."""

    made: int
    right: Fraction
    meetings: int

    @property
    def precision(self) -> float:
        """The share of what is proposed that a good rep would use."""
        return float(self.right / self.made) if self.made else 0.0


def score(meetings: Iterable[Labelled], pick: Pick, *, heard: bool) -> Score:
    """Count what one way of choosing gets right."""
    made, right, some = 0, 0, 0
    for each in meetings:
        chosen = [one.number for one in pick(each.candidates, heard)]
        hits = len(each.wanted(heard=heard) & set(chosen))
        made, right, some = made + len(chosen), right + hits, some + bool(hits)
    return Score(made, Fraction(right), some)


def all_clean(words: Sequence[str]) -> list[bool]:
    """Find nothing that the customer may not read."""
    return [True for _ in words]


def ours(found: Sequence[Candidate], heard: bool) -> Sequence[Candidate]:
    """What the program proposes."""
    proposals = propose(found, all_clean)
    return proposals.heard if heard else proposals.sentences


def lead_three(found: Sequence[Candidate], heard: bool) -> Sequence[Candidate]:
    """The first three lines that may be printed."""
    return _sayable(found, heard)[:MOST]


def random_precision(meetings: Iterable[Labelled], *, heard: bool) -> float:
    """The precision that three lines drawn at random are expected to have, worked out and not drawn."""
    made, right = 0, Fraction(0)
    for each in meetings:
        lines = _sayable(each.candidates, heard)
        drawn = min(MOST, len(lines))
        labelled_ones = sum(one.number in each.wanted(heard=heard) for one in lines)
        made += drawn
        right += Fraction(drawn * labelled_ones, len(lines) or 1)
    return float(right / made)


def _sayable(found: Sequence[Candidate], heard: bool) -> list[Candidate]:
    return [each for each in found if (each.heard if heard else each.words)]


def report(title: str, meetings: Sequence[Labelled]) -> str:
    """Give the figures, and what was proposed and should not be, or not proposed and labelled."""
    rows = []
    for heard in (False, True):
        mine, lead = score(meetings, ours, heard=heard), score(meetings, lead_three, heard=heard)
        rows.append(
            f"{title}, {'heard' if heard else 'sentences'}: {len(meetings)} meetings, {mine.made} proposed, precision "
            f"{mine.precision:.0%}; lead three {lead.precision:.0%} of {lead.made}; "
            f"random {random_precision(meetings, heard=heard):.0%}"
        )
        rows += [f"  {each}" for one in meetings for each in _wrong(one, heard=heard)]
    return "\n".join(rows)


def _wrong(meeting: Labelled, *, heard: bool) -> list[str]:
    wanted = meeting.wanted(heard=heard)
    found = {each.number: each for each in ours(meeting.candidates, heard)}
    extra = [f"{meeting.title}: + {meeting.lines[at - 1]}" for at in sorted(set(found) - wanted)]
    room = len(found) < MOST
    return extra + [
        f"{meeting.title}: - {meeting.lines[at - 1]}" for at in sorted(wanted - set(found)) if room or extra
    ]
