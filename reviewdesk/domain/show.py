"""What a customer sees of a review while it goes on: the summary as it would be now, and the agenda; nothing else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from reviewdesk.domain.agenda_words import as_they_read
from reviewdesk.domain.summarising import summarise
from reviewdesk.domain.summary import Agreed, CustomerSummary, PastPromise, PromiseState
from reviewdesk.domain.summary_material import Material
from reviewdesk.domain.summary_words import SummaryWords, words_in


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One line on the shown page: what it says, and a remark beside it."""

    words: str
    remark: str = ""
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class ShownPart:
    """One part of the shown page."""

    heading: str
    lines: tuple[ShownLine, ...]


@dataclass(frozen=True, slots=True)
class ShowPage:
    """The page that stands on the projector: `at` is the item of the agenda that is on, counted from 0."""

    account: str
    title: str
    when: str
    agenda_heading: str
    agenda: tuple[tuple[str, int], ...]
    at: int
    known: tuple[ShownPart, ...]
    agreed: tuple[ShownPart, ...]


_OWN: Final[Mapping[str, tuple[str, ...]]] = {
    "en": ("Agenda", "What we agreed last time", "done", "done later", "not done", "open"),
    "de": ("Themen", "Was wir zuletzt vereinbart haben", "erledigt", "später erledigt", "nicht erledigt", "offen"),
    "fr": ("Ordre du jour", "Convenu la dernière fois", "fait", "fait plus tard", "pas fait", "ouvert"),
}


def show_page(material: Material, at: int, today: date) -> ShowPage:
    """Make the page from what the summary would hold now: that value has no place for anything internal."""
    summary = summarise(material, number=1, on=today)
    words, own = words_in(summary.language), _OWN.get(summary.language, _OWN["en"])
    day = f"{words.short_day(summary.held_on)} {summary.held_on.year}"
    return ShowPage(
        account=summary.account,
        title=summary.title,
        when=" · ".join(each for each in (day, summary.place) if each),
        agenda_heading=own[0],
        agenda=tuple((as_they_read(each.title), each.minutes) for each in material.review.agenda if each.title.strip()),
        at=at,
        known=tuple(each for each in _known(summary, words, own) if each.lines),
        agreed=tuple(each for each in _agreed(summary, words) if each.lines),
    )


def _known(summary: CustomerSummary, words: SummaryWords, own: tuple[str, ...]) -> Iterator[ShownPart]:
    last = summary.last_promises
    promises = (*last.ours, *last.theirs_open) if last else ()
    yield ShownPart(own[1], tuple(_promise(each, words, own) for each in promises))
    yield ShownPart(words.parts["goal"], tuple(_goals(summary)))
    concerns = (ShownLine(each.summary, each.state, each.confirmed) for each in summary.concerns)
    yield ShownPart(words.parts["concern"], tuple(concerns))


def _agreed(summary: CustomerSummary, words: SummaryWords) -> Iterator[ShownPart]:
    yield ShownPart(words.parts["decision"], tuple(map(ShownLine, summary.decisions)))
    yield ShownPart(words.parts["we"], tuple(_step(each, words) for each in summary.we_will))
    yield ShownPart(words.parts["you"], tuple(_step(each, words) for each in summary.you_will))
    for key, text in (("ask", summary.ask), ("commitment", summary.commitment)):
        yield ShownPart(words.parts[key], (ShownLine(text),) if text.strip() else ())
    following = summary.next_review
    when = f"{words.short_day(following.on)} {following.on.year}" if following else ""
    at = f", {following.at:%H:%M}" if following and following.at else ""
    yield ShownPart(words.parts["next"], (ShownLine(when + at),) if following else ())


def _promise(promise: PastPromise, words: SummaryWords, own: tuple[str, ...]) -> ShownLine:
    said = dict(zip((PromiseState.KEPT, PromiseState.KEPT_LATE, PromiseState.BROKEN, PromiseState.OPEN), own[2:], strict=True))  # fmt: skip # noqa: E501
    when = words.short_day(promise.due) if promise.due and promise.state is PromiseState.OPEN else ""
    remark = " · ".join(each for each in (promise.owner, when, said[promise.state]) if each)
    return ShownLine(promise.what, remark, promise.state in (PromiseState.KEPT, PromiseState.KEPT_LATE))


def _step(step: Agreed, words: SummaryWords) -> ShownLine:
    when = words.short_day(step.due) if step.due else ""
    return ShownLine(step.what, " · ".join(each for each in (step.owner, when) if each))


def _goals(summary: CustomerSummary) -> Iterator[ShownLine]:
    for each in summary.goals:
        unit = f" {each.unit}" if each.unit else ""
        now = f"{each.actual:f}{unit} / " if each.actual is not None else ""
        source = f"{each.source}" if each.actual is not None else ""
        yield ShownLine(each.name, " · ".join(one for one in (f"{now}{each.target:f}{unit}", source) if one))
