"""Which character separates the cells of a text table."""

import csv
import re
from collections import Counter
from collections.abc import Sequence

_TITLES = 10  # lines that may stand above the header, of one cell each
SEPARATORS = (",", ";", "\t", "|")
_SEP_LINE = re.compile(r'"?sep=(.)"?\s*\Z', re.IGNORECASE)


def named_separator(first_line: str) -> str:
    """Give the separator that a first line such as `sep=;` names, or nothing where it is an ordinary line."""
    if first_line.lower().strip("\r\n") in ("sep=\t", '"sep=\t"'):
        return "\t"
    found = _SEP_LINE.match(first_line)
    return found.group(1) if found else ""


def find_separator(lines: Sequence[str]) -> str:
    """Find the separator that gives the most rows as many cells as the header has, the first row of several.

    `lines` are the first lines of the file. A table of one column gets one that does not stand in it, the comma first:
    the names in a list of companies may hold commas.
    """
    scores = {each: _score(lines, each) for each in SEPARATORS}
    best = max(SEPARATORS, key=scores.__getitem__)
    if scores[best] > (0.0, 0):
        return best
    return next((each for each in SEPARATORS if not any(each in line for line in lines)), ",")


def _score(lines: Sequence[str], separator: str) -> tuple[float, int]:
    counts = _cell_counts(lines, separator)
    at = next((at for at, each in enumerate(counts[:_TITLES]) if each > 1), None)
    if at is None:
        return (0.0, 0)
    header, rows = counts[at], counts[at:]
    if counts[0] == 1 and 2 * Counter(rows)[header] < len(rows):
        return (0.0, 0)  # one column, in some rows of which the separator stands
    alike = Counter(counts)[header] / len(counts)
    return (round(alike, 1), header)


def _cell_counts(lines: Sequence[str], separator: str) -> list[int]:
    counts = []
    try:
        for row in csv.reader(lines, delimiter=separator):
            if any(row):
                counts.append(len(row))
    except csv.Error:
        pass
    return counts
