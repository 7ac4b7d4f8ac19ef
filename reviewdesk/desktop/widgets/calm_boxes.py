"""Boxes to choose a value in that leave the wheel to the page: scrolling past one never changes what is saved."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QSpinBox, QTimeEdit


class _CalmWheel:
    """Lets the page scroll under the pointer, also where the box has the keyboard."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceBox(_CalmWheel, QComboBox):
    """One of a few choices."""


class NumberBox(_CalmWheel, QSpinBox):
    """A whole number."""


class TimeBox(_CalmWheel, QTimeEdit):
    """A time of the day."""


class DayBox(_CalmWheel, QDateEdit):
    """A day."""
