"""Hands over to the company's CRM, or says what would go."""

from collections import Counter
from pathlib import Path

from reviewdesk.cli.asking import Terminal, placed
from reviewdesk.cli.opened import opened
from reviewdesk.cli.terminal import say, warn
from reviewdesk.services.crm_values import CrmOffer


def run(terminal: Terminal) -> int:
    """Say what goes and what stays, and write the files unless only that is wanted."""
    asked = terminal.asked
    with opened(terminal) as services:
        offer = services.crm_out.offer(asked.crm, asked.since)
        if len(offer.known) > 1 and not asked.crm:
            warn(f"Accounts came from {' and '.join(offer.known)}; this is for {offer.crm}. Others: --crm NAME.")
        _tell(offer)
        if asked.plan_only or not offer.going:
            return 0
        folder = placed(asked.out or Path())
        written = services.crm_out.hand_over(offer, {each.key for each in offer.going}, folder).value
        say(*(str(each) for each in written.paths))
    return 0


def _tell(offer: CrmOffer) -> None:
    counts = Counter(each.table for each in offer.going)
    told = ", ".join(f"{count} {name}" for name, count in counts.items()) or "nothing new"
    say(f"To {offer.crm}, since {offer.since}: {told}")
    for why, count in Counter(each.why for each in offer.staying).items():
        warn(f"Stays here: {count}: {why}")
    if offer.earlier:
        warn(f"From before that day: {offer.earlier}. Take them along with --since DATE.")
