"""The book: its name, and every setting that changes a result or a document."""

from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from reviewdesk.domain.audience import CUSTOMER, OUR_SIDE
from reviewdesk.domain.change_steps import PlannedStep
from reviewdesk.domain.working_days import ANSWER_WITHIN, CLOSES, OPENS, PLAN_WITHIN

BOOK_ID = UUID("00000000-0000-4000-8000-00000000b00c")


class PaperSize(StrEnum):
    """The paper documents are set on."""

    A4 = "A4"
    LETTER = "Letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """One book and its settings; there is exactly one such record in a book.

    Hours are hours of work; months are calendar months; `color` and the branding colours are `#RRGGBB`.
    `day_starts` and `day_ends` are the local hours between which a working day lies. `window_end` is the last day
    of the revenue year while the person chose one. `sample_of` is the day the sample book was made relative to,
    empty in a real book. `import_answers` are the answers given when files were imported, each with the id of its
    question, kept for when the same files come again. What `health_weights` and those after it mean is said in
    `health_settings`. `own_words` are words that are never shown as misspelt. `logo` and `prepared_logo` are
    digests under which the book keeps the pictures; what the branding is for, `Branding` says.
    `answer_within` is how long a concern of severity 4 may wait until it is acknowledged, in working hours, and one of
    severity 3, 2 and 1 in working days; `plan_within` until there is a plan, in working days for 4, 3, 2 and 1.
    `change_steps` are those a new change notice begins with, the usual ones where there are none.
    """

    id: UUID = field(default=BOOK_ID, metadata=OUR_SIDE)
    version: int = field(default=0, compare=False, metadata=OUR_SIDE)
    name: str = field(default="My accounts", metadata=OUR_SIDE)
    color: str = field(default="#0F4C5C", metadata=OUR_SIDE)
    base_currency: str = field(default="EUR", metadata=OUR_SIDE)
    business_year_start: int = field(default=1, metadata=OUR_SIDE)
    rates: tuple[tuple[str, date, Decimal], ...] = field(default=(), metadata=OUR_SIDE)
    room_in_a: int = field(default=20, metadata=OUR_SIDE)
    a_share: Decimal = field(default=Decimal("0.80"), metadata=OUR_SIDE)
    b_share: Decimal = field(default=Decimal("0.95"), metadata=OUR_SIDE)
    months_a: int = field(default=3, metadata=OUR_SIDE)
    months_b: int = field(default=6, metadata=OUR_SIDE)
    months_c: int = field(default=12, metadata=OUR_SIDE)
    months_without_tier: int = field(default=6, metadata=OUR_SIDE)
    hours_a_week: Decimal = field(default=Decimal(12), metadata=OUR_SIDE)
    hours_a_review: Decimal = field(default=Decimal(3), metadata=OUR_SIDE)
    hours_a_call: Decimal = field(default=Decimal("0.5"), metadata=OUR_SIDE)
    week: tuple[int, ...] = field(default=(0, 1, 2, 3, 4), metadata=OUR_SIDE)
    holidays: str = field(default="", metadata=OUR_SIDE)
    day_starts: time = field(default=OPENS, metadata=OUR_SIDE)
    day_ends: time = field(default=CLOSES, metadata=OUR_SIDE)
    answer_within: tuple[int, ...] = field(default=ANSWER_WITHIN, metadata=OUR_SIDE)
    plan_within: tuple[int, ...] = field(default=PLAN_WITHIN, metadata=OUR_SIDE)
    window_end: date | None = field(default=None, metadata=OUR_SIDE)
    tiers_set_on: date | None = field(default=None, metadata=OUR_SIDE)
    company: str = field(default="", metadata=CUSTOMER)
    company_line: str = field(default="", metadata=CUSTOMER)
    footer: str = field(default="", metadata=CUSTOMER)
    color_main: str = field(default="#0F4C5C", metadata=CUSTOMER)
    color_accent: str = field(default="#B75417", metadata=CUSTOMER)
    language: str = field(default="en", metadata=CUSTOMER)
    sample_of: date | None = field(default=None, metadata=OUR_SIDE)
    import_answers: tuple[tuple[str, str], ...] = field(default=(), metadata=OUR_SIDE)
    health_weights: tuple[int, ...] = field(default=(20, 15, 15, 20, 10, 10, 10), metadata=OUR_SIDE)
    health_costs: tuple[int, ...] = field(default=(5, 15, 30, 60), metadata=OUR_SIDE)
    healthy_from: int = field(default=75, metadata=OUR_SIDE)
    watch_from: int = field(default=50, metadata=OUR_SIDE)
    least_basis: int = field(default=40, metadata=OUR_SIDE)
    held_at: int = field(default=49, metadata=OUR_SIDE)
    checks_spelling: bool = field(default=True, metadata=OUR_SIDE)
    own_words: tuple[str, ...] = field(default=(), metadata=OUR_SIDE)
    logo: str = field(default="", metadata=CUSTOMER)
    prepared_by: str = field(default="", metadata=CUSTOMER)
    prepared_logo: str = field(default="", metadata=CUSTOMER)
    signature: str = field(default="", metadata=CUSTOMER)
    paper: PaperSize = field(default=PaperSize.A4, metadata=CUSTOMER)
    change_steps: tuple[PlannedStep, ...] = field(default=(), metadata=OUR_SIDE)
