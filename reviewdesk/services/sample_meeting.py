"""The meeting of the sample book that a demonstration holds: its notes, and what is said in Wrap up."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from reviewdesk.domain.intervals import add_months
from reviewdesk.domain.said import Consent
from reviewdesk.services.sample_files import made_id, workday


@dataclass(frozen=True, slots=True)
class SampleMeeting:
    """A meeting as it is written down; `consent` goes by how a quote begins, `figures` by the name of a goal.

    A figure is what was measured, and its source.
    """

    account_id: UUID
    account: str
    notes: str
    sentences: tuple[str, ...]
    ask: str
    commitment: str
    next_on: date
    consent: Mapping[str, Consent]
    figures: Mapping[str, tuple[Decimal, str]]


def sample_meeting(folder: Path, today: date) -> SampleMeeting:
    """Read the meeting of the sample book, to be held today."""
    row = tomllib.loads((folder / "meeting.toml").read_text(encoding="utf-8"))
    return SampleMeeting(
        account_id=made_id("account", row["account"]),
        account=row["account"],
        notes=row["notes"].strip(),
        sentences=tuple(row["sentences"]),
        ask=row["ask"],
        commitment=row["commitment"],
        next_on=workday(add_months(today, row["next_months"])),
        consent={begins: Consent(given) for begins, given in row["consent"].items()},
        figures={goal: (Decimal(value), source) for goal, (value, source) in row["figures"].items()},
    )
