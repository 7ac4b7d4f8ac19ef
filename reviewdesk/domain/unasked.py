"""Words of theirs that nobody agreed to have printed: what stands in quotation marks is printed only with consent.

One rule for every line that is printed: three words or more in quotation marks, or fewer with who said them, are
somebody's; a product called “Blue Line” is not. Words they agreed to in a quote may be said again anywhere.
"""

import re
from collections.abc import Iterable
from typing import Final
from uuid import UUID

from reviewdesk.domain.audience import Audience
from reviewdesk.domain.line_records import Meeting, ReadLine, read_line
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.quoting import MARKS, quoted_run, quoted_runs
from reviewdesk.domain.review import NoteLine, Review
from reviewdesk.domain.said import Consent, Quote

FEWEST_WORDS: Final = 3
PRINTED: Final = frozenset({Marker.GOING_RIGHT, Marker.OUR_PROMISE, Marker.THEIR_PROMISE, Marker.DECISION})
_ANY_MARK: Final = re.compile(f"[{''.join(sorted(MARKS))}]")
_AROUND: Final = ' .,;:!?…"“”„«»‹›「」'


def unasked(text: str, agreed: Iterable[str]) -> tuple[str, ...]:
    """Give what stands in quotation marks in a text and is no part of the words they agreed to."""
    runs = quoted_runs(text)
    known = [_bare(each) for each in agreed] if runs else []
    return tuple(run for run in runs if not any(_bare(run) in each for each in known))


def is_quoting(text: str) -> bool:
    """Say quickly whether somebody's words stand in quotation marks in a text; most texts have no such mark."""
    return _ANY_MARK.search(text) is not None and bool(quoted_run(text))


def agreed_words(quotes: Iterable[Quote]) -> tuple[str, ...]:
    """Give the words of quotes that somebody agreed to have printed."""
    return tuple(each.words for each in quotes if each.consent is not Consent.NOT_ASKED and not each.withdrawn)


def unasked_words(quotes: Iterable[Quote]) -> tuple[str, ...]:
    """Give the words of quotes that nobody agreed to, where they are long enough to be known again."""
    quotes = tuple(quotes)
    known = [_bare(each) for each in agreed_words(quotes)]
    asked = (each.words.strip(_AROUND) for each in quotes if each.consent is Consent.NOT_ASKED)
    return tuple(
        words
        for words in asked
        if len(words.split()) >= FEWEST_WORDS and not any(_bare(words) in each for each in known)
    )


def marked_lines(review: Review) -> tuple[NoteLine, ...]:
    """Give the lines that may be printed and hold somebody's words in quotation marks; most reviews have none."""
    return tuple(each for each in review.lines if not each.set_aside and is_quoting(each.print_wording or each.text))


def quoted_lines(lines: Iterable[NoteLine], meeting: Meeting) -> tuple[tuple[UUID, str], ...]:
    """Give those of these lines that are printed, each with its wording; a quote itself is none of them."""
    read = (read_line(each, meeting) for each in lines)
    return tuple((each.line.id, _wording(each)) for each in read if _is_printed(each))


def _is_printed(read: ReadLine) -> bool:
    return read.marker in PRINTED and (read.line.audience or read.marker.audience) is Audience.CUSTOMER


def _wording(read: ReadLine) -> str:
    return read.line.print_wording or read.said.what or read.said.words


def _bare(text: str) -> str:
    return " ".join(text.split()).casefold().strip(_AROUND)
