"""The steps of a review's workspace."""

from enum import StrEnum


class Step(StrEnum):
    """The three parts of a review."""

    PREPARE = "prepare"
    MEET = "meet"
    WRAP_UP = "wrap up"
