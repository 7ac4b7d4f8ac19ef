"""A page of the account that is nothing but a list."""

from reviewdesk.desktop.widgets.card import Card
from reviewdesk.desktop.widgets.page import ScrollColumn
from reviewdesk.desktop.widgets.row_list import RowList


def listed(listed: RowList) -> ScrollColumn:
    """Put rows on a card that scrolls."""
    page, card = ScrollColumn(listed.accessibleName()), Card(edge_to_edge=True)
    card.body.setContentsMargins(0, 0, 0, 0)
    card.add(listed)
    page.column.addWidget(card)
    page.column.addStretch(1)
    return page
