"""Sort: proposes from its words what an unmarked line is, whose and by when, and says why."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes.actors import Actor, Sides, who_acts, who_promises
from reviewdesk.domain.notes.cues import PLAIN, STRONG, WEAK, FoundCue, Language
from reviewdesk.domain.notes.cues_de import GERMAN
from reviewdesk.domain.notes.cues_en import ENGLISH
from reviewdesk.domain.notes.cues_fr import FRENCH
from reviewdesk.domain.notes.day_rules import DayRules
from reviewdesk.domain.notes.day_words import DayWords, is_deadline, read_day
from reviewdesk.domain.notes.folding import fold_in_place
from reviewdesk.domain.notes.lines import DATED, words_span
from reviewdesk.domain.notes.marks import find_mark
from reviewdesk.domain.notes.mentions import Candidates

LANGUAGES: Final = (ENGLISH, GERMAN, FRENCH)
READ_AT_MOST: Final = 1_000
ENOUGH: Final = 2.0
_SAID: Final = re.compile(r"[\"“„«»][^\"“”„«»]{12,}[\"”“«»]")
_LAST_WORDS: Final = re.compile(r"[\s.!,;:)]*$")
_SHORT: Final = 7
_FOR_WHOM: Final = re.compile(r"\s(?:to|for|an|für|à|pour)\s+([^\W\d_a-z][\w'-]+)$")
_DENIED: Final = re.compile(r"(?:\bnot|n't|\bnicht|\bkeine?|\bpas|\bnever|\bnie|\bjamais|\bno)(?: \w+)? $")
_STATES: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|ist|sind|hat|haben|war|kamen?|kommt|fehlt|wird|wurden?|came|comes|went|est|sont|a|ont|va|\w+ed)\b"
)
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
    text = text[:READ_AT_MOST]
    mark = find_mark(text)
    begin, end = words_span(text, mark)
    reading = _Reading(text[begin:end], on, Sides(people, ours), rules)
    reading.weigh(rivals)
    found = reading.proposal() if mark.marker is Marker.NOTE else reading.as_kind(mark.marker)
    day = found.day.moved(begin) if found.day else None
    return replace(found, day=day, severity=mark.severity or found.severity)


def spoken_in(words: str, folded: str) -> Sequence[Language]:
    """Give the languages a line may be in: those with most of its small words, or all where nothing tells."""
    counts = [language.grammar.shows(words, folded) for language in LANGUAGES]
    return [language for language, count in zip(LANGUAGES, counts, strict=True) if count == max(counts)]


class _Reading:
    """Gathers what speaks for each kind in the words of one line."""

    def __init__(self, words: str, on: date, sides: Sides, rules: DayRules | None) -> None:
        self._words, self._folded = words, fold_in_place(words)
        self._sides = sides
        self._expected = read_day(words, on, rules, expected=True)
        self._day = read_day(words, on, rules) if self._expected else None
        self._actor: Actor | None = None
        self._rival = ""
        self._severity = 0
        self._languages = spoken_in(words, self._folded)
        self._weights: dict[Marker, float] = defaultdict(float)
        self._because: dict[Marker, list[str]] = defaultdict(list)

    @property
    def _begun_small(self) -> str:
        """The words with their accents and capitals but for the first letter, which a sentence begins with."""
        return (self._words[:1].lower()[:1] + self._words[1:]).replace("’", "'")

    def weigh(self, rivals: Sequence[str]) -> None:
        """Gather everything."""
        self._weigh_cues()
        self._weigh_rivals(rivals)
        self._weigh_grammar()
        self._weigh_promises()
        self._weigh_tasks()
        self._weigh_lasting()

    def proposal(self) -> Proposal:
        """Give the kind that most speaks for, or a plain note where nothing speaks loud enough."""
        best = max(_ORDER, key=lambda kind: self._weights[kind])
        least = max(ENOUGH, self._weights[Marker.NOTE] + WEAK / 2)
        return self.as_kind(best if self._weights[best] >= least else Marker.NOTE)

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
        found = [each for language in self._languages for each in language.find(self._words, self._folded)]
        weighed_to = 0
        for each in sorted(found, key=lambda one: (one.begin, -len(one.words))):
            if each.begin >= weighed_to:
                weighed_to = each.begin + len(each.words)
                self._speak_cue(each)

    def _speak_cue(self, found: FoundCue) -> None:
        """Let a cue speak; what is denied is not going right."""
        denied = found.cue.kind is Marker.GOING_RIGHT and _DENIED.search(self._folded[: found.begin])
        if denied:
            self._speak(Marker.CONCERN, PLAIN, denied.group().strip())
            return
        self._speak(found.cue.kind, found.cue.weight, found.words)
        self._severity = max(self._severity, found.cue.severity or 0)

    def _weigh_lasting(self) -> None:
        """Count what tells how things are against everything: what speaks weakly is then no proposal."""
        if any(language.grammar.lasts.search(self._folded) for language in self._languages):
            self._weights[Marker.NOTE] += PLAIN

    def _weigh_rivals(self, rivals: Sequence[str]) -> None:
        for rival in rivals:
            named = re.search(rf"(?<!\w){re.escape(fold_in_place(rival))}(?!\w)", self._folded) if rival else None
            if named:
                self._rival = self._rival or rival
                self._speak(Marker.RIVAL, 2 * STRONG, self._words[slice(*named.span())])

    def _weigh_grammar(self) -> None:
        if self._words.rstrip().endswith(("?", "？", "؟")):
            self._speak(Marker.QUESTION, STRONG + PLAIN, "?")
        for language in self._languages:
            if found := language.asks.match(self._folded) or language.grammar.asks.match(self._folded):
                self._speak(Marker.QUESTION, STRONG + WEAK / 2, self._words[slice(*found.span())])
            if found := language.grammar.goes_wrong.search(self._begun_small):
                self._speak(Marker.CONCERN, PLAIN + WEAK / 2, self._words[slice(*found.span())])
            if found := language.grammar.wants.search(self._begun_small):
                self._speak(Marker.OPPORTUNITY, PLAIN, self._words[slice(*found.span())])
        if said := _SAID.search(self._words):
            self._speak(Marker.QUOTE, STRONG + WEAK, said.group()[0] + "…" + said.group()[-1])

    def _weigh_promises(self) -> None:
        promising = who_promises(self._words, self._languages, self._sides)
        self._actor = promising or who_acts(self._words, self._languages, self._sides)
        if self._actor:
            kind = Marker.OUR_PROMISE if self._actor.ours else Marker.THEIR_PROMISE
            sure = STRONG if promising and promising.ours else PLAIN
            first = self._words.startswith(self._actor.words)
            self._speak(kind, sure + (WEAK / 2 if promising else WEAK / 4) + first * WEAK / 2, self._actor.words)
        for kind in (Marker.OUR_PROMISE, Marker.THEIR_PROMISE):
            if self._expected and self._weights[kind]:
                self._speak(kind, WEAK, self._expected.words)

    def _weigh_tasks(self) -> None:
        for language in self._languages:
            found = language.task.match(self._folded) or language.grammar.task(self._words, self._folded)
            if found:
                self._speak(Marker.FOLLOW_UP, STRONG, self._words[slice(*found.span())])
            if closing := self._closing(language.closing_task):
                self._speak(Marker.FOLLOW_UP, STRONG, closing)
        if self._names_only_a_paper():
            self._speak(Marker.FOLLOW_UP, PLAIN, self._words.split()[0])
        if self._is_for_somebody():
            self._speak(Marker.FOLLOW_UP, PLAIN + WEAK / 4, self._words.split()[-1])
        if self._day and is_deadline(self._day.words):
            self._speak(Marker.FOLLOW_UP, PLAIN, self._day.words)
        elif self._expected and self._weights[Marker.FOLLOW_UP]:
            self._speak(Marker.FOLLOW_UP, WEAK, self._expected.words)

    def _is_for_somebody(self) -> bool:
        """Say whether a short line names at its end for whom it is: `paper samples to Anna`."""
        found = _FOR_WHOM.search(self._words) if len(self._words.split()) <= _SHORT else None
        return found is not None and self._sides.named(found.group(1)) is not None

    def _names_only_a_paper(self) -> bool:
        """Say whether a short line that says nothing else names what is to be made: `media plan v3`."""
        if len(self._words.split()) > _SHORT - 1 or "," in self._words or any(self._weights.values()):
            return False
        return any(
            language.grammar.is_paper.search(self._words) and not _STATES.search(self._folded)
            for language in self._languages
        )

    def _closing(self, verbs: re.Pattern[str]) -> str:
        """Give the verb that ends the line, or the part of it before the date."""
        end = self._expected.span[0] if self._expected else len(self._folded)
        for found in verbs.finditer(self._folded):
            last = found.end() <= end and not self._folded[found.end() : end].strip()
            if last or _LAST_WORDS.match(self._folded, found.end()):
                return self._words[slice(*found.span())]
        return ""

    def _how_severe(self) -> int:
        again = next((word for language in self._languages if (word := language.raises(self._folded))), "")
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
