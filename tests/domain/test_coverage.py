"""Whether we know the people on whom an account hangs."""

from datetime import date, timedelta
from uuid import UUID, uuid4

from reviewdesk.domain.coverage import Gap, coverage, last_spoke
from reviewdesk.domain.people import Part, Person

TODAY = date(2026, 11, 24)
ACCOUNT = UUID(int=7)


def person(name, part=None, *, left=None, known_by=True):
    return Person(account_id=ACCOUNT, name=name, part=part, left_on=left, known_by_id=uuid4() if known_by else None)


def gaps(people, spoke=None, **known):
    spoke = {each.id: TODAY for each in people} if spoke is None else spoke
    return [each.gap for each in coverage(people, spoke, TODAY, **known)]


def test_a_sponsor_and_a_decider_we_know_leave_nothing_to_do():
    assert gaps([person("Ewa", Part.SPONSOR), person("Anna", Part.DECIDES)]) == []


def test_nobody_known_at_all_is_no_gap_but_a_beginning():
    assert gaps([]) == []


def test_the_day_on_which_the_sponsor_left_is_named():
    people = [person("Ewa Lis", Part.SPONSOR, left=date(2026, 10, 3)), person("Anna", Part.DECIDES), person("Piotr")]

    (missing,) = coverage(people, {}, TODAY)

    assert (missing.gap, missing.words) == (Gap.SPONSOR_LEFT, "no sponsor since 3 Oct")
    assert "who follows Ewa Lis" in missing.to_do
    assert missing.person_id == people[0].id


def test_of_two_sponsors_who_left_the_last_one_counts():
    people = [
        person("First", Part.SPONSOR, left=date(2025, 1, 5)),
        person("Second", Part.SPONSOR, left=date(2026, 10, 3)),
        person("Anna", Part.DECIDES),
        person("Piotr"),
    ]

    assert coverage(people, {}, TODAY)[0].words == "no sponsor since 3 Oct"


def test_a_sponsor_who_will_leave_is_still_there():
    leaving = person("Ewa", Part.SPONSOR, left=TODAY + timedelta(1))

    assert gaps([leaving, person("Anna", Part.DECIDES)]) == []


def test_one_contact_only_and_what_is_missing_beside_come_worst_first():
    assert gaps([person("Anna", Part.USER)]) == [Gap.ONE_CONTACT, Gap.NO_DECIDER, Gap.NO_SPONSOR]


def test_everyone_left_says_since_when_and_nothing_else():
    people = [person("Ewa", Part.SPONSOR, left=date(2026, 10, 3)), person("Anna", left=date(2026, 11, 2))]

    (missing,) = coverage(people, {}, TODAY)

    assert missing.words == "everyone we knew has left, since 2 Nov"


def test_parts_that_nobody_named_are_one_quiet_question():
    found = coverage([person("Ewa"), person("Anna")], {}, TODAY)

    assert [each.gap for each in found] == [Gap.PARTS_UNKNOWN]
    assert not found[0].is_pressing


def test_a_decider_whom_nobody_of_ours_knows_is_named():
    people = [person("Ewa", Part.SPONSOR, known_by=False), person("Anna", Part.DECIDES, known_by=False)]

    (missing,) = coverage(people, {each.id: TODAY for each in people}, TODAY)

    assert missing.words == "nobody of ours is said to know Anna"
    assert gaps([people[0], person("Anna", Part.DECIDES)]) == []


def test_a_sponsor_is_quiet_after_180_days_and_not_a_day_before():
    people = [person("Ewa", Part.SPONSOR), person("Anna", Part.DECIDES)]

    assert gaps(people, {people[0].id: TODAY - timedelta(179)}) == []
    assert gaps(people, {people[0].id: TODAY - timedelta(180)}) == [Gap.SPONSOR_QUIET]


def test_a_sponsor_nobody_spoke_with_is_quiet_since_the_account_is_known():
    people = [person("Ewa", Part.SPONSOR), person("Anna", Part.DECIDES)]

    assert gaps(people, {}, known_since=TODAY - timedelta(30)) == []
    assert gaps(people, {}, known_since=TODAY - timedelta(200)) == [Gap.SPONSOR_QUIET]


def test_one_of_two_sponsors_who_speaks_with_us_is_enough():
    people = [person("Ewa", Part.SPONSOR), person("Ola", Part.SPONSOR), person("Anna", Part.DECIDES)]
    spoke = {people[0].id: TODAY - timedelta(400), people[1].id: TODAY - timedelta(3)}

    assert gaps(people, spoke) == []


def test_the_last_day_counts_on_which_we_spoke_with_somebody():
    ewa = UUID(int=1)

    assert last_spoke([(ewa, date(2026, 1, 1)), (None, TODAY), (ewa, date(2026, 5, 1)), (ewa, date(2026, 3, 1))]) == {
        ewa: date(2026, 5, 1)
    }
