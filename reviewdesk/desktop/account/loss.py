"""Why they left, as a tab of an account: break-even first, five questions, causes, and what happened."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewdesk.desktop.account import loss_words
from reviewdesk.desktop.account.loss_making_up import MakingUpCard, in_pairs
from reviewdesk.desktop.account.loss_words import Shown
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.buttons import plain_button
from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.field import Field, LineField, TextField
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.row_list import RowList
from reviewdesk.desktop.widgets.side_by_side import SideBySide, column_of
from reviewdesk.domain.concern import CauseKind
from reviewdesk.domain.loss_document import LossQuestion

_SHOWN = 12
_NEEDED = frozenset({"revenue", "margin", "retention", "years", "discount", "up_front"})


class LossPage(ScrollColumn):
    """Shows a loss and takes what is typed about it.

    Signals:
        edited: the name of a field and what was typed.
        paper_asked: the review is to be shown as a PDF.
        next_asked: who else shares the causes is to be found.
        figures_asked: what they bought is to be taken as revenue and margin.
        end_asked, set_aside_asked, take_up_asked: the review is to be ended, not to be done, or to go on.
    """

    edited = Signal(str, str)
    paper_asked = Signal()
    next_asked = Signal()
    figures_asked = Signal()
    end_asked = Signal()
    set_aside_asked = Signal()
    take_up_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Why did they leave?"))
        self.figures = self._figures()
        self.questions, self.who, self.story = self._questions(), self._who(), self._story()
        self.making = MakingUpCard()
        self.fields: Mapping[str, Field] = {
            **self.figures,
            **self.questions,
            **self.who,
            **self.story,
            **self.making.fields,
        }
        self.asked, self.even = Label(part=Part.HEADING, wraps=True), Label(part=Part.STRONG, wraps=True)
        self.sum, self.unknown = Label(part=Part.MUTED, wraps=True), Label(part=Part.MUTED, wraps=True)
        self.hint, self.plan = Label(part=Part.MUTED, wraps=True), Label(wraps=True)
        self.training, self.early = Label(wraps=True), Label(part=Part.BAD, wraps=True)
        self.state = Label(part=Part.MUTED, wraps=True)
        self.before = RowList(self.tr("Scores before the loss"))
        self.events = RowList(self.tr("What happened on the way"), most=_SHOWN)
        self.paper_button = plain_button(self.tr("Open as PDF"), "file-text")
        self.next_button = plain_button(self.tr("Who is next?"), "users")
        self.bought, self.figures_button = Label(part=Part.MUTED, wraps=True), plain_button(self.tr("Take it"), "check")
        self.end_button = plain_button(self.tr("End the review"), "check")
        self.aside_button = plain_button(self.tr("Set it aside"), "archive")
        self.again_button = plain_button(self.tr("Take it up again"), "refresh-cw")
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        self.figures_button.clicked.connect(self.figures_asked)
        self.end_button.clicked.connect(self.end_asked)
        self.aside_button.clicked.connect(self.set_aside_asked)
        self.again_button.clicked.connect(self.take_up_asked)
        self.paper_button.clicked.connect(self.paper_asked)
        self.next_button.clicked.connect(self.next_asked)
        for name, field in self.fields.items():
            field.edited.connect(partial(self._tell, name))

    def _questions(self) -> Mapping[str, Field]:
        hint = self.tr("One a line: Anna: what she said, or don’t know")
        return {each.name.lower(): TextField(each.value, hint=hint, lines=2) for each in LossQuestion}

    def _who(self) -> Mapping[str, Field]:
        return {
            "lost_on": LineField(self.tr("Left on"), quiet=False),
            "interviewer": LineField(self.tr("Who asks, from another team"), quiet=False),
            "team": LineField(self.tr("Team that answers for it"), quiet=False),
        }

    def _story(self) -> Mapping[str, Field]:
        told = self.tr("One a line: what it was / kind / team. Kinds: {kinds}").format(kinds=", ".join(CauseKind))
        steps = self.tr("One a line: step / who / by when")
        return {
            "what_happened": TextField(self.tr("What happened"), lines=3),
            "causes": TextField(self.tr("Causes"), hint=told, lines=3),
            "plan": TextField(self.tr("Plan"), hint=steps, lines=3),
            "lessons": TextField(self.tr("What we learnt"), hint=steps, lines=3),
        }

    def _figures(self) -> Mapping[str, Field]:
        words = {
            "revenue": self.tr("Revenue a year"), "margin": self.tr("Margin in %"),
            "retention": self.tr("Kept from year to year in %"), "years": self.tr("Years counted"),
            "discount": self.tr("Rate of interest in %"), "up_front": self.tr("Cost up front, at stake"),
            "on_return": self.tr("Cost only if they return"), "chance": self.tr("Your own chance in %"),
        }  # fmt: skip
        hints = {"margin": "22", "retention": "80", "years": "3", "discount": "10"}
        return {name: LineField(label, hint=hints.get(name, ""), quiet=False) for name, label in words.items()}

    def _lay_out(self) -> None:
        worth, asked = Card(self.tr("Worth winning back?")), Card(self.tr("Five questions"))
        who, happened = Card(self.tr("The review")), Card(self.tr("Why, and what now"))
        worth.heading.add(self.paper_button)
        happened.heading.add(self.next_button)
        for button in (self.end_button, self.aside_button, self.again_button):
            who.heading.add(button)
        at = in_pairs(self.figures.values())
        for card, parts in (
            (worth, (self.asked, self.even, self.early, _beside(self.bought, self.figures_button), at, self.sum)),
            (asked, (*self.questions.values(), self.unknown)),
            (who, (self.state, *self.who.values(), self.hint, self.plan)), (happened, tuple(self.story.values())),
        ):  # fmt: skip
            for each in parts:
                card.add(each)
        self._training = Card(self.tr("What to train"))
        self._training.add(self.training)
        self._before, self._events = _listed(self.before), _listed(self.events)
        left = column_of(worth, asked, self.making)
        right = column_of(who, happened, self._training, self._before, self._events)
        self.column.addWidget(SideBySide(left, right, gap=18))
        self.column.addStretch(1)

    def show_loss(self, shown: Shown) -> None:
        """Show a loss; what is being typed stays."""
        for name, text in shown.fields.items():
            self.fields[name].show_value(text)
        lacking = _NEEDED - {name for name, text in shown.fields.items() if text}
        missing = [each.label.text() for name, each in self.figures.items() if name in lacking]
        self.asked.setText(loss_words.asked_of(shown.win_back))
        self.bought.setText(loss_words.bought_of(shown))
        self.figures_button.setVisible(bool(self.bought.text()))
        self.even.setText(loss_words.even_of(shown.win_back))
        self.sum.setText(loss_words.sum_of(shown.win_back, shown.currency, missing))
        self.unknown.setText(loss_words.not_knowing(shown))
        self.hint.setText(shown.hint)
        words, tone = loss_words.plan_words(shown)
        self.plan.setText(words)
        self.plan.set_part(Part.BAD if tone is Tone.BAD else Part.MUTED)
        self.training.setText("\n".join(shown.training))
        self.before.show_rows(list(loss_words.before_rows(shown)))
        self.events.show_rows(list(loss_words.event_rows(shown)))
        self.early.setText(loss_words.early_of(shown))
        self.state.setText(loss_words.state_of(shown))
        is_over = shown.ended_on is not None or shown.set_aside_on is not None
        self.end_button.setVisible(not is_over and shown.plan_due is not None)
        self.aside_button.setVisible(not is_over and shown.plan_due is None)
        self.again_button.setVisible(is_over)
        for label in (self.even, self.sum, self.unknown, self.hint, self.early, self.state, self.bought):
            label.setVisible(bool(label.text()))
        self._training.setVisible(bool(shown.training))
        self._events.setVisible(bool(shown.events))
        self._before.setVisible(any(each.score is not None for each in shown.before))

    def _tell(self, name: str, text: object) -> None:
        self.edited.emit(name, str(text))


def _beside(words: QWidget, button: QWidget) -> QWidget:
    at = QWidget()
    row = QHBoxLayout(at)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(words, 1)
    row.addWidget(button)
    return at


def _listed(rows: RowList) -> Card:
    card = Card(rows.accessibleName(), " ", edge_to_edge=True)
    card.body.setContentsMargins(0, 0, 0, 0)
    card.add(rows)
    return card
