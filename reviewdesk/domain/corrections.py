"""What a corrected summary says beside the one the customer has: what was added and changed, and where a line is gone.

The words that were taken out are never among it: they may be gone because they were not for the customer.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from typing import Final

from reviewdesk.domain.summary import CustomerSummary
from reviewdesk.domain.summary_words import SummaryWords, words_in

MOST: Final = 6
ALIKE: Final = 0.6
Said = dict[tuple[str, str], str]


def says_the_same(before: CustomerSummary, now: CustomerSummary) -> bool:
    """Say whether two versions differ in nothing but their number and day."""
    told = now.tell_us and before.tell_us and replace(now.tell_us, by=before.tell_us.by)
    undated = replace(
        now, version=before.version, finished_on=before.finished_on, tell_us=told,
        changes=before.changes, changes_since=before.changes_since,
    )  # fmt: skip
    return undated == before


def corrected(now: CustomerSummary, sent: CustomerSummary | None) -> CustomerSummary:
    """Give a summary with what changed since the version that was sent, if one was."""
    changes = changed_since(sent, now) if sent is not None else ()
    return replace(now, changes=changes, changes_since=sent.version if sent is not None and changes else 0)


def changed_since(before: CustomerSummary, now: CustomerSummary) -> tuple[str, ...]:
    """Give in short sentences how a summary differs from one before, in its own language.

    Of what was taken out only the heading is named that it stood under.
    """
    words = words_in(now.language)
    was, says = dict(_said(before, words)), dict(_said(now, words))
    gone = {key: text for key, text in was.items() if key not in says}
    new, old = (Counter(part for part, _ in keys) for keys in (says.keys() - was.keys(), gone))
    swapped = {part for part in new if new[part] == old[part]}
    found: list[str] = []
    for key, text in says.items():
        if key in was:
            found += [words.changed.format(what=text)] if was[key] != text else []
        elif (like := _like(key, gone, swapped)) is not None:
            del gone[like]
            found.append(words.changed.format(what=text))
        else:
            found.append(words.added.format(what=text))
    found += dict.fromkeys(words.taken_out.format(part=words.parts[part]) for part, _ in gone)
    return (*found[:MOST], "…") if len(found) > MOST else tuple(found)


def _like(key: tuple[str, str], gone: Said, swapped: Collection[str]) -> tuple[str, str] | None:
    """Give what stood in the same part before in other words: where as many came as went, one of those that went."""
    near = [each for each in gone if each[0] == key[0]]
    only = {"ask", "commitment", "next"}
    alike = next((each for each in near if key[0] in only or _share(each[1], key[1]) >= ALIKE), None)
    return next(iter(near), None) if alike is None and key[0] in swapped else alike


def _share(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio()


def _said(summary: CustomerSummary, words: SummaryWords) -> Iterator[tuple[tuple[str, str], str]]:
    """Give each thing said by its part and its own words, with the text that tells it apart."""
    for part, texts in (("sentence", summary.sentences), ("decision", summary.decisions)):
        yield from (((part, each), each) for each in texts)
    for part, wording, agreed in (("we", words.we, summary.we_will), ("you", words.you, summary.you_will)):
        for one in agreed:
            yield (part, one.what), wording.format(what=f"{one.what}{_aside(_day(one.due, words))}")
    yield from ((("heard", each.text), each.text) for each in summary.heard)
    for concern in summary.concerns:
        yield ("concern", concern.summary), f"{concern.summary}{_aside(concern.state)}"
    for goal in summary.goals:
        figure = f"{goal.actual} {goal.unit}".strip() if goal.actual is not None else ""
        yield ("goal", goal.name), f"{goal.name}{_aside(figure)}"
    yield from (((part, text), text) for part, text in _one_line(summary, words) if text)


def _one_line(summary: CustomerSummary, words: SummaryWords) -> Iterator[tuple[str, str]]:
    yield "ask", summary.ask
    yield "commitment", summary.commitment
    if summary.next_review is not None:
        at = f", {summary.next_review.at:%H:%M}" if summary.next_review.at else ""
        yield "next", words.next.format(what=f"{_day(summary.next_review.on, words)}{at}")


def _day(day: date | None, words: SummaryWords) -> str:
    return f"{words.short_day(day)} {day.year}" if day else ""


def _aside(text: str) -> str:
    return f" ({text})" if text else ""
