"""What is asked of a shared problem: the words that some outcomes need, and what it is called and says."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewdesk.desktop.widgets.field import ChoiceField, LineField, TextField
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.concern import SEVERITIES
from reviewdesk.domain.shared_problem import WAYS, Remedy, SharedProblem

SEVERITY_WORDS: Final = "severity {n}"


class WordsSheet(Sheet):
    """Asks for the words that something said of an account needs, with a choice or an amount where it has one.

    Signals:
        filled: the words, and the choice or the amount.
    """

    filled = Signal(str, str)

    def __init__(self, title: str, verb: str, label: str, parent: QWidget, *, also: str = "") -> None:
        super().__init__(title, verb, parent)
        self.words = LineField(label, quiet=False)
        self.channel: ChoiceField | None = None
        self.amount: LineField | None = None
        if also == "channel":
            choices = [(each, each) for each in WAYS]
            self.channel = ChoiceField(self.tr("How it was tried"), choices, WAYS[0], quiet=False)
            self.add(self.channel)
        self.add(self.words)
        if also == "amount":
            self.amount = LineField(self.tr("What that cost us"), hint="120.50", quiet=False)
            self.add(self.amount)
        self.asked.connect(self._fill)

    def _fill(self) -> None:
        second = self.channel.value() if self.channel else self.amount.value() if self.amount else ""
        self.filled.emit(self.words.value(), str(second))


class ProblemSheet(Sheet):
    """Asks what a running outreach is called, how grave it is, what is done for each, and what is said.

    Signals:
        filled: the fields, by name.
    """

    filled = Signal(object)

    def __init__(self, problem: SharedProblem, parent: QWidget) -> None:
        super().__init__(parent.tr("Change this outreach"), parent.tr("Keep it"), parent)
        self.name = LineField(self.tr("Name of the problem; for our side"), problem.name, quiet=False)
        grades = [(each, SEVERITY_WORDS.format(n=each)) for each in SEVERITIES]
        self.severity = ChoiceField(self.tr("How grave it is"), grades, problem.severity, quiet=False)
        remedies = [(each, each.value) for each in Remedy]
        self.remedy = ChoiceField(self.tr("What each is given"), remedies, problem.remedy, quiet=False)
        self.words = TextField(self.tr("What we tell them"), problem.remedy_words, lines=3)
        self.script = TextField(self.tr("What to say on the phone"), problem.says, lines=4)
        self._said = problem.says
        row = QHBoxLayout()
        row.setSpacing(12)
        for each in (self.severity, self.remedy):
            row.addWidget(each, 1)
        for what in (self.name, row, self.words, self.script):
            self.add(what)
        self.asked.connect(self._fill)

    def _fill(self) -> None:
        fields: dict[str, object] = {
            "name": self.name.value(),
            "severity": self.severity.value(),
            "remedy": Remedy(str(self.remedy.value())),
            "remedy_words": str(self.words.value()).strip(),
        }
        if self.script.value() != self._said:
            fields["script"] = str(self.script.value()).strip()
        self.filled.emit(fields)
