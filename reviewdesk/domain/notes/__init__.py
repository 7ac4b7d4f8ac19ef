"""The language of notes: marks, names, dates in words, lines that keep their identity, and proposals for Sort."""

from reviewdesk.domain.notes.day_rules import DayRules
from reviewdesk.domain.notes.day_words import DayWords, read_day
from reviewdesk.domain.notes.following import follow_lines, follow_split
from reviewdesk.domain.notes.lines import ParsedLine, parse_line
from reviewdesk.domain.notes.marks import MARKS, Mark, mark_of
from reviewdesk.domain.notes.mentions import Mention, resolve
from reviewdesk.domain.notes.sorting import Proposal, propose

__all__ = [
    "MARKS",
    "DayRules",
    "DayWords",
    "Mark",
    "Mention",
    "ParsedLine",
    "Proposal",
    "follow_lines",
    "follow_split",
    "mark_of",
    "parse_line",
    "propose",
    "read_day",
    "resolve",
]
