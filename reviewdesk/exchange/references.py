"""Which other record a row names, by its id and its name."""

from reviewdesk.domain.importing.fields import Field
from reviewdesk.domain.importing.incoming import AccountRef
from reviewdesk.exchange.columns import Columns
from reviewdesk.exchange.table import SourceRow


def named_account(
    columns: Columns, row: SourceRow, by_id: Field = Field.ACCOUNT_ID, by_name: Field = Field.ACCOUNT
) -> AccountRef:
    """Give the account that a row names; where it names several, as HubSpot does, the first one is meant."""
    ids, names = columns.text(row, by_id), columns.text(row, by_name)
    if columns.source == "HubSpot" and (";" in ids or not ids):
        names = names.partition(";")[0].strip()
    return AccountRef(columns.reference_source, columns.tidy_id(ids), names)
