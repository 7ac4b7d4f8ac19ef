"""The kinds of a field of the person's own, who may see it and what it is a field of, as they are chosen."""

from typing import Final

from reviewdesk.domain.audience import Audience
from reviewdesk.domain.custom_field import FieldKind, FieldOf

KINDS: Final = (
    (FieldKind.TEXT.value, "Text"),
    (FieldKind.NUMBER.value, "Number"),
    (FieldKind.DAY.value, "Date"),
    (FieldKind.YES_NO.value, "Yes or no"),
    (FieldKind.CHOICE.value, "One of a few"),
)
WHOSE: Final = ((FieldOf.ACCOUNT.value, "Accounts"), (FieldOf.PERSON.value, "People"))
SEEN_BY: Final = (
    (Audience.ONLY_ME.value, "Only you"),
    (Audience.OUR_SIDE.value, "Our side"),
    (Audience.CUSTOMER.value, "The customer too"),
)
