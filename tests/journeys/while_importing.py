"""A person who goes on working while a large import runs: types notes and fields, scrolls, filters and searches.

What the window's own thread was kept from doing is measured by a clock that ticks on it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from time import perf_counter
from uuid import UUID

from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit

from reviewdesk.desktop.widgets.field import Field, FieldState
from tests.journeys.hands import Hands

TICK = 4
PAUSE = 30
WORDS = "The covers came wet again, and nobody called back about the late truck. "
SOUGHT = ("late", "wet", "Customer 1", "invoice")


class Pulse(QObject):
    """Ticks on the window's own thread, and notes how long each tick was kept waiting, in ms."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands.window)
        self.gaps: list[float] = []
        self.saves: list[float] = []
        self._waiting: dict[Field, float] = {}
        self._last = perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def begin(self) -> None:
        """Start to tick."""
        self._last = perf_counter()
        self._timer.start(TICK)

    def end(self) -> None:
        """Stop."""
        self._timer.stop()

    def watch(self, what: Field) -> None:
        """Note how long each save of this field takes, from when it is told to when it stands in the book."""
        what.edited.connect(self._told)

    def _told(self) -> None:
        told = self.sender()
        if isinstance(told, Field):
            self._waiting.setdefault(told, perf_counter())

    def _tick(self) -> None:
        now = perf_counter()
        self.gaps.append(max(0.0, (now - self._last) * 1000 - TICK))
        self._last = now
        for each, since in list(self._waiting.items()):
            if each.state is FieldState.SAVED:
                del self._waiting[each]
                self.saves.append((now - since) * 1000)


@dataclass
class Work:
    """What the person did meanwhile, so that it can be looked for in the book."""

    notes: str = ""
    industry: str = ""
    rounds: int = 0


class Worker:
    """Works in the window without waiting for anything: each step is one key or one turn of the wheel."""

    def __init__(self, hands: Hands, account_id: UUID, pulse: Pulse) -> None:
        self._hands, self._desk = hands, hands.program.desk
        self._account_id = account_id
        self._pulse = pulse
        self._letters = cycle(WORDS)
        self._sought = cycle(SOUGHT)
        self._watched: set[Field] = set()
        self.work = Work()
        self.place = ""
        self._steps = self._go_round()
        self._desk.ways.start(account_id)
        hands.wait_until(lambda: hands.program.shell.page == "review")
        hands.settle()

    def step(self) -> None:
        """Press the next key, or turn the wheel."""
        next(self._steps)

    def follow(self, pulse: Pulse) -> None:
        """Have the saves watched by another clock from here on."""
        for each in self._watched:
            pulse.watch(each)
        self._pulse = pulse

    def _go_round(self) -> Iterator[None]:
        """Go round: notes of the review, a field of the account, the list of accounts, the search."""
        while True:
            yield from self._type_notes()
            yield from self._type_field()
            yield from self._scroll()
            yield from self._search()
            self.work.rounds += 1

    def _go(self, place: str) -> None:
        self.place = place
        if place == "account":
            self._desk.open_account(self._account_id)
        else:
            self._desk.go(place)

    def _type_notes(self) -> Iterator[None]:
        self._go("review")
        yield
        notes = self._hands.find(QPlainTextEdit, "Notes")
        notes.setFocus()
        for _ in range(40):
            letter = next(self._letters)
            QTest.keyClicks(notes, letter)
            self.work.notes += letter
            yield

    def _type_field(self) -> Iterator[None]:
        self._go("account")
        yield
        view = self._desk.pages.account.view
        self._hands.wait_until(lambda: view.account_id == self._account_id)
        view.open_tab("details")
        field = view.details.grid_of("industry").fields["industry"]
        if field not in self._watched:
            self._watched.add(field)
            self._pulse.watch(field)
        field.editor.setFocus()
        field.editor.selectAll()
        self.work.industry = f"Freight {self.work.rounds}"
        for letter in self.work.industry:
            QTest.keyClicks(field.editor, letter)
            yield
        field.flush()

    def _scroll(self) -> Iterator[None]:
        self._go("accounts")
        yield
        table = self._desk.pages.accounts.view.table
        bar = table.verticalScrollBar()
        for at in range(15):
            bar.setValue(round(bar.maximum() * at / 14))
            yield
        line = self._desk.pages.accounts.view.filter
        line.setFocus()
        for letter in "Acme":
            QTest.keyClicks(line, letter)
            yield
        line.clear()

    def _search(self) -> Iterator[None]:
        shell = self._hands.program.shell
        shell.open_search()
        for letter in next(self._sought):
            QTest.keyClicks(shell.palette_view.line, letter)
            yield
        shell.palette_view.close_palette()


def drop(hands: Hands, paths: list[Path]) -> None:
    """Drop files on the window and wait for nothing."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(each)) for each in paths])
    keys, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    hands.window.dropEvent(QDropEvent(QPointF(400, 300), Qt.DropAction.CopyAction, mime, button, keys))


def apply_when_planned(hands: Hands) -> None:
    """Press Apply on the plan."""
    hands.program.desk.go("import")
    button = hands.find(QAbstractButton, "Apply")
    hands.wait_until(button.isEnabled)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def work_until(hands: Hands, worker: Worker, is_over, *, most: int = 100_000) -> int:
    """Work one step after the other, with a short pause after each, until something is so; give the steps done."""
    for done in range(1, most + 1):
        worker.step()
        QTest.qWait(PAUSE)
        if is_over():
            return done
    return most
