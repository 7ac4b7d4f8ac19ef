"""Typing in notes of 200 KB: a keystroke beside one in an empty plain editor, and how long autosave takes."""

import statistics
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from reviewdesk.desktop.review.chips import KnownLine
from reviewdesk.desktop.review.editor import NoteEditor
from reviewdesk.desktop.theme import Theme, ThemeChoice
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.storage.journal import Journal
from tests.books import a_store, small_book, the

RESOURCES = Path(__file__).parents[2] / "resources"
LINES = 3_000
ROUNDS = 5
KEYS = 60


def long_notes() -> str:
    """Make notes of over 200,000 characters, every fortieth line a concern and every fiftieth a promise."""
    marks = {0: "! ", 25: "/we "}
    said = "they said something about deliveries and the plan by week"
    return "\n".join(f"{marks.get(each % 50, '')}line {each} {said} {each % 50}" for each in range(LINES))


@pytest.fixture
def desk(tmp_path, qapp):
    Theme(qapp, RESOURCES, ThemeChoice.LIGHT)
    store = small_book(a_store(tmp_path))
    meetings = MeetingService(store, Journal(store.path))
    review = ReviewService(store).start_now(the(store, "Łódź Logistics").id).value
    yield meetings, review
    store.close()


def shown(editor: QPlainTextEdit, qtbot) -> QPlainTextEdit:
    qtbot.addWidget(editor)
    editor.resize(1000, 700)
    editor.show()
    qtbot.wait(50)
    return editor


def keystrokes(editor: QPlainTextEdit) -> list[float]:
    """Type letters, each painted before the next, and give the time of each in seconds."""
    times = []
    for at in range(KEYS):
        begun = perf_counter()
        QTest.keyClick(editor, Qt.Key.Key_A if at % 6 else Qt.Key.Key_Space)
        QApplication.processEvents()
        times.append(perf_counter() - begun)
    return times


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


@pytest.mark.benchmark
@pytest.mark.parametrize("spelling", [False, True], ids=["spelling off", "spelling on"])
def test_a_keystroke_in_long_notes_beside_one_in_an_empty_plain_editor(desk, qtbot, spelling):
    meetings, review = desk
    plain, notes = shown(QPlainTextEdit(), qtbot), shown(NoteEditor(), qtbot)
    workspace = meetings.save_notes(review.id, long_notes()).value
    notes.read_against(workspace.material.meeting)
    notes.show_text(workspace.text)
    notes.begin_save()
    notes.show_lines([KnownLine(e.line, e.read, e.record, e.detached) for e in workspace.lines])
    notes.spelling.begin(on=spelling)
    notes.spelling.learn(
        {each: each in {"plan", "week"} for each in "they said something about the plan by week".split()}
    )
    ratios, ours, floors = [], [], []
    for at in range(ROUNDS):
        notes.go_to_line(LINES * (at + 1) // (ROUNDS + 1))
        floors.append(keystrokes(plain))
        ours.append(keystrokes(notes))
        ratios.append(statistics.median(ours[-1]) / statistics.median(floors[-1]))
    every, floor = [each for each in ours for each in each], [each for each in floors for each in each]
    print(
        f"\na keystroke in {len(workspace.text):,} characters, spelling {'on' if spelling else 'off'}: "
        f"{statistics.median(ratios):.2f} x an empty plain editor ({min(ratios):.2f}-{max(ratios):.2f}); "
        f"median {statistics.median(every) * 1e3:.2f} ms, p95 {p95(every) * 1e3:.2f} ms; "
        f"the empty editor p95 {p95(floor) * 1e3:.2f} ms"
    )
    assert notes.text.count("\n") == LINES - 1


@pytest.mark.benchmark
def test_autosave_of_long_notes(desk):
    meetings, review = desk
    text = long_notes()
    meetings.save_notes(review.id, text)
    lines, saves, keeps = text.split("\n"), [], []
    for at in range(40):
        seen = "\n".join(lines)
        lines[at * 70] += " and again"
        text = "\n".join(lines)
        begun = perf_counter()
        meetings.keep_draft(review.id, text)
        keeps.append(perf_counter() - begun)
        begun = perf_counter()
        meetings.save_notes(review.id, text, seen=seen)
        saves.append(perf_counter() - begun)
    print(
        f"\nautosave of {len(text):,} characters: p50 {statistics.median(saves) * 1e3:.0f} ms, "
        f"p95 {p95(saves) * 1e3:.0f} ms; "
        f"kept on disk: p50 {statistics.median(keeps) * 1e3:.1f} ms, p95 {p95(keeps) * 1e3:.1f} ms"
    )
    assert meetings.workspace(review.id).text == text
