"""A review of a believable book, opened in its real workspace on a real store."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from reviewdesk.desktop.review.controller import ReviewController
from reviewdesk.desktop.review.step import Step
from reviewdesk.desktop.review.view import ReviewView
from reviewdesk.desktop.tasks import Tasks
from reviewdesk.domain.review import Review
from reviewdesk.services.documents import DocumentService
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.storage.journal import Journal
from reviewdesk.storage.store import Store
from tests.books import a_store, small_book, the

RESOURCES = Path(__file__).parents[3] / "resources"
FONTS = RESOURCES / "fonts"


@dataclass
class Desk:
    """An open workspace with everything behind it."""

    store: Store
    meetings: MeetingService
    reviews: ReviewService
    documents: DocumentService
    tasks: Tasks
    view: ReviewView
    controller: ReviewController
    review: Review
    qtbot: object
    mistakes: list[str]

    @property
    def editor(self):
        """The editor of the meeting."""
        return self.view.meet.editor

    def type(self, words: str) -> None:
        """Type words; a line ends with Enter."""
        for at, line in enumerate(words.split("\n")):
            if at:
                self.qtbot.keyClick(self.editor, Qt.Key.Key_Return)
            self.qtbot.keyClicks(self.editor, line)

    def settle(self) -> None:
        """Wait until all that was asked for is done."""
        assert self.tasks.wait_idle()
        self.qtbot.wait(10)
        assert self.tasks.wait_idle()

    def save(self) -> None:
        """Save what was typed, as a pause would."""
        self.controller.leave()
        self.settle()

    def stored(self) -> Review:
        """Read the review as it stands in the book."""
        with self.store.read() as reading:
            return reading.reviews.get(self.review.id)

    def go(self, step: Step) -> None:
        """Go to a step and wait until it is shown."""
        self.controller.go_to_step(step)
        self.settle()


@pytest.fixture
def book(tmp_path: Path):
    store = small_book(a_store(tmp_path))
    yield store
    store.close()


@pytest.fixture
def mistakes(tasks):
    """What broke in a way nobody foresaw; a test that expects it takes it out."""
    found: list[str] = []
    tasks.broken.connect(lambda _error, details: found.append(details))
    yield found
    tasks.close()
    assert not found


@pytest.fixture
def open_desk(book, tasks, mistakes, qtbot, dressed) -> Callable[..., Desk]:
    """Open a review of an account in its workspace, at Meet unless another step is named."""
    desks: list[Desk] = []

    def opened(account: str = "Łódź Logistics", notes: str = "", step: Step = Step.MEET, fonts: Path = FONTS) -> Desk:
        meetings, reviews = MeetingService(book, Journal(book.path)), ReviewService(book)
        documents = DocumentService(book, fonts)
        review = reviews.start_now(the(book, account).id).value
        if notes:
            meetings.save_notes(review.id, notes)
        view = ReviewView()
        controller = ReviewController(view, meetings, reviews, documents, tasks)
        desk = Desk(book, meetings, reviews, documents, tasks, view, controller, review, qtbot, mistakes)
        desks.append(desk)
        view.resize(1366, 768)
        qtbot.addWidget(view)
        view.show()
        controller.show_review(review.id, step)
        desk.settle()
        return desk

    yield opened
    for desk in desks:
        desk.view.hide()
        desk.tasks.wait_idle()
