"""What a service method answers: the value, and what changed for everybody else."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from reviewdesk.domain.changes import Changes

Value = TypeVar("Value", covariant=True)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Value]):
    """A value and the changes its making brought about."""

    value: Value
    changes: Changes
