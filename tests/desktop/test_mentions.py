"""What nobody asked for may name another customer: it waits until the review is left."""

import pytest

from reviewdesk.desktop.mentions import Mentions
from reviewdesk.desktop.tokens import Tone
from reviewdesk.domain.shared_problem import Cause, CauseBy, Remedy
from tests.journeys.hands import on_small_book


@pytest.fixture
def hands(qapp, theme, tmp_path):
    made = on_small_book(qapp, tmp_path)
    yield made
    made.leave()


def test_who_joins_an_outreach_is_said_once_the_review_of_that_customer_is_left(hands):
    services, desk = hands.services, hands.program.desk
    concern = services.concerns.add(hands.account("Globex Corporation"), "wrong invoice, pump seal", 3).value
    services.concerns.add(hands.account("Initech"), "invoice wrong again", 2)
    cause = Cause(by=CauseBy.WORDS, value="wrong invoice")
    services.shared_problems.start(concern.id, "Globex invoices", [cause], Remedy.INFORMATION, "")
    review = services.reviews.start_now(hands.account("Hooli")).value
    desk.open_review(review.id)
    desk.pages.joining.begin()
    hands.settle()

    services.concerns.add(hands.account("Hooli"), "the invoice is wrong", 2)
    desk.watch.tell_all()
    desk.pages.joining.begin()
    hands.settle()

    assert "Hooli" in {each.account for each in services.shared_problems.problems()[0].to_reach}
    assert hands.program.shell.message_bar.isHidden()
    desk.go("today")
    hands.settle()
    assert "Hooli shares “Globex invoices” too" in hands.program.shell.message_bar._words.text()


def test_all_that_was_held_back_is_said_once_and_leads_to_the_newest_it_can():
    said = []
    mentions = Mentions(lambda sentence, tone, *, action, then: said.append((sentence, tone, action)))
    mentions.set_quiet(on=True)
    mentions.say("Hooli moved.")
    mentions.say("The calendar is gone.", Tone.BAD, action="Calendars…", then=str)
    mentions.say("Hooli moved.")
    assert said == []

    mentions.set_quiet(on=False)
    mentions.set_quiet(on=False)
    mentions.say("Globex moved.")

    assert said == [("Hooli moved. The calendar is gone.", Tone.BAD, "Calendars…"), ("Globex moved.", Tone.GOOD, "")]
