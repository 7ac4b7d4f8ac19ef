"""A machine whose day a test moves on, for what happens from one day to the next."""

from datetime import date

from tests.books import TUESDAY


class MachineDay(date):
    """The day of the machine, which a test may move on."""

    now = TUESDAY

    @classmethod
    def today(cls):
        """Give the day it stands on."""
        return cls.now
