"""Sort: proposes from its words what an unmarked line is, whose and by when, and says why."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes.actors import Actor, Sides, who_promises
from reviewdesk.domain.notes.cues import PLAIN, STRONG, WEAK
from reviewdesk.domain.notes.cues_de import GERMAN
from reviewdesk.domain.notes.cues_en import ENGLISH
from reviewdesk.domain.notes.cues_fr import FRENCH
from reviewdesk.domain.notes.day_rules import DayRules
from reviewdesk.domain.notes.day_words import DayWords, is_deadline, read_day
from reviewdesk.domain.notes.folding import fold_in_place
from reviewdesk.domain.notes.lines import DATED, parse_line
from reviewdesk.domain.notes.mentions import Candidates

LANGUAGES: Final = (ENGLISH, GERMAN, FRENCH)
READ_AT_MOST: Final = 1_000
ENOUGH: Final = 2.0
_SAID: Final = re.compile(r"[\"“„«»][^\"“”„«»]{12,}[\"”“«»]")
_LAST_WORDS: Final = re.compile(r"[\s.!,;:)]*$")
# Of kinds that are equally likely the first is proposed.
_ORDER: Final = (
    Marker.RIVAL,
    Marker.QUESTION,
    Marker.QUOTE,
    Marker.CONCERN,
    Marker.DECISION,
    Marker.THEIR_PROMISE,
    Marker.OUR_PROMISE,
    Marker.ONLY_ME,
    Marker.GOING_RIGHT,
    Marker.OPPORTUNITY,
    Marker.FOLLOW_UP,
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a line may be; a person accepts, changes or skips it.

    `ours` is the colleague and `theirs` the customer's person whose promise or task it is; with neither it is mine,
    or the account's where they promise. `because` are the words that spoke for it, as typed.
    """

    kind: Marker
    severity: int | None = None
    ours: UUID | None = None
    theirs: UUID | None = None
    day: DayWords | None = None
    rival: str = ""
    because: tuple[str, ...] = ()

    @property
    def due(self) -> date | None:
        """The day by which it is to be done."""
        return self.day.day if self.day else None


def propose(
    text: str,
    on: date,
    people: Candidates = (),
    ours: Candidates = (),
    rivals: Sequence[str] = (),
    rules: DayRules | None = None,
) -> Proposal:
    """Propose what a line is; a marked line is what its mark says."""
    line = parse_line(text[:READ_AT_MOST], on, rules)
    reading = _Reading(line.words, on, Sides(people, ours), rules)
    reading.weigh(rivals)
    found = reading.proposal() if line.marker is Marker.NOTE else reading.as_kind(line.marker)
    day = found.day.moved(line.words_span[0]) if found.day else None
    return replace(found, day=day, severity=line.severity or found.severity)


class _Reading:
    """Gathers what speaks for each kind in the words of one line."""

    def __init__(self, words: str, on: date, sides: Sides, rules: DayRules | None) -> None:
        self._words, self._folded = words, fold_in_place(words)
        self._sides = sides
        self._day = read_day(words, on, rules)
        self._expected = read_day(words, on, rules, expected=True)
        self._actor: Actor | None = None
        self._rival = ""
        self._severity = 0
        self._weights: dict[Marker, float] = defaultdict(float)
        self._because: dict[Marker, list[str]] = defaultdict(list)

    def weigh(self, rivals: Sequence[str]) -> None:
        """Gather everything."""
        self._weigh_cues()
        self._weigh_rivals(rivals)
        self._weigh_grammar()
        self._weigh_promises()
        self._weigh_tasks()

    def proposal(self) -> Proposal:
        """Give the kind that most speaks for, or a plain note where nothing speaks loud enough."""
        best = max(_ORDER, key=lambda kind: self._weights[kind])
        return self.as_kind(best if self._weights[best] >= ENOUGH else Marker.NOTE)

    def as_kind(self, kind: Marker) -> Proposal:
        """Give the proposal for one kind."""
        actor = self._whose(kind)
        return Proposal(
            kind,
            severity=self._how_severe() if kind is Marker.CONCERN else None,
            ours=actor.person if actor and actor.ours else None,
            theirs=actor.person if actor and not actor.ours else None,
            day=self._expected if kind in DATED else None,
            rival=self._rival if kind is Marker.RIVAL else "",
            because=tuple(dict.fromkeys(self._because[kind])),
        )

    def _speak(self, kind: Marker, weight: float, words: str) -> None:
        self._weights[kind] += weight
        self._because[kind].append(words)

    def _weigh_cues(self) -> None:
        """Weigh the cues of all languages; what stands in a longer one does not count: `aucun problème`."""
        found = [each for language in LANGUAGES for each in language.find(self._words, self._folded)]
        weighed_to = 0
        for each in sorted(found, key=lambda one: (one.begin, -len(one.words))):
            if each.begin >= weighed_to:
                weighed_to = each.begin + len(each.words)
                self._speak(each.cue.kind, each.cue.weight, each.words)
                self._severity = max(self._severity, each.cue.severity or 0)

    def _weigh_rivals(self, rivals: Sequence[str]) -> None:
        for rival in rivals:
            named = re.search(rf"(?<!\w){re.escape(fold_in_place(rival))}(?!\w)", self._folded) if rival else None
            if named:
                self._rival = self._rival or rival
                self._speak(Marker.RIVAL, 2 * STRONG, self._words[slice(*named.span())])

    def _weigh_grammar(self) -> None:
        if self._words.rstrip().endswith(("?", "？", "؟")):
            self._speak(Marker.QUESTION, STRONG + PLAIN, "?")
        for language in LANGUAGES:
            if found := language.asks.match(self._folded):
                self._speak(Marker.QUESTION, STRONG + WEAK / 2, self._words[slice(*found.span())])
        if said := _SAID.search(self._words):
            self._speak(Marker.QUOTE, STRONG + WEAK, said.group()[0] + "…" + said.group()[-1])

    def _weigh_promises(self) -> None:
        self._actor = who_promises(self._words, LANGUAGES, self._sides)
        if self._actor:
            kind = Marker.OUR_PROMISE if self._actor.ours else Marker.THEIR_PROMISE
            self._speak(kind, STRONG + WEAK / 2 if self._actor.ours else PLAIN + WEAK / 2, self._actor.words)
            if self._expected:
                self._speak(kind, WEAK, self._expected.words)

    def _weigh_tasks(self) -> None:
        for language in LANGUAGES:
            if found := language.task.match(self._folded):
                self._speak(Marker.FOLLOW_UP, STRONG, self._words[slice(*found.span())])
            if closing := self._closing(language.closing_task):
                self._speak(Marker.FOLLOW_UP, STRONG, closing)
        if self._day and is_deadline(self._day.words):
            self._speak(Marker.FOLLOW_UP, PLAIN, self._day.words)
        elif self._expected and self._weights[Marker.FOLLOW_UP]:
            self._speak(Marker.FOLLOW_UP, WEAK, self._expected.words)

    def _closing(self, verbs: re.Pattern[str]) -> str:
        """Give the verb that ends the line, or the part of it before the date."""
        end = self._expected.span[0] if self._expected else len(self._folded)
        for found in verbs.finditer(self._folded):
            if _LAST_WORDS.match(self._folded, found.end()) or not self._folded[found.end() : end].strip():
                return self._words[slice(*found.span())]
        return ""

    def _how_severe(self) -> int:
        again = next((word for language in LANGUAGES if (word := language.raises(self._folded))), "")
        if again:
            self._because[Marker.CONCERN].append(again)
        return max(self._severity or 2, 3 if again else 1)

    def _whose(self, kind: Marker) -> Actor | None:
        """Give whose promise or task it is."""
        if kind not in DATED:
            return None
        theirs = kind is Marker.THEIR_PROMISE
        if self._actor and self._actor.person and self._actor.ours is not theirs:
            return self._actor
        named = [each for each in self._sides.mentioned(self._words) if each.ours is not theirs]
        if len(named) == 1:
            return named[0]
        only = {each for each, _ in self._sides.people}
        return Actor(ours=False, person=only.pop(), words="") if theirs and len(only) == 1 else None
