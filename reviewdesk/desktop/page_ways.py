"""The ways that pages lead to: what a signal of a page's controller, known by its name, does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reviewdesk.domain.changes import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.widgets.mark_chart import Lead


def ways_of(desk: Desk) -> Mapping[str, Callable[..., None]]:
    """Give what each signal that most pages have leads to."""
    return {
        "account_asked": desk.open_account,
        "concern_asked": desk.open_concern,
        "review_asked": desk.open_review,
        "document_asked": desk.open_document,
        "summary_asked": desk.ways.show_summary,
        "plan_review_asked": desk.ways.plan,
        "start_review_asked": desk.ways.start,
        "log_call_asked": desk.log_call,
        "import_asked": desk.files.choose_import,
        "sample_asked": desk.open_sample,
        "new_account_asked": desk.new_account,
        "accounts_asked": desk.go_to_accounts,
        "quarter_asked": partial(desk.go, "quarter"),
        "settings_asked": partial(desk.go, "settings"),
        "recent_changed": desk.books.relist,
        "follow_up_asked": partial(open_follow_up, desk),
        "lead_asked": partial(follow, desk),
        "closed": desk.back,
        "told": desk.tell,
    }


def open_follow_up(desk: Desk, account_id: UUID, follow_up_id: UUID) -> None:
    """Open a follow-up on the page of its account."""
    desk.open_account(account_id)
    desk.pages.account.open_record(Kind.FOLLOW_UP, follow_up_id)


def follow(desk: Desk, lead: Lead) -> None:
    """Go where a mark leads: to a review, concerns, an account or a tab of its page, or the accounts it stands for."""
    if lead.review_id is not None:
        desk.open_review(lead.review_id)
    elif len(lead.concern_ids) == 1:
        desk.open_concern(lead.account_ids[0], lead.concern_ids[0])
    elif lead.concern_ids:
        desk.pages.insight_ways.list_concerns(lead)
    elif len(lead.account_ids) == 1:
        desk.open_account(lead.account_ids[0])
        if lead.tab:
            desk.pages.account.open_tab(lead.tab)
    elif lead:
        desk.go("accounts")
        desk.pages.accounts.show_these(lead.account_ids, lead.words)
