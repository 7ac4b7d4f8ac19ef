"""The person whose book it is."""

from reviewdesk.domain.people import Colleague
from reviewdesk.storage.reading import Reading


def me(reading: Reading) -> Colleague | None:
    """Give the person whose book this is, once they have named themselves."""
    return next(iter(reading.colleagues.where(is_me=True)), None)
