"""What concerns of a book say together, and the story of a recovery that any customer may read."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from reviewdesk.domain.audience import Audience
from reviewdesk.domain.concern import CauseKind, Concern, Stage
from reviewdesk.domain.errors import LeakError, RefusedError
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.review import NoteLine, Review
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.services.concern_insights import ConcernInsightService
from reviewdesk.services.guarding import GuardService
from reviewdesk.services.recovery_stories import RecoveryStoryService
from tests.books import TUESDAY, a_store
from tests.reports.summaries import FONTS
from tests.services.test_monday import add, an_account


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def insights(store):
    return ConcernInsightService(store)


@pytest.fixture
def stories(store):
    return RecoveryStoryService(store, FONTS)


def concern(account, words="Late again", days=20, **fields):
    on = TUESDAY - timedelta(days)
    given = {"severity": 2, **fields}
    return Concern(account_id=account.id, words=words, summary=words, raised_on=on, stage_since=on, **given)


def recovered(account, **fields):
    told = {"root_cause": "A shift was not planned.", "fix": "Shifts are planned ahead.", **fields}
    begun = concern(account, **told)
    return begun.at(Stage.FIXED, TUESDAY - timedelta(10)).at(Stage.CONFIRMED, TUESDAY - timedelta(8))


def test_concerns_are_counted_by_cause_with_the_revenue_they_touch(store, insights):
    one, other = an_account(store, "Hooli"), an_account(store, "Initech")
    add(store, "purchases",
        Purchase(account_id=one.id, bought_on=TUESDAY - timedelta(5), amount=Decimal(900), currency="EUR"))  # fmt: skip
    add(store, "concerns", concern(one, cause_kind=CauseKind.DELIVERY), concern(other, cause_kind=CauseKind.DELIVERY),
        concern(one), concern(one, stage=Stage.WITHDRAWN), concern(other, days=500, stage=Stage.CONFIRMED))  # fmt: skip

    found = insights.together()

    assert [(each.name, each.figures.count) for each in found.by_cause] == [("delivery", 2), ("not known", 1)]
    assert (found.by_cause[0].revenue, found.by_cause[0].without_revenue) == (Decimal("900.00"), 0)
    assert (found.everything.figures.count, found.withdrawn) == (3, 1)


def test_without_teams_people_answer_and_without_people_all_stand_together(store, insights):
    account = an_account(store)
    add(store, "concerns", concern(account))
    alone = insights.together()
    assert ([each.name for each in alone.by_who], alone.teams, alone.people) == ([""], False, False)

    (dana,) = add(store, "colleagues", Colleague(name="Dana", is_me=True))
    add(store, "concerns", concern(account, colleague_id=dana.id))
    assert [each.name for each in insights.together().by_who] == ["Dana", ""]

    add(store, "concerns", concern(account, team="Operations"))
    assert insights.together().teams
    assert {each.name for each in insights.together().by_who} == {"Dana", "Operations", ""}


def test_what_can_be_told_is_confirmed_with_cause_and_fix_and_for_no_one_alone(store, insights):
    account, hidden = an_account(store), NoteLine(text="! Late", audience=Audience.ONLY_ME)
    add(store, "reviews", Review(account_id=account.id, planned_on=TUESDAY, lines=(hidden,)))
    told = recovered(account)
    add(store, "concerns", told, recovered(account, fix=""), recovered(account, line_id=hidden.id),
        recovered(account, set_aside=True))  # fmt: skip

    found = insights.recoveries()

    assert [(each.concern.id, each.days) for each in found.shown] == [(told.id, 12)]
    assert len(found.lacking) == 1


def test_the_story_tells_what_was_done_and_names_nobody(store, stories):
    account = an_account(store, "Hooli")
    told = recovered(account, beyond_the_fix="We drove the third delivery ourselves at night.")
    add(store, "concerns", told)

    paper, text = stories.paper(told.id), stories.text(told.id)

    printed = " ".join(text_of(paper.pdf).split())
    for words in ("Late again", "A shift was not planned.", "We drove the third delivery ourselves", "12 days later"):
        assert words in printed
        assert words in text
    assert "Hooli" not in printed + text + paper.file_name
    assert not paper.is_for_us


def test_a_story_that_names_them_is_held_back_until_they_agreed(store, stories):
    account = an_account(store, "Hooli")
    told = recovered(account)
    add(store, "concerns", told)

    with pytest.raises(LeakError) as refused:
        stories.paper(told.id, named=True)
    (leak,) = refused.value.held.leaks
    assert (leak.kind, leak.words) == ("another account", "Hooli")

    GuardService(store).mean_it(refused.value.held, leak.words)

    assert "What Hooli told us" in " ".join(text_of(stories.paper(told.id, named=True).pdf).split())


@pytest.mark.parametrize(
    "cause",
    ["Hooli sent the wrong list.", "Piotr Zając was ill.", "Initech had the same.", "It was sold at a margin 22 %."],
)
def test_no_customer_and_none_of_their_people_is_named_by_mistake(store, stories, cause):
    account = an_account(store, "Hooli")
    an_account(store, "Initech")
    add(store, "people", Person(account_id=account.id, name="Piotr Zając"))
    told = recovered(account, root_cause=cause)
    add(store, "concerns", told)

    with pytest.raises(LeakError):
        stories.paper(told.id)
    with pytest.raises(LeakError):
        stories.text(told.id)


def test_a_margin_is_held_back_from_the_plain_text_as_from_the_paper(store, stories):
    told = recovered(an_account(store, "Hooli"), root_cause="We forgot the seal, margin 22 %.")
    add(store, "concerns", told)

    for tell in (stories.paper, stories.text):
        with pytest.raises(LeakError):
            tell(told.id)


def test_a_story_needs_their_word_its_cause_and_its_fix(store, stories):
    account = an_account(store)
    still, silent = concern(account), recovered(account, root_cause="")
    aside = replace(recovered(account), set_aside=True)
    add(store, "concerns", still, silent, aside)

    for each, why in ((still, "confirmed"), (silent, "cause and its fix"), (aside, "set aside")):
        with pytest.raises(RefusedError, match=why):
            stories.paper(each.id)
