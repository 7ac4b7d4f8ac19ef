"""The questions of a feedback form: scores, what matters, remarks, and what may become of the answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reportlab.platypus import Flowable

from reviewdesk.domain.answer import SCALES, Asked
from reviewdesk.domain.feedback import DIMENSIONS, LONGEST_COMMENT, LONGEST_NAME, MARKED, FormKind, Quoting
from reviewdesk.domain.feedback_fields import BETTER, COLLEAGUE, FELT, FIELD_OF, MARK, MATTERS, NAME, QUOTE, QUOTED
from reviewdesk.domain.feedback_form import FeedbackForm
from reviewdesk.domain.gate import one_line
from reviewdesk.domain.review import Feeling
from reviewdesk.reports.boxes import Box, Stack
from reviewdesk.reports.fonts import Weight
from reviewdesk.reports.form_boxes import (
    Asking,
    Beside,
    Circles,
    Comment,
    Ends,
    Heads,
    Hidden,
    Numbered,
    OneLine,
    Step,
    Ticks,
    cut_lines,
    width_of,
)
from reviewdesk.reports.form_fields import FormFields
from reviewdesk.reports.lines import Ink, Line, Run
from reviewdesk.reports.look import GUTTER, Style
from reviewdesk.reports.our_side import cut_words
from reviewdesk.reports.section import Setup
from reviewdesk.reports.table import Column, Rows, Section

_PITCH: Final = {11: 44.0, 5: 44.0, 7: 30.5}
_DENSE: Final = 18.4
_BETWEEN: Final = 17.0
_INDENT: Final = 17.0
_FOOT_LINES: Final = 3
_LONGEST_NAMED: Final = 60


@dataclass(frozen=True, slots=True)
class FormSetup(Setup):
    """What each question needs: the sheet, what the form is, and the fields it collects."""

    value: FeedbackForm
    fields: FormFields

    @property
    def question(self) -> Style:
        """What is asked."""
        look = self.look
        return Style(look.body.ink._replace(weight=Weight.SEMIBOLD), look.body.leading)

    def line(self, text: str, ink: Ink, room: float = 400.0, *, own: bool = True) -> Line:
        """Set a few words as one line."""
        found = self.sheet.setter.shortened((Run(text, ink, own),), room)
        return found or Line((), 0.0, ())

    def numbered(self, number: int, key: str, width: float, below: Stack) -> Stack:
        """Hang boxes below a question behind its number."""
        mark = self.look.number
        sign = self.stack(mark, (Run(str(number), mark.ink, own=True),), 14)
        style = self.question
        asked = self.stack(style, (Run(self.words[key], style.ink, own=True),), width - _INDENT)
        return (Numbered(sign, asked, below),)


def scores(setup: FormSetup) -> Iterator[Flowable]:
    """Ask the three scores: the first over the whole width, the others side by side."""
    width = setup.sheet.width
    half = (width - GUTTER) / 2
    first = setup.numbered(1, "ask recommend", width, _scale(setup, Asked.RECOMMEND))
    yield from setup.block((first,), before=13)
    sides = [
        Rows((Column(half),), ((setup.numbered(number, f"ask {FIELD_OF[asked]}", half, _scale(setup, asked)),),), pad=0)
        for number, asked in ((2, Asked.CONTENT), (3, Asked.EASE))
    ]
    yield Section(*sides, gap=GUTTER, before=11)


def _scale(setup: FormSetup, asked: Asked) -> Stack:
    """Set a scale with a word at each end."""
    words, look, name = setup.words, setup.look, FIELD_OF[asked]
    scale = SCALES[asked]
    steps = _steps(setup, scale.lowest, scale.highest, words=True)
    pitch = _PITCH[len(steps)]
    low, high = words[f"low {name}"], words[f"high {name}"]
    tip = words["tip scale"].format_map({
        "question": words[f"ask {name}"], "low": scale.lowest, "low words": low, "high": scale.highest,
        "high words": high,
    })  # fmt: skip
    small = look.small.ink._replace(size=7.9)
    right = width_of(steps, pitch)
    ends = Ends(setup.line(low, small, 200), setup.line(high, small, 200), right)
    return (Circles(setup.fields, Asking(name, tip), steps, pitch), ends)


def _steps(setup: FormSetup, lowest: int, highest: int, *, words: bool = False) -> tuple[Step, ...]:
    ink = setup.look.cell.ink
    return tuple(Step(str(each), setup.line(str(each), ink) if words else None) for each in range(lowest, highest + 1))


def dimensions(setup: FormSetup) -> Iterator[Flowable]:
    """Ask how far each of seven statements is true, and how much it matters."""
    words, look = setup.words, setup.look
    block = width_of(_steps(setup, 1, 7), _DENSE)
    said = setup.sheet.width - 2 * block - 2 * _BETWEEN
    columns = (Column(said), Column(block), Column(block))
    small = Style(look.small.ink._replace(size=7.9), 11)
    heads = tuple(setup.line(str(each), small.ink) for each in range(1, 8))
    head: list[Stack] = [setup.numbered(4, "ask dimensions", said, ())]
    head += [
        (*setup.stack(small, (Run(words[key], small.ink, own=True),), block + 10), Heads(heads, _DENSE))
        for key in ("is true", "matters")
    ]
    rows = tuple(_statement(setup, each, said) for each in DIMENSIONS)
    yield Section(Rows(columns, rows, gap=_BETWEEN, pad=1.6, head=tuple(head)), before=11)


def _statement(setup: FormSetup, asked: Asked, width: float) -> tuple[Stack, ...]:
    words, cell, name = setup.words, setup.look.cell, FIELD_OF[asked]
    statement = words[asked.value]
    steps = _steps(setup, 1, 7)
    tips = ((name, "tip true"), (f"{name}{MATTERS}", "tip matters"))
    scales = (
        (Circles(setup.fields, Asking(field, words[tip].format(statement=statement)), steps, _DENSE),)
        for field, tip in tips
    )
    said = setup.stack(Style(cell.ink, 16), (Run(statement, cell.ink, own=True),), width - _INDENT)
    return ((Numbered((), said, ()),), *scales)


def remarks(setup: FormSetup, tall: float) -> Iterator[Flowable]:
    """Ask how the meeting was, what they would tell a colleague, and what to do better; comments are so high."""
    width, is_long = setup.sheet.width, setup.value.kind is FormKind.LONG
    half = (width - GUTTER) / 2
    told = "ask felt" if setup.value.met_on is not None and not is_long else "ask told"
    if is_long:
        asked = ((5, told, COLLEAGUE), (6, "ask better", BETTER))
        sides = [_remark(setup, number, key, name, half, tall) for number, key, name in asked]
        yield Section(*(Rows((Column(half),), ((each,),), pad=0) for each in sides), gap=GUTTER, before=11)
        return
    above: Stack = (_feelings(setup),) if setup.value.met_on is not None else ()
    yield from setup.block((_remark(setup, 4, told, COLLEAGUE, width, tall, above),), before=11)
    yield from setup.block((_remark(setup, 5, "ask better", BETTER, width, tall),), before=9)


def _remark(
    setup: FormSetup, number: int, key: str, name: str, width: float, tall: float, above: Stack = ()
) -> Stack:  # fmt: skip
    tip = setup.words[key]
    return setup.numbered(number, key, width, (*above, Comment(setup.fields, Asking(name, tip), tall, LONGEST_COMMENT)))


def _feelings(setup: FormSetup) -> Box:
    words, ink = setup.words, setup.look.cell.ink
    ticks = []
    for each in Feeling:
        word = words[f"felt {each.value}"]
        ticks.append((Asking(FELT[each], f"{words['ask felt']} {word}"), setup.line(word, ink)))
    return Ticks(setup.fields, tuple(ticks))


def closing(setup: FormSetup) -> Iterator[Flowable]:
    """Ask whether they may be quoted and who answers, and say what becomes of the answers."""
    words, look, value = setup.words, setup.look, setup.value
    ink, width = look.cell.ink, setup.sheet.width
    steps = tuple(Step(QUOTED[each], setup.line(words[f"quote {each.value}"], ink)) for each in Quoting)
    asked = setup.line(words["ask quote"], setup.question.ink)
    half = (width - GUTTER) / 2
    quote: Stack = (Beside(asked, Circles(setup.fields, Asking(QUOTE, words["ask quote"]), steps)),)
    yield from setup.block((quote,), before=4)
    name = cut_words(value.person, LONGEST_NAME)
    shown = setup.line(name, look.cell.ink, width - 120, own=False)
    words_for_name = setup.line(words["your name"], setup.question.ink, half)
    line = OneLine(setup.fields, Asking(NAME, words["your name"]), words_for_name, LONGEST_NAME, (name, shown))
    yield from setup.block(((line,),), before=2)
    marked = tuple((f"{MARK}{each}", getattr(value.mark, each)) for each in MARKED)
    small = Style(look.small.ink._replace(size=7.9), 10.6)
    said = cut_lines(setup.stack(small, list(_what_happens(setup, small.ink)), width), _FOOT_LINES)
    yield from setup.block(((*said, Hidden(setup.fields, marked)),), before=8)


def _what_happens(setup: FormSetup, ink: Ink) -> Sequence[Run]:
    name, company = one_line(setup.value.me), one_line(setup.value.vendor.name)
    if 0 < len(name) <= _LONGEST_NAMED and 0 < len(company) <= _LONGEST_NAMED and name != company:
        return setup.phrase("what happens", ink, name=(name, False), company=(company, False))
    return setup.phrase("what happens here", ink)
