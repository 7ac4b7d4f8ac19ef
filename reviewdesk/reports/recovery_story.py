"""The story of a recovery on paper: a page that any customer may read."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from reportlab.platypus import Flowable

from reviewdesk.domain.recovery_story import RecoveryStory
from reviewdesk.reports.fonts import fonts_in
from reviewdesk.reports.lines import Run, Typesetter
from reviewdesk.reports.look import Look, Style
from reviewdesk.reports.page_frame import PageFrame
from reviewdesk.reports.section import Setup
from reviewdesk.reports.sheet import Sheet
from reviewdesk.reports.summary import Rendered
from reviewdesk.reports.table import Column, Rows, Section

_INSET = 11.0


def render_recovery_story(value: RecoveryStory, fonts: Path) -> Rendered:
    """Set the story; the same value gives the same bytes under one program version."""
    words = value.words
    frame = PageFrame(
        vendor=value.vendor, branding=value.branding, account=value.account or words["story title"],
        title=words["story title"], period=words.day(value.written_on), on=value.written_on,
        made_on=value.written_on, email=value.email,
    )  # fmt: skip
    setup = Setup(Sheet(frame, words, Look(value.branding), Typesetter(fonts_in(fonts))))
    built = setup.sheet.build(list(_page(setup, value)))
    return Rendered(built.pdf, built.template)


def _page(setup: Setup, value: RecoveryStory) -> Iterator[Flowable]:
    look = setup.look
    heading = setup.stack(look.title, setup.phrase("story title", look.title.ink), setup.sheet.width)
    yield from setup.block((heading,), before=0)
    yield from setup.prose(Style(look.quiet.ink, 13.6), list(_lead(setup, value)), before=5)
    for key, text in value.parts():
        rows = _set_off(setup, text) if key == "story told" else _plain(setup, text)
        yield Section(setup.headed(rows, key), before=19)
    days = {"days": (str(value.days), True)} if value.ending == "story days" else {}
    yield from setup.prose(look.lead, setup.phrase(value.ending, look.lead.ink, **days), before=20)


def _lead(setup: Setup, value: RecoveryStory) -> Sequence[Run]:
    ink = setup.look.quiet.ink
    if not value.account:
        return setup.phrase("story of somebody", ink)
    return setup.phrase("story of", ink, account=(value.account, False))


def _plain(setup: Setup, text: str) -> Rows:
    stack = setup.stack(setup.look.lead, (Run(text, setup.look.lead.ink),), setup.sheet.width)
    return Rows((Column(setup.sheet.width),), ((stack,),), pad=0, ruled=False)


def _set_off(setup: Setup, text: str) -> Rows:
    """Set what they said on a soft ground."""
    look, width = setup.look, setup.sheet.width
    stack = setup.stack(look.lead, (Run(text, look.lead.ink),), width - 2.2 * _INSET)
    return Rows((Column(width),), ((stack,),), pad=0, ruled=False, panel=look.tint, inset=_INSET)
