"""Shows two accounts side by side where they differ, and asks which is meant."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QScrollArea, QStyle, QWidget

from reviewdesk.desktop.account.fields import DETAILS
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.merging import Side
from reviewdesk.services.merging import Choice, MergePlan

_LONGEST: Final = 38
_MOST_LINES: Final = 12
_ONE: Final = {"people": "person"}
_LABELS: Final = {
    **{detail.name: detail.label for _, details in DETAILS for detail in details},
    "owner_id": "Owner",
    "tier": "Tier",
    "domain": "Domain",
    "region": "Region",
    "gut_feeling": "Gut feeling",
    "cost_to_win": "Cost to win",
}


class MergeSheet(Sheet):
    """Asks what is meant where two accounts differ.

    Signals:
        merge_asked: the chosen side of each field in which they differ.
    """

    merge_asked = Signal(object)

    def __init__(self, plan: MergePlan, parent: QWidget) -> None:
        super().__init__(parent.tr("Merge two accounts"), parent.tr("Merge them"), parent, sentence=moves_words(plan))
        self.plan = plan
        self._groups: dict[str, QButtonGroup] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._lay_out_choices()
        self.asked.connect(self._merge)

    def _lay_out_choices(self) -> None:
        for column, name in ((1, self.plan.kept.name), (2, self.plan.other.name)):
            heading = Label(_short(name), Part.STRONG)
            heading.setToolTip(name)
            self._grid.addWidget(heading, 0, column)
        for at, choice in enumerate(self.plan.choices, 1):
            self._grid.addWidget(Label(label_of(choice), Part.MUTED), at, 0)
            self._groups[choice.name] = self._pair(choice, at)
        choices = self._scrolled()
        self.add(choices)
        layout = self.layout()
        margins = layout.contentsMargins() if layout is not None else self.contentsMargins()
        self.setMinimumWidth(max(self.minimumWidth(), choices.minimumWidth() + margins.left() + margins.right()))
        if not self.plan.choices:
            self.add(Label(self.tr("They differ in nothing but what is joined."), Part.MUTED, wraps=True))

    def _pair(self, choice: Choice, at: int) -> QButtonGroup:
        group = QButtonGroup(self)
        for column, side, value in ((1, Side.KEPT, choice.kept), (2, Side.OTHER, choice.other)):
            button = QRadioButton(_short(value))
            button.setToolTip(value)
            button.setAccessibleName(f"{label_of(choice)}: {value}")
            button.setObjectName(side.value)
            button.setChecked(side is choice.default)
            group.addButton(button)
            self._grid.addWidget(button, at, column)
        return group

    def _scrolled(self) -> QScrollArea:
        """Put the choices where they scroll once they are many."""
        column = ScrollColumn(self.tr("Where they differ"))
        column.column.addLayout(self._grid)
        column.column.addStretch(1)
        lines = min(len(self.plan.choices), _MOST_LINES) + 1
        column.setMinimumHeight((self.fontMetrics().lineSpacing() + 18) * lines)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        column.setMinimumWidth(self._grid.sizeHint().width() + 2 * bar)
        return column

    def choose(self, name: str, side: Side) -> None:
        """Say which side of a field is meant."""
        for button in self._groups[name].buttons():
            button.setChecked(button.objectName() == side.value)

    @property
    def chosen(self) -> dict[str, Side]:
        """The side of each field that is meant."""
        return {
            name: Side(checked.objectName())
            for name, group in self._groups.items()
            if (checked := group.checkedButton()) is not None
        }

    def _merge(self) -> None:
        self.merge_asked.emit(self.chosen)


def label_of(choice: Choice) -> str:
    """Give what a field is called."""
    return choice.label or _LABELS.get(choice.name, choice.name.replace("_", " ").capitalize())


def moves_words(plan: MergePlan) -> str:
    """Say in a few sentences what merging does."""
    counted = ", ".join(_counted(words, count) for words, count in plan.moves) or "Nothing but its name"
    verb = "moves" if sum(count for _, count in plan.moves) <= 1 else "move"
    return (
        f"{counted} of {_short(plan.other.name)} {verb} to {_short(plan.kept.name)}.{_joined(plan.same_people)} "
        "Blanks are filled, lists and notes joined. Undo makes them two again."
    )


def _counted(words: str, count: int) -> str:
    return f"1 {_ONE.get(words, words.removesuffix('s'))}" if count == 1 else f"{count:,} {words}"


def _joined(people: tuple[str, ...]) -> str:
    if not people:
        return ""
    if len(people) == 1:
        return f" {people[0]} is at both and becomes one."
    return f" {', '.join(people[:-1])} and {people[-1]} are at both and become one each."


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
