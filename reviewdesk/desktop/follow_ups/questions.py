"""What is asked before something is done with a follow-up."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from reviewdesk.desktop.follow_ups.model import Act, AskedLine, Question
from reviewdesk.domain.follow_up import WaitsOn
from reviewdesk.services.follow_up_rows import FollowUpRow

Named = Sequence[tuple[UUID, str]]
DAY_HINT: Final = "next fri, 3 dec, in 2w"
_SHORT: Final = 60


def asks_first(act: Act, row: FollowUpRow) -> bool:
    """Say whether something is asked before; done never asks, and only a promise needs a reason to be dropped."""
    return act not in (Act.DONE, Act.MORE) and not (act is Act.DROP and not row.is_promise)


def question_about(act: Act, row: FollowUpRow, colleagues: Named) -> Question:
    """Put the question for an act into words."""
    title, verb, lines = {
        Act.MOVE: ("Move", "Move", _move_lines(row)),
        Act.SNOOZE: ("Hide until a day:", "Hide", (_day("Until", "tomorrow"),)),
        Act.DROP: ("Drop the promise", "Drop", (AskedLine(name="because", label="Why it is dropped"),)),
        Act.BROKEN: ("Not kept:", "Not kept", (AskedLine(name="because", label="Why, if you like"),)),
        Act.HAND_ON: ("Hand on", "Hand on", (_waits_on(row, colleagues),)),
        Act.WORDS: ("Change the words of", "Change", (AskedLine(name="what", label="What", text=row.what),)),
    }[act]
    return Question(act=act, key=row.id, title=f"{title} “{_short(row.what)}”", verb=verb, lines=lines)


def question_for_new(accounts: Sequence[str], colleagues: Named, account: str = "", after: str = "") -> Question:
    """Ask for a new follow-up; `after` is what was just done, with its account filled in."""
    choices = ((None, "me"), *colleagues, (WaitsOn.CUSTOMER, "the customer"))
    lines = (
        AskedLine(name="what", label="What", hint="Send the price sheet"),
        AskedLine(name="account", label="Account", text=account, names=tuple(accounts)),
        _day("By when", ""),
        AskedLine(name="who", label="Waits on", choices=choices),
        AskedLine(name="is_promise", label="A promise", ticks=True),
    )
    title = f"What comes after “{_short(after)}”?" if after else "A new follow-up"
    return Question(act=Act.ADD, key=None, title=title, verb="Add", lines=lines)


def _move_lines(row: FollowUpRow) -> tuple[AskedLine, ...]:
    agreed = AskedLine(name="agreed_with", label="Agreed with", hint=row.person)
    return (_day("To", ""), agreed) if row.is_promise else (_day("To", ""),)


def _waits_on(row: FollowUpRow, colleagues: Named) -> AskedLine:
    owners = colleagues if row.is_ours else ()
    choices = ((WaitsOn.ME, "me"), *owners, (WaitsOn.CUSTOMER, "the customer"))
    return AskedLine(name="who", label="Waits on", choices=choices)


def _day(label: str, text: str) -> AskedLine:
    return AskedLine(name="day", label=label, text=text, hint=DAY_HINT, is_day=True)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1]}…"
