"""The account's name at the head of a document."""

from collections.abc import Iterator

from reportlab.platypus import Flowable

from reviewdesk.reports.boxes import height_of
from reviewdesk.reports.lines import Run
from reviewdesk.reports.section import Setup


def title(setup: Setup, name: str) -> Iterator[Flowable]:
    """Set a name as the title, smaller where it takes more than two lines."""
    style = setup.look.title
    stack = setup.stack(style, (Run(name, style.ink),), setup.sheet.width)
    if height_of(stack) > 2 * style.leading:
        style = setup.look.long_title
        stack = setup.stack(style, (Run(name, style.ink),), setup.sheet.width)
    yield from setup.block((stack,), before=0)
