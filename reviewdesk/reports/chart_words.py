"""What stands around a chart: its title, what its axis counts, and its source with the date."""

from datetime import date

from reviewdesk.reports.boxes import Stack
from reviewdesk.reports.lines import Run
from reviewdesk.reports.section import Setup


def framed(setup: Setup, title: str, axis: str, boxes: Stack, width: float) -> Stack:
    """Put a title and the name of its axis above a chart."""
    label, caption = setup.look.label, setup.look.caption
    head = setup.stack(label, (Run(title, label.ink, own=True),), width)
    return (*head, *setup.stack(caption, (Run(axis, caption.ink, own=True),), width), *boxes)


def source(setup: Setup, key: str, on: date, width: float, *, note: str = "", **more: str) -> Stack:
    """Say where the figures of a chart come from and of which day they are, after a note where there is one."""
    caption = setup.look.caption
    words = setup.words[key].format(day=setup.words.day(on), **more)
    text = f"{note} {words}." if note else f"{words}."
    return setup.stack(caption, (Run(text, caption.ink, own=True),), width)
