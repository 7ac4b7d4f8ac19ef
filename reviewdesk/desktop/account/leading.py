"""Leads from what a tab of an account's page speaks of to the record itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final
from uuid import UUID

from reviewdesk.domain.changes import Kind

if TYPE_CHECKING:
    from reviewdesk.desktop.account.part import AccountPart
    from reviewdesk.desktop.account.view import AccountView

TABS: Final = {
    Kind.CONCERN: "concerns",
    Kind.FOLLOW_UP: "follow_ups",
    Kind.CONTACT: "spoke",
    Kind.PERSON: "people",
    Kind.PURCHASE: "revenue",
    Kind.ATTACHMENT: "files",
    Kind.ANSWER: "scores",
    Kind.SWITCH: "details",
    Kind.ACCOUNT: "details",
    Kind.CUSTOM_VALUE: "details",
    Kind.PRODUCT: "revenue",
    Kind.QUESTION: "said",
    Kind.QUOTE: "timeline",
    Kind.OPPORTUNITY: "said",
    Kind.GOAL: "overview",
    Kind.REVIEWED_LOSS: "loss",
    Kind.HAND_OFF: "hand_off",
}


def lead_to(view: AccountView, parts: Sequence[AccountPart], kind: Kind, record_id: UUID | None) -> None:
    """Open a record of the account: a review on its own page, anything else on the tab where it stands."""
    if kind is Kind.REVIEW:
        if record_id is not None:
            view.review_asked.emit(record_id)
        return
    view.open_tab(TABS[kind])
    if record_id is None:
        _begin_one(view, parts, kind)
        return
    if kind is Kind.CONCERN:
        view.concerns.open_concern(record_id)
    elif kind is Kind.PERSON:
        view.people.go_to(record_id)
    for part in parts:
        if part.place == TABS[kind]:
            part.go_to(record_id)


def _begin_one(view: AccountView, parts: Sequence[AccountPart], kind: Kind) -> None:
    """Put the keyboard where a record of this kind is added."""
    if kind is Kind.CONCERN:
        view.add_concern()
    for part in parts:
        if part.place == TABS[kind]:
            part.start_adding()
