"""Books to test with: a small believable one, and an ugly one that strains every page.

Both are made relative to the day of the store's clock, through the repositories and in one step. What a test needs of
them is found by name: `the(store, "Globex Corporation")`.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from reviewdesk.domain.account import Account, ReasonToStay, SupplierPosition
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.follow_up import Ending, FollowUp, Side, WaitsOn
from reviewdesk.domain.people import Colleague, Part, Person
from reviewdesk.domain.purchase import Product, Purchase
from reviewdesk.domain.review import NoteLine, Review, ReviewKind, ReviewState, period_of
from reviewdesk.domain.said import Channel, Contact, Question
from reviewdesk.services.tiers import after_import
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork
from tests.kept_books import fill

TUESDAY = date(2026, 11, 24)

# name, revenue of a year in thousands, industry, city, days since the last review, days since the last contact
COMPANIES = (
    ("Stark Industries", 1204, "Machinery", "Boston", 75, 4),
    ("Hooli", 540, "Software", "Palo Alto", 58, 12),
    ("Globex Corporation", 380, "Chemicals", "Springfield", 113, 61),
    ("Umbrella S.A.", 302, "Pharma", "Lyon", 44, 38),
    ("Hanseatic Timber", 266, "Timber", "Hamburg", 37, 9),
    ("Łódź Logistics", 214, "Logistics", "Łódź", 91, 41),
    ("Kestrel Air", 208, "Aviation", "Leeds", 31, 6),
    ("Nordlys AS", 187, "Energy", "Tromsø", 83, 17),
    ("Aurora Labs", 171, "Optics", "Turku", 52, 3),
    ("Delta Marine", 163, "Shipping", "Piraeus", 66, 22),
    ("Kowalski Transport", 149, "Logistics", "Gdańsk", 110, 15),
    ("Vehement Capital", 128, "Finance", "New York", 160, 33),
    ("Papadopoulos Foods", 121, "Food", "Athens", 93, 29),
    ("Orion Glassworks", 117, "Glass", "Jena", 118, 11),
    ("Fjord Seafood", 104, "Food", "Bergen", 79, 24),
    ("Initech", 96, "Software", "Austin", 169, 8),
    ("Vega Optics", 91, "Optics", "Porto", 104, 19),
    ("Meridian Print", 88, "Print", "Ghent", 91, 13),
    ("Santos Café", 80, "Food", "Santos", 137, 21),
    ("Wonka Foods", 74, "Food", "Birmingham", 184, 6),
    ("Pioneer Tools", 70, "Tools", "Solingen", 98, 16),
    ("Bright & Co", 52, "Retail", "Dublin", 330, 40),
    ("Café Müller & Söhne", 41, "Food", "Berlin", 365, 30),
    ("Tanaka Precision", 33, "Machinery", "Nagoya", 200, 70),
    ("Δέλτα Ναυτιλιακή", 21, "Shipping", "Piraeus", 250, 90),
    ("Quiet Harbour Ltd", 12, "Retail", "Hull", 300, 210),
)
PEOPLE = ("Anna Nowak", "Piotr Zając", "Marta Keller", "Tom Reilly", "Ingrid Dahl", "Luis Ortega", "Chloé Martin")
ROLES = ("Head of purchasing", "Plant manager", "Quality lead", "Managing director")
PARTS = (Part.DECIDES, Part.USER, Part.CHAMPION, Part.SPONSOR)

UGLY_NAMES = (
    "شركة النور للتجارة الدولية المحدودة",
    "客户服务有限公司上海分公司",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH & Co. KGaA",
    "X",
    'חברת הצפון בע"מ',
    "O’Brien’s “Quoted”, <b>Bold</b> & Sons\u00a0Ltd.",
    "Совместное предприятие «Северное сияние»",
    "A" * 240,
)


def a_store(folder: Path, *, today: date = TUESDAY, name: str = "Northgate") -> Store:
    """Open a new empty book whose clock stands on a day."""
    return open_book(folder / "northgate.reviewdesk", Clock(today), may_create=True, name=name)


def the(store: Store, name: str) -> Account:
    """Give the account of this name."""
    with store.read() as reading:
        return next(each for each in reading.accounts.all() if each.name == name)


def small_book(store: Store) -> Store:
    """Fill a book with 26 accounts, two people each, two years of purchases, reviews, promises and concerns."""
    return fill(store, _make_small)


def _make_small(store: Store) -> None:
    with store.write("Make the book") as work:
        me, ops, pricing = _colleagues(work)
        products = [Product(name=each) for each in ("Drive X4", "Sensor kit", "Service contract")]
        work.products.add_all(products)
        for number, company in enumerate(COMPANIES):
            _add_company(work, number, company, products, me)
        _promises(work, me, ops, pricing)
        _worries(work)
        _plan_reviews(work, me)
        after_import(work)


def ugly_book(store: Store) -> Store:
    """Fill a book with names in many scripts, very long ones, 500 concerns and 300 follow-ups on one account."""
    return fill(store, _make_ugly)


def _make_ugly(store: Store) -> None:
    today = store.clock.today()
    with store.write("Make the book") as work:
        me, ops, _ = _colleagues(work)
        accounts = [Account(name=each, added_on=today - timedelta(400), owner_id=me.id) for each in UGLY_NAMES]
        work.accounts.add_all([replace(each, industry=each.name, city=each.name) for each in accounts])
        for number, each in enumerate(accounts):
            work.people.put(Person(account_id=each.id, name=UGLY_NAMES[number - 1], role=UGLY_NAMES[2], phone="0" * 40))
            work.purchases.put(
                _bought(each.id, today, Decimal(10) ** (number + 2) + Decimal("0.01"), "KRW" if number == 3 else "EUR")
            )
        strained = accounts[2]
        work.concerns.add_all(
            [
                _concern(strained.id, f"Concern {each}: {UGLY_NAMES[each % 8]}", each % 4 + 1, today - timedelta(each))
                for each in range(500)
            ]
        )
        work.follow_ups.add_all(
            [
                _step(
                    strained.id,
                    f"{UGLY_NAMES[each % 8]} {each}",
                    today + timedelta(each % 60 - 30),
                    ops if each % 3 else me,
                    promise=each % 2 == 0,
                )
                for each in range(300)
            ]
        )
        after_import(work, [each.id for each in accounts])


def _colleagues(work: UnitOfWork) -> tuple[Colleague, Colleague, Colleague]:
    ours = (
        Colleague(name="Dana Reyes", email="dana@northgate.example", is_me=True, team="Sales"),
        Colleague(name="Omar Haddad", email="omar@northgate.example", team="Operations"),
        Colleague(name="Petra Ilić", email="petra@northgate.example", team="Pricing"),
    )
    work.colleagues.add_all(ours)
    return ours


def _add_company(work: UnitOfWork, number: int, company: tuple, products: list[Product], me: Colleague) -> None:
    name, thousands, industry, city, reviewed, spoke = company
    today = work.clock.today()
    account = Account(
        name=name,
        industry=industry,
        city=city,
        owner_id=me.id if number % 5 else None,
        currency="EUR",
        added_on=today - timedelta(700),
        customer_since=date(2016, 11, 26) + timedelta(200 * number),
        supplier_position=SupplierPosition.PREFERRED if number % 2 else None,
        reason_to_stay=ReasonToStay.SERVICE if number % 3 else None,
    )
    work.accounts.put(account)
    for each in range(2):
        first, last = PEOPLE[(number + each * 3) % 7].split()
        work.people.put(
            Person(
                account_id=account.id,
                name=f"{first} {last}",
                role=ROLES[(number + each) % 4],
                part=PARTS[(number + each) % 4],
                email=f"{first.lower()}@customer{number}.example",
                phone=f"+48 42 555 01{number:02d}{each}",
                cares_about=("the morning slot", "the dashboard", "")[number % 3],
            )
        )
    work.purchases.add_all(
        [
            _bought(
                account.id,
                today - timedelta(30 * month + 2),
                Decimal(thousands * 1000)
                / 12
                * (Decimal(1) if month < 12 else Decimal("0.92"))
                * (90 + (month * 7 + number) % 21)
                / 100,
                "EUR",
                products[month % 3],
            )
            for month in range(24)
        ]
    )
    held_on = today - timedelta(reviewed)
    work.reviews.put(
        Review(
            account_id=account.id,
            period=period_of(held_on),
            planned_on=held_on,
            kind=ReviewKind.QUARTERLY,
            lines=(NoteLine(text="! Two late deliveries"), NoteLine(text="They like the new sensor")),
        ).held(held_on, finished_at=work.now)
    )
    work.contacts.put(
        Contact(
            account_id=account.id, made_on=today - timedelta(spoke), channel=Channel.CALL, words="Spoke about the order"
        )
    )


def _bought(account_id: UUID, on: date, amount: Decimal, currency: str, product: Product | None = None) -> Purchase:
    rounded = amount.quantize(Decimal("0.01"))
    return Purchase(
        account_id=account_id,
        bought_on=on,
        amount=rounded,
        currency=currency,
        product_id=product.id if product else None,
    )


def _step(
    account_id: UUID,
    what: str,
    due: date | None,
    who: Colleague | None,
    *,
    promise: bool = True,
    minutes: int | None = None,
    side: Side = Side.OURS,
    said: date | None = None,
    person: Person | None = None,
) -> FollowUp:
    waits = WaitsOn.CUSTOMER if side is Side.THEIRS else WaitsOn.ME if who and who.is_me else WaitsOn.COLLEAGUE
    return FollowUp(
        account_id=account_id,
        what=what,
        due=due,
        is_promise=promise,
        side=side,
        waits_on=waits,
        minutes=minutes,
        said_on=said,
        colleague_id=who.id if who and side is Side.OURS else None,
        person_id=person.id if person else None,
    )


def _concern(account_id: UUID, words: str, severity: int, raised_on: date, stage: Stage = Stage.REPORTED) -> Concern:
    return Concern(
        account_id=account_id,
        words=words,
        summary=words,
        severity=severity,
        raised_on=raised_on,
        stage=stage,
        stage_since=raised_on,
    )


def _ids(work: UnitOfWork) -> dict[str, UUID]:
    return {each.name: each.id for each in work.accounts.all()}


def _promises(work: UnitOfWork, me: Colleague, ops: Colleague, pricing: Colleague) -> None:
    ids, today = _ids(work), work.clock.today()
    anna = work.people.where(account_id=ids["Łódź Logistics"])[0]
    steps = [
        _step(
            ids["Łódź Logistics"],
            "Send the revised delivery plan",
            today - timedelta(12),
            me,
            minutes=20,
            said=today - timedelta(91),
        ),
        _step(
            ids["Łódź Logistics"],
            "Price sheet with their item numbers",
            today + timedelta(3),
            pricing,
            said=today - timedelta(91),
        ),
        _step(ids["Łódź Logistics"], "Forecast for January", today + timedelta(7), None, side=Side.THEIRS, person=anna),
        _step(
            ids["Café Müller & Söhne"],
            "Call about the new labels, not for an order",
            today,
            me,
            promise=False,
            minutes=10,
        ),
        _step(ids["Initech"], "Name a technical contact", today + timedelta(2), None, side=Side.THEIRS),
        _step(ids["Wonka Foods"], "Find out why two pallets went wrong", today - timedelta(2), ops, promise=False),
        _step(ids["Globex Corporation"], "Answer the question about batch 7", today - timedelta(9), ops),
        _step(ids["Hooli"], "Send savings figures", today + timedelta(1), me, minutes=30),
        _step(ids["Stark Industries"], "Finish the trial report", today + timedelta(20), me, promise=False),
        _step(ids["Aurora Labs"], "Ask how the trial went", None, me, promise=False),
    ]
    ended = [
        replace(
            _step(ids["Łódź Logistics"], f"Kept promise {each}", today - timedelta(40 + each), me),
            ending=end,
            ended_on=today - timedelta(40),
        )
        for each, end in enumerate(
            (Ending.KEPT, Ending.KEPT, Ending.KEPT, Ending.KEPT, Ending.KEPT_LATE, Ending.KEPT_LATE, Ending.BROKEN)
        )
    ]
    work.follow_ups.add_all([*steps, *ended])


def _worries(work: UnitOfWork) -> None:
    ids, today = _ids(work), work.clock.today()
    work.concerns.add_all(
        [
            replace(
                _concern(
                    ids["Łódź Logistics"],
                    "Two late deliveries, and again last week",
                    3,
                    today - timedelta(9),
                    Stage.ACKNOWLEDGED,
                ),
                team="Operations",
                plan_due=today + timedelta(2),
            ),
            _concern(ids["Łódź Logistics"], "Invoices do not match the orders", 2, today - timedelta(91), Stage.FIXED),
            _concern(ids["Wonka Foods"], "Two pallets wrong again", 2, today - timedelta(20), Stage.ACKNOWLEDGED),
            _concern(ids["Globex Corporation"], "Nobody answers us for a week", 3, today - timedelta(61)),
            _concern(ids["Nordlys AS"], "The portal is slow", 1, today - timedelta(3), Stage.ACKNOWLEDGED),
        ]
    )
    work.questions.put(
        Question(account_id=ids["Łódź Logistics"], words="Can you deliver before 7 am?", asked_on=today - timedelta(91))
    )


def _plan_reviews(work: UnitOfWork, me: Colleague) -> None:
    ids, today = _ids(work), work.clock.today()
    for name, days, hour, state in (
        ("Łódź Logistics", 0, 14, ReviewState.PREPARED),
        ("Stark Industries", 9, 10, ReviewState.PLANNED),
        ("Kestrel Air", 5, 9, ReviewState.INVITED),
    ):
        people = work.people.where(account_id=ids[name])
        starts = datetime.combine(today + timedelta(days), time(hour)).astimezone(UTC)
        work.reviews.put(
            Review(
                account_id=ids[name],
                period=period_of(today),
                planned_on=today + timedelta(days),
                starts_at=starts,
                state=state,
                people_ids=tuple(each.id for each in people),
                colleague_ids=(me.id,),
                length=60,
            )
        )
