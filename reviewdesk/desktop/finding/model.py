"""What the page of the search shows: chips by kind, a line of status, and the lines of the preview."""

from collections.abc import Sequence
from typing import Final

from reviewdesk.desktop.finding.preview import PreviewLine
from reviewdesk.desktop.search.results import marks_of
from reviewdesk.desktop.widgets.chips import Chip
from reviewdesk.domain.changes import Kind
from reviewdesk.services.found_values import Around, FoundPage

CHIPS: Final = {
    Kind.ACCOUNT: "Accounts",
    Kind.PERSON: "People",
    Kind.NOTE_LINE: "Notes",
    Kind.CONCERN: "Concerns",
    Kind.FOLLOW_UP: "Follow-ups",
    Kind.REVIEW: "Reviews",
    Kind.SUMMARY: "Summaries",
    Kind.ATTACHMENT: "Files",
    Kind.ANSWER: "Answers",
    Kind.CONTACT: "Calls and visits",
    Kind.QUOTE: "Their words",
    Kind.QUESTION: "Questions",
    Kind.OPPORTUNITY: "Opportunities",
    Kind.GOAL: "Goals",
    Kind.SWITCH: "Switches",
    Kind.CUSTOM_VALUE: "Own fields",
    Kind.PRODUCT: "Products",
    Kind.PLANNED_CHANGE: "Change notices",
    Kind.TOUCHED_BY_CHANGE: "How changes were taken",
    Kind.REVIEWED_LOSS: "Loss reviews",
    Kind.SHARED_PROBLEM: "Shared problems",
    Kind.AFFECTED: "Reached about a problem",
    Kind.HAND_OFF: "Hand-offs",
    Kind.FRICTION: "Friction",
    Kind.PRICE_DIAGNOSIS: "Why price?",
    Kind.COLLEAGUE: "Colleagues",
}


def chips_of(page: FoundPage) -> list[Chip]:
    """Give the kinds of which something was found or is asked for, each with how much."""
    counts, asked = page.counts, page.looked.kinds
    return [
        Chip(kind.value, text, counts.get(kind, 0)) for kind, text in CHIPS.items() if kind in counts or kind in asked
    ]


def status_of(page: FoundPage) -> str:
    """Say how much was found."""
    if page.sentence or not page.looked.words.strip():
        return ""
    if page.is_more:
        return f"{page.count:,} of the newest matches"
    return "1 match" if page.count == 1 else f"{page.count:,} matches"


def preview_of(around: Around) -> Sequence[PreviewLine]:
    """Give what stands around a thing found, line by line."""
    among_others = around.found.kind is Kind.NOTE_LINE and len(around.lines) > 1
    return [PreviewLine(each.text, marks_of(each.marks), is_it=each.is_it and among_others) for each in around.lines]
