"""Makes the tabs of an account's page that look after themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewdesk.desktop.account.part import AccountPart
    from reviewdesk.desktop.desk import Desk


def account_parts(_desk: Desk) -> tuple[AccountPart, ...]:
    """Make them in the order in which they find their places."""
    return ()
