"""What the settings page asks for, and how it is grouped."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final


@dataclass(frozen=True, slots=True)
class Asked:
    """One field: its name, the words beside it, an example, and the choices where there are few; a wide one is alone.

    A wide colour is that of the book, with a few to choose from.

    Names that begin with `me.` are of the person, all others are settings of the book.
    """

    name: str
    label: str
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    is_wide: bool = False
    is_colour: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """Fields that belong together, under a heading."""

    title: str
    remark: str
    fields: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup, as listed."""

    path: Path
    made_at: datetime
    why: str
    size: int


@dataclass(frozen=True, slots=True)
class SettingsNow:
    """Everything the page shows: the text of each field, where the book lies and its backups."""

    values: Mapping[str, str] = field(default_factory=dict)
    path: Path = field(default_factory=Path)
    backups: tuple[BackupRow, ...] = ()
    is_sample: bool = False
    spelling: str = ""


LANGUAGES: Final = (("en", "English"), ("de", "Deutsch"), ("fr", "Français"))
TOPICS: Final = (
    Topic(
        "You",
        "promises without a name are yours",
        (
            Asked("me.name", "Name", "Dana Reyes"),
            Asked("me.email", "E-mail", "dana@example.com"),
            Asked("me.role", "Role", "Account manager"),
            Asked("me.phone", "Phone", "+49 711 555 0142"),
        ),
    ),
    Topic(
        "Name and money",
        "told apart by name and colour",
        (
            Asked("name", "Name", "Northgate", is_wide=True),
            Asked("color", "Colour, so that no two books are mistaken", "#0F4C5C", is_wide=True, is_colour=True),
            Asked("base_currency", "Currency", "EUR"),
            Asked("business_year_start", "Business year begins in month", "1"),
        ),
    ),
    Topic(
        "Tiers and reviews",
        "who is reviewed, and how often",
        (
            Asked("room_in_a", "Room in A, accounts", "20"),
            Asked("a_share", "A stands for, % of revenue", "80"),
            Asked("b_share", "A and B stand for, %", "95"),
            Asked("months_a", "Review A every, months", "3"),
            Asked("months_b", "Review B every, months", "6"),
            Asked("months_c", "Call C every, months", "12"),
            Asked("months_without_tier", "Without a tier, months", "6"),
        ),
    ),
    Topic(
        "Health",
        "how each account is weighed",
        (
            Asked("health_weights", "Weights, as the card lists them", "20, 15, 15, 20, 10, 10, 10", is_wide=True),
            Asked("health_costs", "An open concern of severity 1, 2, 3, 4 costs", "5, 15, 30, 60", is_wide=True),
            Asked("healthy_from", "Healthy from", "75"),
            Asked("watch_from", "Watch from, at risk below", "50"),
            Asked("least_basis", "No score below a basis of", "40"),
            Asked("held_at", "Severity 4 holds it at", "49"),
        ),
    ),
    Topic(
        "Your time",
        "so that no week asks for more, and how long a concern may wait",
        (
            Asked("hours_a_week", "Hours a week for reviews", "12"),
            Asked("hours_a_review", "Hours a review", "3"),
            Asked("hours_a_call", "Hours a call", "0.5"),
            Asked("week", "Days you work", "Mon, Tue, Wed, Thu, Fri"),
            Asked("day_starts", "Your day starts at", "9:00"),
            Asked("day_ends", "Your day ends at", "17:00"),
            Asked("holidays", "Holidays of country", "DE"),
            Asked(
                "answer_within",
                "Acknowledge severity 4 within working hours, 3, 2, 1 within days",
                "4, 1, 2, 5",
                is_wide=True,
            ),
            Asked("plan_within", "Plan for severity 4, 3, 2, 1 within working days", "1, 3, 10, 20", is_wide=True),
        ),
    ),
    Topic(
        "Spelling",
        "a line under what is misspelt in notes",
        (
            Asked("checks_spelling", "Underline misspelt words", choices=(("yes", "Yes"), ("no", "No"))),
            Asked("own_words", "Words that are right in this book", "Northgate, Rollbox", is_wide=True),
        ),
    ),
)
