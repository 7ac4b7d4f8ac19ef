"""Reads what the sample book is written in: the company, its customers, what they talk about and what goes on now."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final
from uuid import UUID, uuid5

from reviewdesk.domain.text import fold

SAMPLE: Final = UUID("5a3b1e00-7e5e-5b00-8b00-5a3b1eb00c00")
LANGUAGES: Final = ("en", "de", "fr", "pl")
Row = Mapping[str, Any]


def made_id(*parts: object) -> UUID:
    """Give the id of something in the sample book; the same thing always has the same one."""
    return uuid5(SAMPLE, "/".join(map(str, parts)))


def pick(count: int, *parts: object) -> int:
    """Choose a number from 0 to below `count`, always the same one for the same parts."""
    return made_id("pick", *parts).int % count


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """One customer as it is written: figures in thousands of euros, days counted from today."""

    name: str
    revenue: int
    growth: int
    spoke: int
    industry: str
    city: str
    country: str
    currency: str
    language: str
    phone: str
    since: int
    position: str
    reason: str
    people: tuple[str, ...]
    due: int = 0
    owner: str = "dana"
    parent: str = ""
    season: str = ""
    rivals: tuple[str, ...] = ()
    added: int | None = None
    lost: int | None = None

    @property
    def domain(self) -> str:
        """Give a domain that nobody can own."""
        letters = "".join(each for each in fold(self.name) if each.isascii() and each.isalnum())
        return f"{letters or f'customer-{pick(900, self.name) + 100}'}.example"


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What a review can be about: its notes, and what follows from them in the customer's words."""

    owner: str
    cause: str
    fix: str
    sentence: str
    ask: str
    commitment: str
    notes: str


@dataclass(frozen=True, slots=True)
class SampleFiles:
    """Everything the sample book is written in, as read."""

    company: Row
    customers: tuple[Customer, ...]
    topics: Mapping[str, tuple[Topic, ...]]
    goals: tuple[Row, ...]
    contacts: Mapping[str, tuple[str, ...]]
    stories: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> "SampleFiles":
        """Read the files of the sample book from their folder."""
        return cls(
            company=_toml(folder / "company.toml"),
            customers=tuple(_customer(each) for each in _toml(folder / "accounts.toml")["account"]),
            topics={each: _topics(folder / f"topics_{each}.toml") for each in LANGUAGES},
            goals=tuple(_toml(folder / "goals.toml")["goal"]),
            contacts={name: tuple(words) for name, words in _toml(folder / "contacts.toml").items()},
            stories={name: tuple(rows) for name, rows in _toml(folder / "stories.toml").items()},
        )

    def story(self, kind: str, account: str) -> tuple[Row, ...]:
        """Give what is written by hand about one account."""
        return tuple(each for each in self.stories.get(kind, ()) if each["account"] == account)


def workday(day: date) -> date:
    """Give the day itself, or the Friday before where it is at a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _customer(row: Row) -> Customer:
    fields: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
    return Customer(**fields)


def _topics(path: Path) -> tuple[Topic, ...]:
    return tuple(Topic(**row) for row in _toml(path)["topic"])
