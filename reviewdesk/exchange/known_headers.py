"""Whether a row of cells is a row of headers that this program knows."""

from collections.abc import Iterable

from reviewdesk.domain.importing.fields import TableKind
from reviewdesk.exchange.figures import months_across
from reviewdesk.exchange.form import Form, folded_header
from reviewdesk.exchange.sources.any_table import ANY_TABLES
from reviewdesk.exchange.sources.every import FORMS


def folded_headers(cells: Iterable[str]) -> frozenset[str]:
    """Give the headers as they are compared, without blank ones."""
    return frozenset(folded_header(each[:200]) for each in cells) - {""}


def known_form(headers: frozenset[str]) -> Form | None:
    """Give the form of the program that these folded headers are of, if two or more of them are its own."""
    best = max(FORMS, key=lambda form: form.score(headers))
    return best if best.score(headers)[0] >= 2 else None


def kind_by_words(headers: frozenset[str]) -> TableKind:
    """Say what a table holds by the words over its columns."""
    fitting = [each for each in ANY_TABLES if each.fits(headers)]
    best = max(fitting, key=lambda each: len(each.fields(headers)), default=None)
    return best.kind if best and best.is_plain(headers) else TableKind.NOTHING


def are_known(headers: frozenset[str]) -> bool:
    """Say whether these folded headers tell what a table holds."""
    return known_form(headers) is not None or kind_by_words(headers) is not TableKind.NOTHING or months_across(headers)
