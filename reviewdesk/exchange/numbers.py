"""Amounts as people write them; a whole column says which mark stands before the decimals."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from reviewdesk.domain.money import is_currency

_FIGURES = re.compile(r"[\d.,'’\s]*\d[\d.,'’\s]*")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+\Z")
_SCIENTIFIC = re.compile(r"[+-]?\d(?:\.\d+)?[eE][+-]?\d{1,2}\Z")
_PLAIN = re.compile(r"-?\d{1,28}(?:\.\d{1,10})?\Z", re.ASCII)
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST = 40
_SIGNS = {"€": "EUR", "£": "GBP", "₹": "INR", "₺": "TRY", "₽": "RUB", "₴": "UAH", "₩": "KRW", "₪": "ILS", "zł": "PLN"}
_SIGNS |= {"kč": "CZK", "ft": "HUF", "us$": "USD", "c$": "CAD", "a$": "AUD", "chf": "CHF", "r$": "BRL", "lei": "RON"}
_SIGNS |= {
    word: code
    for code, words in {
        "EUR": "euro|euros", "USD": "us dollar|us dollars|us-dollar|dollar américain", "CAD": "canadian dollar",
        "AUD": "australian dollar", "NZD": "new zealand dollar", "SGD": "singapore dollar", "HKD": "hong kong dollar",
        "GBP": "pound sterling|uk pound sterling|british pound|british pound sterling|britisches pfund|livre sterling",
        "CHF": "swiss franc|schweizer franken|franken|franc suisse|sfr|fr.", "JPY": "yen|japanese yen",
        "CNY": "yuan|chinese yuan|renminbi", "PLN": "polish zloty|polish złoty|zloty|złoty",
        "SEK": "swedish krona|schwedische krone", "NOK": "norwegian krone|norwegische krone",
        "DKK": "danish krone|dänische krone", "CZK": "czech koruna|tschechische krone", "HUF": "forint",
        "INR": "indian rupee", "BRL": "brazilian real|real", "MXN": "mexican peso", "ZAR": "south african rand|rand",
        "TRY": "turkish lira", "AED": "uae dirham",
    }.items()
    for word in words.split("|")
}  # fmt: skip
_SHARED_SIGNS = {
    "$": ("USD", "CAD AUD NZD SGD HKD MXN"),
    "¥": ("JPY", "CNY"),
    "kr": ("", "SEK NOK DKK ISK"),
}


class Mark(StrEnum):
    """The mark that stands before the decimals."""

    POINT = "."
    COMMA = ","


def decimal_mark(cells: Iterable[str]) -> Mark | None:
    """Let a whole column vote on its decimal mark; nothing where it speaks for both or could be read either way."""
    votes = {Mark.POINT: 0, Mark.COMMA: 0}
    ambiguous = 0
    for cell in cells:
        figures = _figures(cell)
        mark = _vote(figures)
        if mark is not None:
            votes[mark] += 1
        elif "." in figures or "," in figures:
            ambiguous += 1
    if all(votes.values()):
        return None
    if any(votes.values()):
        return Mark.POINT if votes[Mark.POINT] else Mark.COMMA
    return None if ambiguous else Mark.POINT


def read_number(cell: str, mark: Mark) -> Decimal | None:
    """Read one amount; nothing where the cell is blank.

    Raises:
        ValueError: it is no amount.
    """
    text = cell.strip()
    if _PLAIN.match(text) and (mark is Mark.POINT or "." not in text):
        return Decimal(text)
    if not text or text in ("-", "–"):
        return None
    if len(text) > _LONGEST:
        raise ValueError(text)
    if _SCIENTIFIC.match(text):
        return Decimal(text)
    figures = _figures(text)
    group = "," if mark is Mark.POINT else "."
    plain = figures.replace(group, "").replace(mark.value, ".")
    if not figures or len(_FIGURES.findall(text)) != 1 or not _is_wrapped_by_currency(text):
        raise ValueError(text)
    try:
        number = Decimal(plain)
    except InvalidOperation:
        raise ValueError(text) from None
    return -number if _is_negative(text) else number


def currency_in(cell: str, base: str) -> str:
    """Give the currency that an amount names; a sign of several is the book's if it may be, else the commonest."""
    words = [each.upper() for each in _LETTERS.findall(cell)]
    named = next((each for each in words if len(each) == 3 and is_currency(each)), "")
    if named:
        return named
    around = _FIGURES.sub("", cell[:_LONGEST]).strip(" +-()\u00a0\u202f").lower()
    if around in _SIGNS:
        return _SIGNS[around]
    commonest, others = _SHARED_SIGNS.get(around, ("", ""))
    return base if base in others.split() else commonest


def _figures(cell: str) -> str:
    if _PLAIN.match(cell):
        return cell.removeprefix("-")
    found = _FIGURES.search(cell[:_LONGEST])
    kept = found.group() if found else ""
    return "".join(each for each in kept if each in ".," or each.isdecimal()).rstrip(".,").removeprefix("'")


def _vote(figures: str) -> Mark | None:
    points, commas = figures.count("."), figures.count(",")
    if points and commas:
        return Mark.POINT if figures.rfind(".") > figures.rfind(",") else Mark.COMMA
    if not points and not commas:
        return None
    mark, other = (Mark.POINT, Mark.COMMA) if points else (Mark.COMMA, Mark.POINT)
    if points + commas > 1:
        return other
    could_be_groups = _GROUPED.match(figures) and not figures.startswith("0")
    return None if could_be_groups else mark


def _is_negative(text: str) -> bool:
    return text.startswith(("-", "−", "(")) or text.endswith("-") or bool(re.match(r"[^\d]*[-−]", text))


def _is_wrapped_by_currency(text: str) -> bool:
    """Say whether nothing but a currency and a sign stands around the figures."""
    around = _FIGURES.sub(" ", text).strip(" +-−()\u00a0\u202f.,").lower()
    return not around or around in _SIGNS or around in _SHARED_SIGNS or is_currency(around.upper())
