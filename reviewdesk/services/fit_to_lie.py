"""What of an account may lie on a table in a meeting: nothing only the person's, and nothing that would hurt."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final
from uuid import UUID

from reviewdesk.domain.audience import Audience
from reviewdesk.domain.leaks import Forbidden, leaks_in
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes.lines import parse_line
from reviewdesk.domain.text import fold
from reviewdesk.services.account_values import AccountBrief
from reviewdesk.services.only_mine import only_mine
from reviewdesk.storage.lists.other_names import other_names
from reviewdesk.storage.reading import Reading

SEVERAL: Final = 3


def without_only_mine(reading: Reading, brief: AccountBrief) -> tuple[AccountBrief, tuple[str, ...]]:
    """Give what is known without the records of lines that were set to only me, and the words of those still open."""
    mine = only_mine(reading, brief.account.id)
    kept_back = (
        *(each.what for each in brief.follow_ups if mine.holds(each) and each.is_open),
        *(each.words for each in brief.concerns if mine.holds(each) and each.is_open),
        *(each.words for each in brief.questions if mine.holds(each) and each.is_open),
    )
    shown = replace(
        brief, follow_ups=mine.without(brief.follow_ups), concerns=mine.without(brief.concerns),
        questions=mine.without(brief.questions),
    )  # fmt: skip
    return shown, kept_back


def what_hurts(reading: Reading, account_id: UUID) -> Callable[[str], bool]:
    """Give what says of a text that it names a rival, another customer or their people, or tells what is only mine."""
    others, own = other_names(reading.connection, account_id), reading.accounts.get(account_id)
    forbidden = Forbidden(
        rivals=others.rivals,
        lines=tuple(_private(reading, account_id)),
        own_names=(own.name, *(each.name for each in reading.people.where(account_id=account_id))),
    )
    private = [fold(each) for each in forbidden.lines]

    def hurts(text: str) -> bool:
        named = tuple(each for each in others.accounts if each in text)
        people = tuple(each for each in others.people if each in text)
        is_private = any(_says(fold(text), each) for each in private)
        return is_private or bool(leaks_in(text, replace(forbidden, accounts=named, people=people)))

    return hurts


def _says(text: str, private: str) -> bool:
    """Say whether a text is a private line, however short, after an opening too, or holds several words of one."""
    return text == private or text.endswith(f": {private}") or (len(private.split()) >= SEVERAL and private in text)


def _private(reading: Reading, account_id: UUID) -> list[str]:
    reviews = reading.reviews.where(account_id=account_id)
    today = reading.clock.today()
    lines = ((each, parse_line(each.text, today)) for review in reviews for each in review.lines)
    return [
        said.words
        for line, said in lines
        if said.words and (line.audience is Audience.ONLY_ME or said.marker is Marker.ONLY_ME)
    ]
