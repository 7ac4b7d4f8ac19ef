"""What a person has to decide before an import is as they want it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

Decisions = Mapping[str, str]
# How the ids of questions begin that are about the currency of a file's amounts.
CURRENCY: Final = "currency:"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers to choose from."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class ToDecide:
    """One thing to decide, and the answer that holds until the person says otherwise.

    `id` is the same when the same files are read again, so that an answer can be kept for next time. Before a person
    decides, the answer taken is the one that changes least: no record already in the book is touched by it.
    """

    id: str
    words: str
    detail: str
    choices: tuple[Choice, ...]
    taken: str
    is_decided: bool = False


@dataclass(slots=True)
class Deciding:
    """Gathers what is to be decided while a plan is made, and answers each from the decisions or by its default."""

    decisions: Decisions
    asked: dict[str, ToDecide] = field(default_factory=dict)

    def ask(self, id: str, words: str, detail: str, choices: Mapping[str, str], default: str) -> str:
        """Ask one thing and give the id of the answer that holds; a decision that is no choice is not heeded."""
        decided = self.decisions.get(id, "")
        taken = decided if decided in choices else default
        offered = tuple(Choice(each, shown) for each, shown in choices.items())
        self.asked[id] = ToDecide(id, words, detail, offered, taken, is_decided=decided in choices)
        return taken

    def to_decide(self) -> tuple[ToDecide, ...]:
        """Give everything that was asked, in the order of asking."""
        return tuple(self.asked.values())
