"""The person's own fields on the list of accounts: as columns, and among what is changed in several accounts."""

from collections.abc import Sequence
from typing import Any

from reviewdesk.desktop.accounts.cells import Day, columns_on
from reviewdesk.desktop.accounts.chosen_bar import ChosenBar
from reviewdesk.desktop.widgets.table import RowTable
from reviewdesk.domain.custom_field import CustomField
from reviewdesk.services.account_columns import AccountColumn
from reviewdesk.services.own_columns import chosen_columns, own_columns


class OwnOffered:
    """Offers them where the list does, as they are by now."""

    def __init__(self, table: RowTable[Any], bar: ChosenBar, day: Day) -> None:
        self.fields: tuple[CustomField, ...] = ()
        self._table, self._bar, self._day = table, bar, day

    def offer(self, fields: tuple[CustomField, ...]) -> bool:
        """Offer these fields; say whether others were offered before."""
        if fields == self.fields:
            return False
        self.fields = fields
        self._table.columns.offer(columns_on(self._day, fields))
        self._bar.offer_own([(each.key, each.title) for each in own_columns(fields)])
        return True

    def columns(self, keys: Sequence[str]) -> list[AccountColumn]:
        """Give the columns with these keys as other programs get them, without those whose field is gone."""
        return chosen_columns(keys, own_columns(self.fields))
