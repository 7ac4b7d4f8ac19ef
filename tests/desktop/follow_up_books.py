"""Books to see the follow-ups of: an ordinary one, and one with everything that is ugly."""

from datetime import date, timedelta

from reviewdesk.domain.account import Account
from reviewdesk.domain.follow_up import Ending, FollowUp, Side, WaitsOn
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.review import Review, ReviewKind, ReviewState

ACCOUNTS = ("Łódź Logistics", "Globex Corporation", "Café Müller & Söhne", "Wonka Foods", "Initech", "Stark Industries")


def fill(store, today):
    """Fill a book with what a rep owes and is owed, by me, two colleagues and the customers."""
    with store.write("Arrange") as work:
        accounts = [work.accounts.put(Account(name=name)) for name in ACCOUNTS]
        work.colleagues.put(Colleague(name="Dana Reyes", is_me=True))
        operations = work.colleagues.put(Colleague(name="Operations", email="operations@northgate.example"))
        pricing = work.colleagues.put(Colleague(name="Paula Pricing", email="paula@northgate.example"))
        anna = work.people.put(Person(account_id=accounts[0].id, name="Anna Nowak", phone="0048 42 555 0142"))
        review = work.reviews.put(
            Review(
                account_id=accounts[0].id, kind=ReviewKind.QUARTERLY, state=ReviewState.HELD,
                held_on=today - timedelta(91), planned_on=today - timedelta(91),
            )
        )  # fmt: skip

        def owe(account, what, days, said=20, **known):
            due = None if days is None else today + timedelta(days)
            known = {"said_on": today - timedelta(said)} | known
            work.follow_ups.put(FollowUp(account_id=accounts[account].id, what=what, due=due, **known))

        on = {"waits_on": WaitsOn.COLLEAGUE}
        owe(0, "Send the revised delivery plan to Anna", -12, 91, is_promise=True, review_id=review.id, minutes=20)
        owe(2, "Call about the new labels, not for an order", 0)
        owe(1, "Plan the review with Globex Corporation", 1)
        owe(5, "Quarterly figures for the steering group", 16, repeat_months=3, minutes=45)
        owe(4, "Read their tender", None)
        owe(0, "Quarterly price sheet with their item numbers", 3, colleague_id=pricing.id, is_promise=True, **on)
        owe(0, "Plan for the pallets", -4, 9, colleague_id=operations.id, **on)
        owe(3, "Answer on two wrong pallets", -1, 9, colleague_id=operations.id, is_promise=True, **on)
        owe(1, "Carrier for the morning slot", 8, 9, colleague_id=operations.id, **on)
        theirs = {"side": Side.THEIRS, "waits_on": WaitsOn.CUSTOMER}
        owe(4, "Name a technical contact", 5, is_promise=True, **theirs)
        owe(0, "Forecast for January", 7, person_id=anna.id, is_promise=True, review_id=review.id, **theirs)
        owe(3, "Look at the new carrier once it has started", 30, snoozed_until=today + timedelta(10))
        for number, ending in enumerate([*[Ending.KEPT] * 4, *[Ending.KEPT_LATE] * 2, Ending.BROKEN]):
            ended_on = today - timedelta(number * 11 + 2)
            owe(
                number % 6, ("Sent the samples", "Price list", "New contact", "Answer on rebates")[number % 4], -20,
                is_promise=True, ending=ending, ended_on=ended_on,
            )  # fmt: skip
    return accounts


def fill_ugly(store, today):
    """Fill a book with long names, many scripts, hostile words and very many follow-ups."""
    names = (
        "The Extraordinarily Long-Named Logistics and Warehousing Company of Northern Europe plc (Holding)",
        "شركة النخيل للتجارة والخدمات اللوجستية",
        "上海精密机械制造有限公司",
        "<b>R&D</b> & Co\nBcc: all@x.example",
        "Ελληνικά Ναυπηγεία",
        "x" * 120,
    )
    with store.write("Arrange") as work:
        accounts = [work.accounts.put(Account(name=name)) for name in names]
        many = [
            work.colleagues.put(Colleague(name=f"Colleague with quite a long name, number {each}")) for each in range(7)
        ]
        work.follow_ups.add_all(
            [
                FollowUp(
                    account_id=accounts[each % 6].id,
                    what=(
                        "Send them what they asked for in the meeting and explain why it took so long " * (each % 3 + 1)
                    )
                    + str(each),
                    due=None if each % 17 == 0 else today + timedelta(each % 90 - 400 + each),
                    is_promise=each % 3 == 0,
                    said_on=date(2024, 2, 29),
                    colleague_id=many[each % 7].id if each % 2 else None,
                    waits_on=WaitsOn.COLLEAGUE if each % 2 else (WaitsOn.ME, WaitsOn.CUSTOMER)[each % 4 // 2],
                    minutes=15,
                    repeat_months=12,
                )
                for each in range(500)
            ]
        )
    return accounts
