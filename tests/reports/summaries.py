"""Made-up summaries for the tests of documents: a full one, a bare one, a huge one and a hostile one."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from pathlib import Path

from reviewdesk.domain.branding import Branding
from reviewdesk.domain.summary import (
    Agreed,
    Attendee,
    Basis,
    Better,
    CustomerSummary,
    GoalStatus,
    Heard,
    LastPromises,
    NextReview,
    PastPromise,
    PromiseState,
    ShownAnswer,
    ShownConcern,
    ShownGoal,
    TellUs,
    Tone,
    Vendor,
    Worth,
)

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
HELD = date(2026, 11, 24)

BARE = CustomerSummary(vendor=Vendor("Northgate"), account="Łódź Logistics", held_on=HELD)

FULL = CustomerSummary(
    vendor=Vendor("Northgate", "Freight Systems"),
    account="Łódź Logistics",
    held_on=HELD,
    title="Quarterly review",
    period="2026 Q4",
    place="Łódź",
    theirs=(Attendee("Anna Nowak", "Supply chain director"), Attendee("Piotr Zając", "Head of planning")),
    ours=(Attendee("Dana Reyes"),),
    finished_on=HELD,
    sentences=(
        "Late deliveries in the early-morning slot are the one thing that must change before the Christmas peak.",
        "Planning now works from the shared dashboard every day.",
        "We agreed a trial of a fixed slot in January.",
    ),
    heard=(
        Heard("Two late deliveries, and again last week.", quoted=True, said_by="Anna Nowak"),
        Heard("Tell us before a surcharge comes, not with the invoice.", quoted=True),
        Heard("Planning saves half a day a week with the new dashboard."),
    ),
    decisions=("The fixed 05:30 slot is tried from 4 to 29 January.",),
    we_will=(
        Agreed("Send the revised delivery plan", "Dana Reyes", date(2026, 11, 27)),
        Agreed("Run a fixed 05:30 slot in January", "Operations", date(2027, 1, 4)),
    ),
    you_will=(Agreed("Name a technical contact", "Piotr Zając", date(2026, 12, 8)),),
    ask="A forecast by the first of each month, so that the slot can hold.",
    commitment="No delivery after 06:00 in January.",
    next_review=NextReview(date(2027, 2, 23), time(10), "Łódź"),
    tell_us=TellUs(date(2026, 12, 1), "Dana", "dana.reyes@northgate.example"),
    concerns=(
        ShownConcern("Invoices do not match", "Split orders", "One invoice per order", "Finance", "Fixed", Tone.GOOD),
        ShownConcern("Late mornings", "Change in March", "Fixed slot", "Operations", "Plan by 26 Nov", Tone.BAD),
        ShownConcern("Passwords expire", "Policy", "Now a year", "IT", "Fixed", Tone.GOOD, confirmed=True),
    ),
    last_promises=LastPromises(
        kept=5,
        kept_late=1,
        broken=1,
        since=date(2026, 5, 12),
        ours=(
            PastPromise("Deliver the packaging study", "Dana Reyes", date(2026, 9, 30), PromiseState.KEPT),
            PastPromise("One invoice a week", "Finance", date(2026, 8, 15), PromiseState.KEPT_LATE),
            PastPromise("Name a second driver", "Operations", date(2026, 10, 1), PromiseState.BROKEN),
        ),
        theirs_open=(PastPromise("Send the pallet dimensions", "Piotr Zając", date(2026, 10, 15)),),
    ),
    goals=(
        ShownGoal(
            name="Invoice disputes in the quarter",
            target=Decimal(2),
            actual=Decimal(1),
            better=Better.DOWN,
            status=GoalStatus.MET,
            source="Your finance team",
            source_date=date(2026, 11, 18),
        ),
        ShownGoal(
            name="Deliveries on time",
            target=Decimal("98.0"),
            actual=Decimal("95.4"),
            unit="%",
            status=GoalStatus.BEHIND,
            source="Gate log",
            source_date=date(2026, 11, 20),
        ),
    ),
    worth=(
        Worth("of planning time saved", Decimal(120), "h", Basis.CONFIRMED),
        Worth("less in penalties", Decimal(18400), "EUR", Basis.ESTIMATE),
    ),
    next_days=("December: the revised plan.", "January: trial of the fixed slot."),
    answers=(
        ShownAnswer("How easy is it to work with us?", n=4, score=Decimal("5.2"), best=7),
        ShownAnswer("What should we stop doing?", "Sending surcharges with the invoice."),
    ),
)

_LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"

HUGE = replace(
    FULL,
    theirs=tuple(Attendee(f"Person {n} Surname-Doublename", "Head of something long") for n in range(24)),
    sentences=("word " * 300, "x" * 3000, "Short."),
    we_will=tuple(
        Agreed(f"Promise {n}: " + "deliver " * (n % 9), "Night shift" if n % 3 else _LONG_WORD, date(2026, 12, 1))
        for n in range(60)
    ),
    ask="Please " * 900,
    concerns=tuple(
        ShownConcern(f"Concern {n} " + "late " * (n % 40), _LONG_WORD, "we do " * (n % 6), "Ops", "Plan", Tone.BAD)
        for n in range(40)
    ),
    goals=tuple(
        ShownGoal(f"Goal {n} " + _LONG_WORD[: n * 6], Decimal(10**n), Decimal(7**n), "EUR", source="Log " * (n % 5))
        for n in range(12)
    ),
)

HOSTILE_TEXTS = (
    "R&D <b>bold",
    "<jane@x.com>",
    '<font color="[[[x]]]">',
    '<img src="http://x/y.png"> <img src="/etc/passwd"> <img src="data:image/png;base64,AAAA">',
    '<a href="javascript:alert(1)">x</a> <a href="file:///etc/passwd">y</a> <a href="pdf:z">z</a>',
    '<onDraw name="x"/>',
    '<font size="1e9">&bogus; &lol9; <!ENTITY lol "lol">',
    "<b>" * 2000,
    "nul\0 ctl\x01\x1f\x7f\x9b end",
    "lone \ud800 surrogate",
    "a\u2028b\u2029c",
    "\u202eevil\u202c override",
    "emoji 👨\u200d👩\u200d👧\u200d👦 👍🏽 ❤️ 🇵🇱",
    "e" + "\u0301" * 5000,
    "x" * 100_000,
    "\n" * 10_000 + "after",
    " " * 500,
    "'; DROP TABLE review; --",
    "%s %n {0} {x}",
    "=cmd|' /C calc'!A0",
    "+1",
    "-1",
    "@SUM(A1)",
    "\tTab first",
    "\rReturn first",
    "한국어 ไทย हिन्दी አማርኛ",
    "﷽ ﷺ ﬁ ℡",
    "\u200f\u200e\u2066iso\u2069",
    ")(][ שלום ([ أهلا )]",
)


def hostile() -> CustomerSummary:
    """Give a summary with every hostile text in every kind of place."""
    texts = HOSTILE_TEXTS
    return replace(
        FULL,
        account='Acme/Corp: "Q3"*?.pdf <b>&',
        period=texts[4],
        place=texts[2],
        branding=Branding(footer=texts[3], logo=b"\x89PNG broken"),
        theirs=tuple(Attendee(text[:400], text[:50]) for text in texts),
        heard=(Heard(texts[8], quoted=True, said_by=texts[10]), Heard(texts[12]), Heard(texts[25])),
        decisions=texts,
        we_will=tuple(Agreed(text[:300], text[:60]) for text in texts),
        ask=texts[14],
        tell_us=TellUs(HELD, "<b>", 'x@y.z" /URI (javascript:1)'),
        concerns=tuple(ShownConcern(text[:9000], text[:99], text[:99], text[:99], text[:99]) for text in texts),
    )
