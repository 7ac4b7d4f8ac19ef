"""How far a long job is, told by the job in its thread and read by the window in its own."""

from dataclasses import dataclass
from threading import Event, Lock


class StoppedError(Exception):
    """The person stopped the job; raised inside it by `Progress.check`."""


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a job is; a total of 0 is not known."""

    text: str
    done: int = 0
    total: int = 0


class Progress:
    """Carries how far a job is one way and the wish to stop the other."""

    def __init__(self, text: str) -> None:
        self._lock = Lock()
        self._stop = Event()
        self._reached = Reached(text)

    @property
    def reached(self) -> Reached:
        """How far the job is."""
        with self._lock:
            return self._reached

    @property
    def is_stopped(self) -> bool:
        """Say whether the person wants it stopped."""
        return self._stop.is_set()

    def report(self, done: int, total: int = 0, text: str = "") -> None:
        """Say how far it is; called by the job.

        Raises:
            StoppedError: the person wants it stopped.
        """
        with self._lock:
            self._reached = Reached(text or self._reached.text, done, total)
        self.check()

    def check(self) -> None:
        """End the job here if the person wants it stopped.

        Raises:
            StoppedError: they do.
        """
        if self._stop.is_set():
            raise StoppedError

    def stop(self) -> None:
        """Ask the job to end at its next check."""
        self._stop.set()
