"""The strip at the foot of the first page: promises kept, the next review, and whom to tell."""

from reviewdesk.domain.summary import LastPromises, NextReview, TellUs
from reviewdesk.reports.boxes import Stack, TextBox
from reviewdesk.reports.lines import Run
from reviewdesk.reports.look import GUTTER
from reviewdesk.reports.summary_setup import SummarySetup
from reviewdesk.reports.text import one_line

_MOST_LINES = 4


def closing_strip(setup: SummarySetup) -> list[tuple[float, Stack]]:
    """Give the columns of the strip with their widths; what is empty is left out."""
    summary = setup.summary
    width = (setup.sheet.width - 2 * GUTTER) / 3
    stacks: list[Stack] = []
    if summary.last_promises is not None and summary.last_promises.count and summary.shows_kept_rate:
        stacks.append(_kept(setup, summary.last_promises, width))
    if summary.next_review is not None:
        stacks.append(_next(setup, summary.next_review, width))
    if summary.tell_us is not None:
        stacks.append(_tell(setup, summary.tell_us, width))
    return [(width, stack) for stack in stacks]


def _kept(setup: SummarySetup, last: LastPromises, width: float) -> Stack:
    look, words = setup.look, setup.words
    counts = {"kept": (str(last.kept), True), "all": (str(last.count), True)}
    month = {"month": (words.since(last.since), True)} if last.since else {}
    caption = setup.phrase("kept since" if last.since else "kept", look.small.ink, **month)
    figure = setup.stack(look.figure, setup.phrase("kept of", look.figure.ink, **counts), width)
    return (*figure, *setup.stack(look.small, caption, width))


def _next(setup: SummarySetup, review: NextReview, width: float) -> Stack:
    look, words = setup.look, setup.words
    runs = [Run(words["next"], look.small.ink, own=True)]
    if review.at is not None:
        runs.append(Run(f", {words.clock(review.at)}", look.small.ink, own=True))
    if one_line(review.place):
        runs += [Run(", ", look.small.ink, own=True), Run(one_line(review.place)[:300], look.small.ink)]
    figure = setup.stack(look.figure, (Run(words.day(review.on), look.figure.ink, own=True),), width)
    return (*figure, *_few_lines(setup.stack(look.small, runs, width)))


def _tell(setup: SummarySetup, tell: TellUs, width: float) -> Stack:
    values = {"day": (setup.words.day(tell.by), True), "name": (one_line(tell.name)[:120], False)}
    key = "tell us" if one_line(tell.name) else "tell us now"
    return _few_lines(setup.stack(setup.look.small, setup.phrase(key, setup.look.small.ink, **values), width), most=6)


def _few_lines(stack: Stack, most: int = _MOST_LINES) -> Stack:
    return tuple(TextBox(box.lines[:most], box.style, box.align) if isinstance(box, TextBox) else box for box in stack)
