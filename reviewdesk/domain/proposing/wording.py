"""How a line becomes a sentence of the customer's language, in its own words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from reviewdesk.domain.follow_up import FollowUp, Side
from reviewdesk.domain.line_records import ReadLine
from reviewdesk.domain.notes.cues_en import ENGLISH
from reviewdesk.domain.notes.folding import fold_in_place
from reviewdesk.domain.quoting import sentence, unquoted
from reviewdesk.domain.summary_words import words_in

_ENDS: Final = (".", "!", "?", "…", ":", "。", "！", "？", "؟")
_UNSPACED_END: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff]$")
_INFINITIVE: Final = re.compile(r"(?!hier\b|hiver\b|papier\b)\w{2,}(?:er|ir|re)\b")


@dataclass(frozen=True, slots=True)
class _Frames:
    """What a promise is said in: where its words begin with what is done, where they only name it, and its date."""

    we: str
    you: str
    agreed: str
    by: str


_FRAMES: Final[Mapping[str, _Frames]] = {
    "en": _Frames("We will {what}", "You will {what}", "Agreed: {what}", "{words} by {day}"),
    "de": _Frames("Wir: {what}", "Sie: {what}", "Vereinbart: {what}", "{words} bis {day}"),
    "fr": _Frames("Nous allons {what}", "Vous allez {what}", "Convenu : {what}", "{words}, pour le {day}"),
}


def ended(words: str) -> str:
    """End words as a sentence ends, where they have no end of their own."""
    words = words.strip()
    if not words or words.endswith(_ENDS):
        return words
    return f"{words}{'。' if _UNSPACED_END.search(words) else '.'}"


def promised(read: ReadLine, promise: FollowUp, language: str) -> str:
    """Say a promise as a sentence with its date; the words are those of its line or its wording for print."""
    frames = _FRAMES.get(language, _FRAMES["en"])
    what = unquoted(read.line.print_wording or promise.what or read.said.what).rstrip(" .,;:")
    if not what:
        return ""
    if _tells_what_is_done(what, language):
        frame = frames.we if promise.side is Side.OURS else frames.you
        words = frame.format(what=what[:1].lower() + what[1:])
    else:
        typed_small = read.said.words[:1].islower()
        words = frames.agreed.format(what=what[:1].lower() + what[1:] if typed_small else what)
    if promise.due is not None:
        words = frames.by.format(words=words, day=words_in(language).short_day(promise.due))
    return ended(sentence(words))


def _tells_what_is_done(what: str, language: str) -> bool:
    folded = fold_in_place(what)
    if language == "fr":
        return _INFINITIVE.match(folded) is not None
    return language != "de" and ENGLISH.task.match(folded) is not None
