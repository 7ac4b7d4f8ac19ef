"""The questions and opportunities of one account, each opening to its fields where it stands."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from reviewdesk.desktop.account.fields import Detail, Shape, text_of
from reviewdesk.desktop.account.model import Brief
from reviewdesk.desktop.account.unfolding_page import OPEN, SHUT, UnfoldingPage
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import Section
from reviewdesk.desktop.widgets.row_value import Row
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.said import Opportunity, Question

QUESTION_DETAILS: Final = (
    Detail("words", "What they asked", shape=Shape.TEXT),
    Detail("answer", "What we answered", "Empty while it is open", shape=Shape.TEXT),
    Detail("asked_on", "Asked on", "today, 3 Nov", shape=Shape.NAME),
    Detail("answered_on", "Answered on", "today, 3 Nov", shape=Shape.NAME),
)
OPPORTUNITY_DETAILS: Final = (
    Detail("what", "What they might buy", shape=Shape.TEXT),
    Detail("next_step", "Next step", shape=Shape.TEXT),
    Detail("about", "About how much", "20k a year"),
    Detail("noted_on", "Noted on", "today, 3 Nov", shape=Shape.NAME),
    Detail("won", "It is", choices=("", "won", "lost"), words=("open", "won", "lost")),
    Detail("ended_on", "Won or lost on", "today, 3 Nov", shape=Shape.NAME),
)
Said = Question | Opportunity


class SaidPage(UnfoldingPage[Said]):
    """What they asked and what they might buy."""

    def __init__(self) -> None:
        super().__init__(self.tr("Questions and opportunities"))
        self._brief: Brief | None = None

    def show_brief(self, brief: Brief) -> None:
        """Take the account that is shown."""
        self._brief = brief

    def details_of(self, record: Said) -> Sequence[Detail]:
        """Give the fields of a question or an opportunity."""
        return QUESTION_DETAILS if isinstance(record, Question) else OPPORTUNITY_DETAILS

    def title_of(self, record: Said) -> str:
        """Give its words."""
        return _title(record)

    def value_of(self, record: Said, name: str) -> str:
        """Write the value of a field as it is typed."""
        return value_of(record, name)

    def sections(self) -> Sequence[Section]:
        """Give the questions and the opportunities, the open ones first."""
        return sections_of(self._brief, self.opened) if self._brief is not None else ()


def sections_of(brief: Brief, opened: UUID | None = None) -> tuple[Section, ...]:
    """Give the questions and the opportunities, the open ones first."""
    found = (("Questions", brief.questions), ("Opportunities", brief.opportunities))
    return tuple(
        Section(title, tuple(_row(each, brief, opened) for each in sorted(some, key=_open_first)), f"{len(some)}")
        for title, some in found
        if some
    )


def _row(said: Said, brief: Brief, opened: UUID | None) -> Row:
    if isinstance(said, Question):
        pill = PillText("open", Tone.WARN) if said.is_open else PillText("answered", Tone.GOOD)
        known = [f"asked {short_day(said.asked_on, brief.today)}", said.answer]
    else:
        pill = PillText("open", Tone.ACCENT) if said.is_open else PillText(*_END[bool(said.won)])
        known = [f"noted {short_day(said.noted_on, brief.today)}", said.about, said.next_step]
    meta = " · ".join(each for each in known if each)
    way = SHUT if said.id == opened else OPEN
    return Row(said.id, _title(said), meta, pills=(pill,), actions=(way,), done=not said.is_open)


_END: Final = {True: ("won", Tone.GOOD), False: ("lost", Tone.NEUTRAL)}


def _title(said: Said) -> str:
    return said.words if isinstance(said, Question) else said.what


def _open_first(said: Said) -> tuple[bool, int, str]:
    on = said.asked_on if isinstance(said, Question) else said.noted_on
    return not said.is_open, -on.toordinal(), said.id.hex


def value_of(said: Said, name: str) -> str:
    """Write the value of a field as it is typed."""
    if isinstance(said, Opportunity) and name == "won":
        return "" if said.won is None else "won" if said.won else "lost"
    return text_of(said, name)
