"""Says what there is to know before talking to an account."""

from collections.abc import Iterator

from reviewdesk.cli.asking import Terminal
from reviewdesk.cli.listing import short_money
from reviewdesk.cli.opened import opened
from reviewdesk.cli.terminal import say
from reviewdesk.domain.concern import SEVERITIES
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.intervals import short_day
from reviewdesk.services.account_values import AccountBrief
from reviewdesk.services.follow_up_rows import due_words

LATEST = 3


def run(terminal: Terminal) -> int:
    """Write the brief of one account."""
    with opened(terminal) as services:
        brief = services.accounts.brief(services.accounts.named(terminal.asked.account).id)
    say(*lines_of(brief))
    return 0


def lines_of(brief: AccountBrief) -> list[str]:
    """Give the brief line by line; a part with nothing in it is left out."""
    parts = {
        "We owe them": [_step(each, brief) for each in brief.our_promises],
        "They owe us": [_step(each, brief) for each in brief.their_promises],
        "Follow-ups": [_step(each, brief) for each in brief.open_follow_ups if not each.is_promise],
        "Open concerns, in their words": list(_concerns(brief)),
        "Open questions": [each.words for each in brief.questions if each.is_open],
        "Who is who": list(_people(brief)),
        "They might buy": [each.what for each in brief.opportunities if each.is_open],
        "Spoken": [
            f"{short_day(each.made_on, brief.today)}: {each.words or each.channel}" for each in brief.contacts[:LATEST]
        ],
        "Reviews": [
            f"{short_day(each.day, brief.today)}: {each.kind}, {each.state}"
            for each in brief.reviews[:LATEST]
            if each.day
        ],
    }
    lines = list(_head(brief))
    for title, found in parts.items():
        if found:
            lines += ["", title, *(f"  {each}" for each in found)]
    return lines


def _head(brief: AccountBrief) -> Iterator[str]:
    account, stands = brief.account, brief.standing
    yield account.name
    where = (account.industry, account.city, account.country, f"owner {brief.owner.name}" if brief.owner else "")
    yield ", ".join(each for each in where if each)
    review = brief.next_review.words if brief.next_review else "no review planned"
    yield f"Tier {account.tier or '-'}, review every {brief.months} months: {review}"
    revenue = short_money(stands.revenue, stands.currency)
    if brief.revenue is not None:
        trend = brief.revenue.trend
        yield f"Revenue of 12 months: {revenue}" + (f", {trend:+.0f} % on the 12 before" if trend is not None else "")
    kept = brief.kept
    if kept.ended and kept.share is not None:
        yield f"We kept {kept.share:.0%} of {kept.ended} promises since {short_day(kept.since, brief.today)}"


def _step(each: FollowUp, brief: AccountBrief) -> str:
    owner = next((one.name for one in brief.colleagues if one.id == each.colleague_id and not one.is_me), "")
    person = next((one.name for one in brief.people if one.id == each.person_id), "")
    return ", ".join(word for word in (f"{due_words(each.due, brief.today)}: {each.what}", owner or person) if word)


def _concerns(brief: AccountBrief) -> Iterator[str]:
    for each in brief.open_concerns:
        yield f"“{each.words}” ({SEVERITIES[each.severity]}; {each.stage}, {short_day(each.raised_on, brief.today)})"


def _people(brief: AccountBrief) -> Iterator[str]:
    for each in brief.people:
        about = (each.role, each.phone, f"cares about {each.cares_about}" if each.cares_about else "")
        yield ", ".join(word for word in (each.name, *about) if word)
