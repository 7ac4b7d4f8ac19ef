"""The feedback form a customer gets: a finished value in, one fillable page as PDF bytes out."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from reportlab.platypus import Flowable

from reviewdesk.domain.feedback import FormKind
from reviewdesk.domain.feedback_form import FeedbackForm
from reviewdesk.domain.feedback_phrases import form_words
from reviewdesk.domain.gate import gate, one_line
from reviewdesk.reports.feedback_questions import FormSetup, closing, dimensions, remarks, scores
from reviewdesk.reports.fonts import fonts_in
from reviewdesk.reports.form_fields import FormFields
from reviewdesk.reports.lines import Run, Typesetter
from reviewdesk.reports.look import Look, Style
from reviewdesk.reports.our_side import cut_words
from reviewdesk.reports.page_frame import PageFrame
from reviewdesk.reports.sheet import Sheet
from reviewdesk.reports.summary import Rendered
from reviewdesk.reports.title import title

_LEAST: Final = 26.0
_MOST: Final = 190.0
_LONGEST_ACCOUNT: Final = 90
_LONGEST_ADDRESS: Final = 80


def render_feedback_form(value: FeedbackForm, fonts: Path) -> Rendered:
    """Set a feedback form on one page; the same value gives the same bytes under one program version."""
    words = form_words(value.language, value.met_on or value.issued_on)
    frame = PageFrame(
        vendor=value.vendor, branding=value.branding, account=value.account, title=value.title or words["form title"],
        period=value.period, on=value.met_on or value.issued_on, made_on=value.issued_on,
        edition=tuple(words.filled("form code", code=(value.code, True))), email=value.email,
    )  # fmt: skip
    look = Look(value.branding)
    sheet = Sheet(frame, words, look, Typesetter(fonts_in(fonts)))
    setup = FormSetup(sheet, value, FormFields(look.primary))
    room = sheet.first_room - _height(list(_page(setup, 0.0)), sheet.width)
    count = 1 if value.kind is FormKind.LONG else 2
    built = sheet.build(list(_page(setup, min(_MOST, max(_LEAST, room / count - 0.5)))))
    return Rendered(built.pdf, built.template)


def _height(story: Sequence[Flowable], width: float) -> float:
    """Give how high flowables are below each other, the air between them included."""
    heights = [each.wrap(width, 10_000)[1] for each in story]
    return sum(heights) + sum(each.getSpaceBefore() for each in story[1:])


def _page(setup: FormSetup, tall: float) -> Iterator[Flowable]:
    """Give everything on the page, with comments so high."""
    value, words = setup.value, setup.words
    yield from title(setup, words["form long" if value.kind is FormKind.LONG else "form short"])
    small = Style(setup.look.quiet.ink, 13.6)
    whose = [cut_words(value.account, _LONGEST_ACCOUNT), cut_words(value.person, _LONGEST_ACCOUNT)]
    yield from setup.prose(small, (Run(" · ".join(each for each in whose if gate(each)), small.ink),), before=3)
    yield from setup.prose(setup.look.body, list(_intro(setup)), before=8)
    yield from scores(setup)
    if value.kind is FormKind.LONG:
        yield from dimensions(setup)
    yield from remarks(setup, tall)
    yield from closing(setup)


def _intro(setup: FormSetup) -> Iterator[Run]:
    value, words, ink = setup.value, setup.words, setup.look.body.ink
    if value.met_on is not None:
        yield from setup.phrase("form intro review", ink, day=(words.day(value.met_on), True))
    else:
        yield from setup.phrase("form intro", ink)
    yield Run(" ", ink, own=True)
    email = one_line(value.email)
    if email and len(email) <= _LONGEST_ADDRESS:
        yield from setup.phrase("form how", ink, email=(email, False))
    else:
        yield from setup.phrase("form how to", ink)
