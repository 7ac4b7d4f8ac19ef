"""Writes feedback forms for people of an account, as PDFs or as mail drafts that the forms go with."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from reviewdesk.cli.asking import Terminal, placed
from reviewdesk.cli.opened import opened
from reviewdesk.cli.terminal import say, warn
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.feedback import FormKind
from reviewdesk.services.form_values import FormOffer, WhomToAsk


def run(terminal: Terminal) -> int:
    """Write them and say where they are."""
    asked = terminal.asked
    with opened(terminal) as services:
        offer = services.forms.offer(services.accounts.named(asked.account).id)
        people = _meant(offer, asked.people)
        kind = FormKind.LONG if asked.is_long else FormKind.SHORT
        ids: Sequence[UUID | None] = [each.person_id for each in people] or [None]
        made = services.forms.make(offer.account_id, ids, kind, offer.review_id).value
        for each in made:
            if asked.with_mail:
                draft = services.forms.draft(each.id).value
                say(str(draft.path))
                warn(*(f"{name} has no address: add it in the mail." for name in draft.lacking))
            else:
                printed = services.forms.print_out(each.id)
                say(str(services.print_outs.write(printed, placed(asked.out or Path()))))
    return 0


def _meant(offer: FormOffer, names: Sequence[str]) -> list[WhomToAsk]:
    """Give who is asked: those who are named, else those who were in the review."""
    if not names:
        return [each for each in offer.people if each.was_there]
    return [_one(offer, each) for each in names]


def _one(offer: FormOffer, name: str) -> WhomToAsk:
    wanted = name.casefold().strip()
    same = [each for each in offer.people if each.name.casefold() == wanted]
    found = same or [each for each in offer.people if wanted in each.name.casefold()]
    if len(found) == 1:
        return found[0]
    there = ", ".join(each.name for each in offer.people) or "nobody yet"
    how = "Several people could be meant by" if found else "Nobody is called"
    raise RefusedError(f"{how} “{name}” at {offer.account}. There: {there}.")
