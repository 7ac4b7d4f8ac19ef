"""The person whose book it is."""

from reviewdesk.domain.importing.names import folded
from reviewdesk.domain.people import Colleague
from reviewdesk.storage.reading import Reading


def me(reading: Reading) -> Colleague | None:
    """Give the person whose book this is, once they have named themselves."""
    return next(iter(reading.colleagues.where(is_me=True)), None)


def named_so(reading: Reading, name: str) -> Colleague | None:
    """Give the colleague of this name, if there is one."""
    return next((each for each in reading.colleagues.all() if folded(each.name) == folded(name)), None)
