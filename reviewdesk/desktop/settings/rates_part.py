"""Keeps the exchange rates in Settings and in the book the same."""

from functools import partial
from typing import ClassVar

from reviewdesk.desktop.settings.part import SettingsPart
from reviewdesk.desktop.settings.rates import RatesCard
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.rates import DatedRate, RateKey, RateService


class RatesPart(SettingsPart):
    """Answers what is done with exchange rates in Settings."""

    key: ClassVar[str] = "rates"

    def __init__(self, card: RatesCard, rates: RateService, tasks: Tasks) -> None:
        super().__init__(card)
        self.card = card
        self._rates = rates
        self._tasks = tasks
        card.add_asked.connect(self._add)
        card.typed.connect(self._change)
        card.remove_asked.connect(self._remove)
        tasks.changed.connect(self._reload_if_concerned)

    def begin(self, words: str) -> None:
        """Let the person enter the rate of this currency."""
        self.card.enter(words)

    def show_now(self) -> None:
        """Show the rates as they stand."""
        self._tasks.run(self._rates.now, self.card.show_rates, self, newest="rates")

    def flush(self) -> None:
        """Save at once what was typed."""
        for row in self.card.rows.values():
            for field in row.fields.values():
                field.flush()

    @property
    def is_safe(self) -> bool:
        """Say whether everything that was typed here is in the book."""
        return all(field.is_safe for row in self.card.rows.values() for field in row.fields.values())

    def _add(self, currency: str, day: str, rate: str) -> None:
        work = partial(self._rates.add, currency, day, rate)
        self._tasks.run(work, self._added, self, lane=Lane.WRITE, failed=self._not_added)

    def _added(self, _done: object) -> None:
        self.card.new.clear()
        self.show_now()

    def _not_added(self, error: ReviewDeskError) -> None:
        self.card.new.refuse(str(error))

    def _change(self, key: RateKey, name: str, text: str) -> None:
        work = partial(self._rates.change, key, name, text)
        saved, refused = partial(self._saved, key, name), partial(self._refused, key, name)
        self._tasks.run(work, saved, self, lane=Lane.WRITE, failed=refused)

    def _saved(self, key: RateKey, name: str, done: Outcome[DatedRate]) -> None:
        self.card.take_key(key, done.value.key)
        if done.value.key in self.card.rows:
            self.card.rows[done.value.key].fields[name].show_saved()
        self.show_now()

    def _refused(self, key: RateKey, name: str, error: ReviewDeskError) -> None:
        if key in self.card.rows:
            self.card.rows[key].fields[name].show_refused(str(error))
        else:
            self._tasks.told.emit(error)

    def _remove(self, key: RateKey) -> None:
        self._tasks.run(partial(self._rates.remove, key), self._done, self, lane=Lane.WRITE)

    def _done(self, _done: object) -> None:
        self.show_now()

    def _reload_if_concerned(self, changes: Changes, origin: object) -> None:
        if origin is not self and changes.touch(Kind.BOOK, Kind.PURCHASE) and self.card.isVisible():
            self.show_now()
