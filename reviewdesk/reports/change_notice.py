"""The change notice: what changes from when and why, and in a table what it means for this customer."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Final

from reportlab.platypus import Flowable

from reviewdesk.domain.letters.change_notice import ChangedItem, ChangeNotice
from reviewdesk.domain.letters.parts import Paragraph
from reviewdesk.domain.letters.pieces import FIXED_SPACE, Pieces, data, filled
from reviewdesk.reports.boxes import Align
from reviewdesk.reports.letter import build_letter, on_one_page, paragraph
from reviewdesk.reports.letter_setup import BEHIND_TABLE, LetterSetup, letter_setup
from reviewdesk.reports.section import Cell, Field
from reviewdesk.reports.sheet import Built
from reviewdesk.reports.summary import Rendered
from reviewdesk.reports.table import Section
from reviewdesk.reports.text import gate, one_line

_PRICES: Final = (
    Field("item", 300, flexible=True), Field("bought", 84, align=Align.RIGHT),
    Field("price now", 74, align=Align.RIGHT), Field("price then", 74, align=Align.RIGHT),
    Field("change", 60, align=Align.RIGHT),
    Field("a year", 84, align=Align.RIGHT),
)  # fmt: skip
_ENDING: Final = (
    Field("item", 240, flexible=True), Field("bought", 84, align=Align.RIGHT), Field("replacement", 240, flexible=True),
)  # fmt: skip


def render_change_notice(value: ChangeNotice, fonts: Path) -> Rendered:
    """Set a change notice, closer where that keeps it on one page; the same value gives the same bytes."""
    return on_one_page(letter_setup(value.frame, value.subject, fonts), partial(_built, value=value))


def _built(setup: LetterSetup, value: ChangeNotice) -> Built:
    return build_letter(setup, value.frame, value.subject, list(_story(setup, value)), _talk(setup, value))


def _story(setup: LetterSetup, value: ChangeNotice) -> Iterator[Flowable]:
    yield from _opening(setup, value)
    if gate(value.why):
        yield _under(setup, "change why", data(value.why))
    yield from _meaning(setup, value)
    if gate(value.offer):
        yield _under(setup, "change offer", data(value.offer))


def _talk(setup: LetterSetup, value: ChangeNotice) -> Pieces:
    """Say whom to talk to, and how they are reached where that is known."""
    how = one_line(value.frame.signer.phone) or one_line(value.frame.signer.email)
    return filled(setup.words["change talk" if how else "change talk to me"], how=how.replace(" ", FIXED_SPACE))


def _opening(setup: LetterSetup, value: ChangeNotice) -> Iterator[Flowable]:
    words, day = setup.words, setup.words.day(value.effective)
    ending = [each for each in value.items if each.ends]
    if len(ending) < len(value.items):
        yield paragraph(setup, Paragraph(_prices(setup, value, day)))
    if ending:
        text = filled(words["change discontinued"], day=day)
        yield paragraph(setup, Paragraph(_again(text) if len(ending) < len(value.items) else text))
    if value.last_orders is not None:
        yield paragraph(setup, Paragraph(filled(words["change until"], day=words.day(value.last_orders))))


def _prices(setup: LetterSetup, value: ChangeNotice, day: str) -> Pieces:
    """Say by how much prices rise or fall, where that is the same for all of them."""
    same = value.same_change
    if not same:
        return filled(setup.words["change prices"], day=day)
    key = "change up" if same > 0 else "change down"
    return filled(setup.words[key], day=day, change=setup.words.number(abs(same), "%"))


def _again(text: Pieces) -> Pieces:
    """Begin a second sentence with a capital letter, which a German first one after the salutation lacks."""
    (first, own), *rest = text
    return ((first[:1].upper() + first[1:], own), *rest)


def _under(setup: LetterSetup, key: str, text: Pieces) -> Flowable:
    return paragraph(setup, Paragraph(text, filled(setup.words[key])))


def _meaning(setup: LetterSetup, value: ChangeNotice) -> Iterator[Flowable]:
    dearer = [_priced(setup, value, each) for each in value.items if not each.ends]
    gone = [_ended(setup, value, each) for each in value.items if each.ends]
    if dearer:
        yield Section(
            setup.headed(setup.closer(setup.table(_PRICES, dearer, setup.measure)), "change means"), before=15
        )
    if value.total is not None:
        total = _money(setup, value, value.total)
        text = Paragraph(filled(setup.words["change total"], total=total))
        yield paragraph(setup, text, before=BEHIND_TABLE - 4)
    if gone:
        table = setup.closer(setup.table(_ENDING, gone, setup.measure))
        yield Section(table if dearer else setup.headed(table, "change means"), before=15)


def _priced(setup: LetterSetup, value: ChangeNotice, item: ChangedItem) -> Sequence[Cell]:
    change = item.change if item.change is not None else Decimal()
    return (
        _item(item),
        _figure(_money(setup, value, item.bought)),
        _figure(_money(setup, value, item.price_now)),
        _figure(_money(setup, value, item.price_then)),
        _figure(_percent(setup, change)),
        _figure(_money(setup, value, item.a_year, signed=True)),
    )


def _ended(setup: LetterSetup, value: ChangeNotice, item: ChangedItem) -> Sequence[Cell]:
    return _item(item), _figure(_money(setup, value, item.bought)), Cell(item.replacement)


def _item(item: ChangedItem) -> Cell:
    """Set its name with its number below; both are data, which a line of small text is not taken for."""
    return Cell("\n".join(each for each in (one_line(item.name), one_line(item.number)) if each))


def _figure(text: str) -> Cell:
    return Cell(text, own=True)


def _money(setup: LetterSetup, value: ChangeNotice, amount: Decimal | None, *, signed: bool = False) -> str:
    """Write an amount to the cent, with a plus sign where it is what is added."""
    if amount is None:
        return ""
    words = setup.words.number(amount.quantize(Decimal("0.01")), value.currency)
    return f"+{words}" if signed and amount > 0 else words


def _percent(setup: LetterSetup, change: Decimal) -> str:
    words = setup.words.number(change, "%")
    return f"+{words}" if change > 0 else words
