"""The head of the workspace: whose review it is, its three steps, how safe the typing is, and Finish."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from reviewdesk.desktop.icons import icon
from reviewdesk.desktop.ink import PAGE_MARGIN, icon_size
from reviewdesk.desktop.review.model import Keeping, Shown
from reviewdesk.desktop.review.step import Step
from reviewdesk.desktop.widgets.buttons import IconButton, plain_button, primary_button
from reviewdesk.desktop.widgets.labels import ElidedLabel, Label, Part
from reviewdesk.desktop.widgets.tabs import SegmentedSwitch, Tab
from reviewdesk.desktop.widgets.tile import InitialsTile

_WORDS: Final = {Keeping.KEPT: "kept", Keeping.SAVED: "Saved", Keeping.REFUSED: "Not saved", Keeping.TYPED: "typing"}
_ICONS: Final = {Keeping.KEPT: "save", Keeping.SAVED: "check", Keeping.REFUSED: "circle-alert", Keeping.TYPED: "pencil"}


class ReviewHeader(QFrame):
    """One line over the whole window.

    Signals:
        back_asked: the person wants to leave.
        step_asked: the step the person goes to.
        summary_asked: the person wants to see the newest summary.
        show_asked: the customer is to see the review, or no longer.
        finish_asked: the person wants to finish.
    """

    back_asked = Signal()
    step_asked = Signal(str)
    summary_asked = Signal()
    show_asked = Signal()
    finish_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "top-bar")
        self.back = IconButton(self.tr("Back"), "arrow-left", shortcut="Alt+Left", ink="text")
        self.tile = InitialsTile(lines=2.5)
        self.title = ElidedLabel("", Part.HEADING, least=12)
        self.about = ElidedLabel("", Part.SMALL)
        names = ((Step.PREPARE, self.tr("Prepare")), (Step.MEET, self.tr("Meet")), (Step.WRAP_UP, self.tr("Wrap up")))
        self.steps = SegmentedSwitch(self.tr("Step"), [Tab(step.value, word) for step, word in names])
        self._sign, self.state = Label(), Label(part=Part.MUTED)
        self.summary = plain_button(self.tr("Summary"), "file-text")
        self.show_button = plain_button(self.tr("Show"), "presentation")
        self.show_button.setToolTip(self.tr("A second window with only what the customer may see (F5)"))
        self.finish = primary_button(self.tr("Finish"))
        self.finish.setToolTip(self.tr("Finish (Ctrl+Return)"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title)
        words.addWidget(self.about)
        saved = QHBoxLayout()
        saved.setSpacing(6)
        saved.addWidget(self._sign)
        saved.addWidget(self.state)
        self.state.setMinimumWidth(self.state.fontMetrics().horizontalAdvance("Not saved") + 4)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 12, PAGE_MARGIN, 12)
        row.setSpacing(14)
        row.addWidget(self.back)
        row.addWidget(self.tile)
        row.addLayout(words, 1)
        row.addWidget(self.steps)
        row.addLayout(saved)
        row.addWidget(self.summary)
        row.addWidget(self.show_button)
        row.addWidget(self.finish)
        self.summary.hide()

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self.steps.chosen.connect(self.step_asked)
        self.summary.clicked.connect(self.summary_asked)
        self.show_button.clicked.connect(self.show_asked)
        self.finish.clicked.connect(self.finish_asked)

    def show_review(self, shown: Shown) -> None:
        """Show whose review it is, when, and with whom."""
        self.title.setText(shown.title)
        self.about.setText(about(shown))
        self.tile.show_name(shown.material.account.name)
        self.summary.setVisible(bool(shown.summaries))
        self.finish.setText(self.tr("New version") if shown.review.is_finished else self.tr("Finish"))

    def show_showing(self, *, on: bool) -> None:
        """Say whether the customer sees the review."""
        self.show_button.setText(self.tr("Stop showing") if on else self.tr("Show"))

    def show_step(self, step: Step) -> None:
        """Show which step is open."""
        self.steps.blockSignals(True)
        self.steps.open(step.value)
        self.steps.blockSignals(False)

    def show_keeping(self, keeping: Keeping) -> None:
        """Say how far what was typed has come."""
        side = icon_size()
        ink = "bad" if keeping is Keeping.REFUSED else "muted"
        self._sign.setVisible(keeping in _ICONS)
        if keeping in _ICONS:
            self._sign.setPixmap(icon(_ICONS[keeping], ink).pixmap(side, side))
        self.state.setText(_WORDS.get(keeping, ""))
        self.state.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


def about(shown: Shown) -> str:
    """Say when the review is and who is there."""
    review, day = shown.review, shown.review.day
    names = [shown.names[each] for each in (*review.people_ids, *review.colleague_ids) if each in shown.names]
    when = f"{day.day} {day:%B %Y}" if day else "no day yet"
    return " · ".join(each for each in (when, ", ".join(names)) if each)
