"""A sheet whose running header names what its page tells of, as a dictionary does."""

from dataclasses import dataclass, field
from functools import partial

from reviewdesk.reports.paper import Paper
from reviewdesk.reports.sheet import Sheet


@dataclass(slots=True)
class Running:
    """The names that a page has come past; one that is not at its end runs on to the next page.

    `page` is what the header of the page is written from when all pages are made.
    """

    names: list[str] = field(default_factory=list)
    runs_on: bool = False
    page: list[str] = field(default_factory=list)

    def begin(self, name: str) -> None:
        """Note that something of this name begins."""
        self.names.append(name)
        self.runs_on = True

    def end(self) -> None:
        """Note that it is at its end."""
        self.runs_on = False

    def turn(self) -> None:
        """Give a page that is full the first and the last of its names, and begin the next one."""
        self.page += dict.fromkeys((*self.names[:1], *self.names[-1:]))
        self.names = self.names[-1:] if self.runs_on else []
        self.page = []


@dataclass(frozen=True)
class RunningSheet(Sheet):
    """A sheet that leaves room for the running header until it is known what stands on the page."""

    running: Running = field(default_factory=Running)

    def _later_page(self, paper: Paper, _: object) -> None:
        paper.draw_later(partial(self._write_head, self.running.page))

    def _write_head(self, names: list[str], paper: Paper) -> None:
        self._running_head(paper, *(names or (self.frame.account,)))

    def _foot(self, paper: Paper, document: object) -> None:
        super()._foot(paper, document)
        self.running.turn()
