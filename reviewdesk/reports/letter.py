"""Letters to a customer: one frame for all of them, in the inks and sizes of the summary."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from reportlab.platypus import Flowable

from reviewdesk.domain.letters.first_answer import FirstAnswer
from reviewdesk.domain.letters.frame import LetterFrame
from reviewdesk.domain.letters.parts import Paragraph, Part, SetOff
from reviewdesk.domain.letters.pieces import Pieces, plain
from reviewdesk.domain.letters.recovery import RecoveryLetter
from reviewdesk.domain.letters.salutation import Greeting, greeting
from reviewdesk.domain.letters.words import phrases_in
from reviewdesk.reports.letter_ending import signed
from reviewdesk.reports.letter_setup import BETWEEN, LetterSetup, letter_setup, runs_of
from reviewdesk.reports.look import Style
from reviewdesk.reports.sheet import Built
from reviewdesk.reports.summary import Rendered
from reviewdesk.reports.table import Column, Rows, Section
from reviewdesk.reports.text import gate


def render_letter(value: FirstAnswer | RecoveryLetter, fonts: Path) -> Rendered:
    """Set a first answer or a recovery letter; the same value gives the same bytes under one program version."""
    setup = letter_setup(value.frame, value.subject, fonts)
    *before, last = [each for each in value.parts() if gate(plain(each.text))] or [Paragraph(())]

    def build(setup: LetterSetup) -> Built:
        return build_letter(setup, value.frame, value.subject, list(body(setup, before)), last.text)

    return on_one_page(setup, build)


def on_one_page(setup: LetterSetup, build: Callable[[LetterSetup], Built]) -> Rendered:
    """Set a letter, closer where that keeps it on one page."""
    built = build(setup)
    if built.pages > 1:
        closer = build(replace(setup, is_tight=True))
        built = closer if closer.pages == 1 else built
    return Rendered(built.pdf, built.template)


def build_letter(
    setup: LetterSetup, frame: LetterFrame, subject: Pieces, story: Sequence[Flowable], last: Pieces,
    before: float = BETWEEN,
) -> Built:  # fmt: skip
    """Put salutation and subject before what a letter says, and closing and signature behind its last paragraph."""
    greeted = greeting(phrases_in(setup.words.language), setup.words.language, frame.recipient.person)
    ending = signed(setup, frame, greeted.closing, last, before)
    return setup.sheet.build([*_opening(setup, subject, greeted), *story, *ending])


def body(setup: LetterSetup, parts: Iterable[Part]) -> Iterator[Flowable]:
    """Set paragraphs, and what stands by itself on a soft ground."""
    for part in parts:
        yield set_off(setup, part.text) if isinstance(part, SetOff) else paragraph(setup, part)


def paragraph(setup: LetterSetup, part: Paragraph, before: float = BETWEEN) -> Flowable:
    """Set a paragraph, with its heading where it has one."""
    stack = setup.stack(setup.text, runs_of(part.text, setup.text.ink), setup.measure)
    rows = Rows((Column(setup.measure),), ((stack,),), pad=0, ruled=False)
    if gate(plain(part.heading)):
        return Section(setup.titled(rows, runs_of(part.heading, setup.look.heading.ink)), before=13)
    return Section(rows, before=before)


def set_off(setup: LetterSetup, text: Pieces) -> Flowable:
    """Set words on a soft ground."""
    inset, width = 11.0, setup.measure
    stack = setup.stack(setup.text, runs_of(text, setup.text.ink), width - 2.2 * inset)
    rows = Rows((Column(width),), ((stack,),), pad=0, ruled=False, panel=setup.look.tint, inset=inset)
    return Section(rows, before=BETWEEN)


def _opening(setup: LetterSetup, subject: Pieces, greeted: Greeting) -> Iterator[Flowable]:
    heading = Style(setup.look.figure.ink._replace(size=12.4), 16.4)
    stack = setup.stack(heading, runs_of(subject, heading.ink), setup.measure)
    yield Section(Rows((Column(setup.measure),), ((stack,),), pad=0, ruled=False, title=plain(subject)), before=0)
    hello = setup.stack(setup.text, runs_of(greeted.salutation, setup.text.ink), setup.measure)
    yield Section(Rows((Column(setup.measure),), ((hello,),), pad=0, ruled=False), before=16)
