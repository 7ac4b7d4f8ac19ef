"""What belongs to an account: its subsidiaries and sites, and what they come to together."""

from datetime import date
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Signal

from reviewdesk.desktop.account.facts import Facts
from reviewdesk.desktop.account.model import Brief
from reviewdesk.desktop.account.part import AccountPart
from reviewdesk.desktop.tasks import Tasks
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.row_value import Row
from reviewdesk.desktop.widgets.tabs import Tab
from reviewdesk.domain.health_settings import Band
from reviewdesk.domain.intervals import DueState, counted_days
from reviewdesk.domain.money import format_money
from reviewdesk.services.groups import Group, GroupMember, GroupService
from reviewdesk.services.health_values import health_words

_TONES = {DueState.LATE: Tone.BAD, DueState.OVER: Tone.WARN}
_BANDS = {Band.HEALTHY: Tone.GOOD, Band.WATCH: Tone.WARN, Band.AT_RISK: Tone.BAD}


class GroupView(ScrollColumn):
    """Shows a group: the sums with what they hold, and each account that belongs to it.

    Signals:
        account_asked: the id of an account to open.
    """

    account_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Group"))
        self.facts = Facts()
        self.counted = Label(part=Part.MUTED, wraps=True)
        self.rows = RowList(self.tr("What belongs to it"))
        self._sums = Card(self.tr("Together"))
        self._sums.add(self.facts)
        self._sums.add(self.counted)
        listed = Card(self.tr("What belongs to it"), edge_to_edge=True)
        listed.add(self.rows)
        self.column.addWidget(self._sums)
        self.column.addWidget(listed)
        self.column.addStretch(1)
        self.rows.opened.connect(self.account_asked)

    def show_group(self, group: Group) -> None:
        """Show this group."""
        as_one = self.tr("reviewed as one group") if group.as_one else self.tr("each reviewed alone")
        self._sums.heading.show_remark(as_one)
        self.facts.show_facts(facts_of(group))
        self.counted.setText(counted_words(group))
        self.rows.show_rows([row_of(each, group) for each in group.members])


class GroupPart(AccountPart):
    """The tab of a group; an account to which nothing belongs has none."""

    key: ClassVar[str] = "group"
    after: ClassVar[str] = "people"

    def __init__(self, view: GroupView, groups: GroupService, tasks: Tasks) -> None:
        super().__init__(view)
        self.group = view
        self._groups, self._tasks = groups, tasks

    def tab(self, brief: Brief, *, asked: bool) -> Tab | None:
        """Give the tab where something belongs to the account."""
        return Tab(self.key, self.tr("Group"), brief.below) if brief.below or asked else None

    def show_brief(self, brief: Brief) -> None:
        """Read what belongs to the account."""
        if brief.below:
            read = partial(self._groups.group, brief.account.id)
            self._tasks.run(read, partial(self._show, brief.account.id), self, newest="group")

    def _show(self, account_id: UUID, group: Group) -> None:
        if group.own.id == account_id:
            self.group.show_group(group)


def facts_of(group: Group) -> tuple[tuple[str, str, Tone | None], ...]:
    """Give what the group comes to: a label, words, and whether they press."""
    spoke = group.last_contact
    days = "never" if spoke is None else "today" if spoke == group.today else _days_ago(group, spoke)
    concerns = f"{group.open_concerns}" if group.open_concerns else "none"
    late = f"{group.late_promises}" if group.late_promises else ""
    revenue = format_money(group.revenue, group.currency, short=True) if group.revenue is not None else ""
    found = (
        ("Revenue in 12 months", revenue, None),
        ("Open concerns", concerns, None),
        ("Late promises", late, Tone.BAD),
        ("Last spoke", days, None),
    )
    return tuple(each for each in found if each[1])


def counted_words(group: Group) -> str:
    """Say what the sums hold, and what they leave out."""
    names = ", ".join(group.without_rate)
    left_out = f" Revenue leaves out {names}: a currency there has no rate." if names else ""
    return f"Counted: {group.counted}.{left_out}"


def row_of(member: GroupMember, group: Group) -> Row:
    """Give one account of the group as a row."""
    row = member.row
    revenue = format_money(row.revenue, row.currency, short=True) if row.revenue is not None else ""
    review = row.next_review.words if row.next_review else ""
    spoke = f"last spoke {_days_ago(group, row.last_contact)}" if row.last_contact else ""
    kind = "site" if member.is_site else "subsidiary" if not member.level else f"subsidiary, level {member.level + 1}"
    meta = (kind, row.city, revenue, f"review: {review}" if review else "", spoke)
    return Row(
        row.id,
        row.name,
        " · ".join(each for each in meta if each),
        tile=row.name,
        pills=tuple(_pills(member)),
    )


def _pills(member: GroupMember) -> list[PillText]:
    row = member.row
    pills = []
    if row.open_concerns:
        words = "1 open concern" if row.open_concerns == 1 else f"{row.open_concerns} open concerns"
        pills.append(PillText(words, Tone.BAD if row.worst_severity > 2 else Tone.WARN))
    if row.next_review is not None and row.next_review.state in _TONES:
        pills.append(PillText(row.next_review.words, _TONES[row.next_review.state]))
    if row.health is not None:
        tone = Tone.NEUTRAL if row.never_asked and row.band is Band.HEALTHY else _BANDS[row.band]
        pills.append(PillText(health_words(row.health, row.band, never_asked=row.never_asked), tone))
    return pills


def _days_ago(group: Group, day: date) -> str:
    days = (group.today - day).days
    return "today" if not days else f"{counted_days(days)} ago"
