"""What follows the first page of a summary's outline: concerns, last promises, goals, worth, what is next, answers."""

from collections.abc import Iterator, Sequence
from typing import Final

from reviewdesk.domain.outline import (
    Cell,
    Column,
    Content,
    Figure,
    Figures,
    Grid,
    Line,
    Listing,
    Part,
    Prose,
    Said,
    joined,
    line,
    own,
    shown,
    shown_line,
)
from reviewdesk.domain.summary import (
    Better,
    CustomerSummary,
    GoalStatus,
    LastPromises,
    PastPromise,
    PromiseState,
    ShownAnswer,
    ShownConcern,
    ShownGoal,
    Tone,
    Worth,
)
from reviewdesk.domain.summary_outline_charts import charts_in
from reviewdesk.domain.words import Words

TONE_OF_GOAL: Final = {GoalStatus.BEHIND: Tone.BAD, GoalStatus.ON_TRACK: Tone.WARN, GoalStatus.MET: Tone.GOOD}
TONE_OF_PROMISE: Final = {
    PromiseState.BROKEN: Tone.BAD,
    PromiseState.KEPT_LATE: Tone.WARN,
    PromiseState.KEPT: Tone.GOOD,
}


def later_parts(summary: CustomerSummary, words: Words) -> Iterator[Part]:
    """Give the parts after the first page's, misses before wins."""
    yield _part(words, "concerns", *_concerns(summary.concerns, words))
    done = tuple(line(each) for each in summary.done_for_you if shown(each))
    yield _part(words, "done for you", *((Listing(done),) if done else ()))
    last = summary.last_promises
    if last is not None:
        yield _part(words, "promises", *_promises(last, words, counted=summary.shows_kept_rate))
        yield _part(words, "yours open", *_yours_open(last.theirs_open, words))
    yield _part(words, "goals", *_goals(summary.goals, words))
    yield _part(words, "figures", *charts_in(summary.charts, words))
    yield _part(words, "worth", *_worth(summary.worth, words))
    days = tuple(line(each) for each in summary.next_days if shown(each))
    yield _part(words, "next days", *((Listing(days),) if days else ()))
    yield _part(words, "answers", *_answers(summary.answers, words))


def _part(words: Words, key: str, *contents: Content) -> Part:
    return Part(key, (own(words[key]),), contents)


def concerns_in_order(concerns: Sequence[ShownConcern]) -> list[ShownConcern]:
    """Give the concerns that say something, those still open before those confirmed, the worst first."""
    order = list(Tone)
    said = (each for each in concerns if shown(each.summary))
    return sorted(said, key=lambda each: (each.confirmed, order.index(each.tone)))


def _concerns(concerns: Sequence[ShownConcern], words: Words) -> Iterator[Grid]:
    rows = tuple(
        (
            Cell(line(each.summary)),
            Cell(line(each.cause)),
            Cell(line(each.fix)),
            Cell(line(shown_line(each.owner)), quiet=True),
            Cell(state_of(each, words), each.tone),
        )
        for each in concerns_in_order(concerns)
    )
    heads = (("concern", 26), ("cause", 19), ("fix", 22), ("owner", 13), ("state", 20))
    if rows:
        yield Grid(tuple(Column(words[key], share) for key, share in heads), rows)


def state_of(concern: ShownConcern, words: Words) -> Line:
    """Give the state of a concern, and that the customer confirmed it."""
    confirmed = (own(words["confirmed"]),) if concern.confirmed else ()
    return joined((line(concern.state), confirmed), ", ")


def promises_in_order(promises: Sequence[PastPromise]) -> list[PastPromise]:
    """Give the promises that say something, misses first."""
    order = list(PromiseState)
    return sorted((each for each in promises if shown(each.what)), key=lambda each: order.index(each.state))


def _promises(last: LastPromises, words: Words, *, counted: bool) -> Iterator[Content]:
    rows = tuple((*_promise(each, words), _ended(each.state, words)) for each in promises_in_order(last.ours))
    if not rows:
        return
    if last.count and counted:
        yield Prose((_counts(last, words),), is_small=True)
    heads = (("what", 52), ("owner", 18), ("due", 13), ("state", 17))
    yield Grid(tuple(Column(words[key], share, right=key == "due") for key, share in heads), rows)


def _yours_open(promises: Sequence[PastPromise], words: Words) -> Iterator[Grid]:
    rows = tuple(_promise(each, words) for each in promises_in_order(promises))
    heads = (("what", 60), ("owner", 24), ("due", 16))
    if rows:
        yield Grid(tuple(Column(words[key], share, right=key == "due") for key, share in heads), rows)


def _promise(promise: PastPromise, words: Words) -> tuple[Cell, Cell, Cell]:
    due = (own(words.short_day(promise.due)),) if promise.due else ()
    return Cell(line(promise.what)), Cell(line(shown_line(promise.owner)), quiet=True), Cell(due)


def _ended(state: PromiseState, words: Words) -> Cell:
    tone = TONE_OF_PROMISE.get(state)
    return Cell((own(words.ended(state)),), tone, quiet=tone is None)


def _counts(last: LastPromises, words: Words) -> Line:
    """Say how many of our promises ended in which way, misses first."""
    counts = (last.broken, last.kept_late, last.open, last.kept)
    told = (f"{count} {words.ended(state).lower()}" for count, state in zip(counts, PromiseState, strict=True) if count)
    return (own(" · ".join(told)),)


def goals_in_order(goals: Sequence[ShownGoal]) -> list[ShownGoal]:
    """Give the goals that have a name, misses first."""
    order = list(GoalStatus)
    return sorted((each for each in goals if shown(each.name)), key=lambda goal: order.index(goal.status))


def _goals(goals: Sequence[ShownGoal], words: Words) -> Iterator[Grid]:
    rows = tuple(
        (
            Cell(line(each.name)),
            Cell(target_of(each, words)),
            Cell(actual_of(each, words)),
            Cell((own(words.status(each.status)),), TONE_OF_GOAL[each.status]),
            Cell(source_of(each, words), quiet=True),
        )
        for each in goals_in_order(goals)
    )
    heads = (("goal", 32), ("target", 14), ("actual", 13), ("status", 17), ("source", 24))
    if rows:
        columns = tuple(Column(words[key], share, right=key in {"target", "actual"}) for key, share in heads)
        yield Grid(columns, rows)


def target_of(goal: ShownGoal, words: Words) -> Line:
    """Write the target of a goal."""
    number = words.number(goal.target, shown_line(goal.unit))
    if goal.better is Better.DOWN:
        return tuple(Said(text, is_own) for text, is_own in words.filled("at most", number=(number, False)))
    return line(number)


def actual_of(goal: ShownGoal, words: Words) -> Line:
    """Write the actual of a goal, or a dash."""
    if goal.actual is None:
        return (own("–"),)
    return line(words.number(goal.actual, shown_line(goal.unit)))


def source_of(goal: ShownGoal, words: Words) -> Line:
    """Say where the figure of a goal comes from."""
    day = (own(words.short_day(goal.source_date)),) if goal.source_date else ()
    return joined((line(shown_line(goal.source)), day), ", ")


def _worth(worth: Sequence[Worth], words: Words) -> Iterator[Figures]:
    items = tuple(
        Figure(line(words.number(each.value, shown_line(each.unit))), line(each.what), (own(words.basis(each.basis)),))
        for each in worth
        if shown(each.what)
    )
    if items:
        yield Figures(items)


def _answers(answers: Sequence[ShownAnswer], words: Words) -> Iterator[Content]:
    """Give their own answers; of questions that too few answered it is only said how many there were."""
    told = [each for each in answers if each.score is not None or shown(each.answer)]
    few = len(answers) - len(told)
    if few:
        yield Prose(((own(words["few"].format(n=few)),),), is_small=True)
    rows = tuple(
        (Cell(line(each.question)), Cell(line(each.answer)), Cell(score_of(each, words), quiet=True)) for each in told
    )
    heads = (("question", 37), ("answer", 35), ("score", 28))
    if rows:
        yield Grid(tuple(Column(words[key], share) for key, share in heads), rows)


def score_of(answer: ShownAnswer, words: Words) -> Line:
    """Write the score of answers, or from how many they are."""
    n = (str(answer.n), True)
    if answer.score is not None:
        values = {"score": (words.number(answer.score), False), "best": (str(answer.best), True), "n": n}
        return tuple(Said(text, is_own) for text, is_own in words.filled("score of", **values))
    return tuple(Said(*each) for each in words.filled("from n", n=n)) if answer.n > 1 else ()
