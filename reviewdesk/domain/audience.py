"""Who may see a field or a line; declared once, where the field is defined."""

from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from typing import Final


class Audience(StrEnum):
    """Who may see something, from the narrowest to the widest."""

    ONLY_ME = "only me"
    OUR_SIDE = "our side"
    CUSTOMER = "the customer"

    def includes(self, other: "Audience") -> bool:
        """Say whether what is meant for this audience may be shown to the other one."""
        order = tuple(Audience)
        return order.index(self) >= order.index(other)


ONLY_ME: Final[Mapping[str, Audience]] = {"audience": Audience.ONLY_ME}
OUR_SIDE: Final[Mapping[str, Audience]] = {"audience": Audience.OUR_SIDE}
CUSTOMER: Final[Mapping[str, Audience]] = {"audience": Audience.CUSTOMER}


def audiences_of(record: type) -> dict[str, Audience]:
    """Give the audience of each field of a record class.

    Raises:
        KeyError: a field was declared without one.
    """
    return {each.name: each.metadata["audience"] for each in fields(record)}
