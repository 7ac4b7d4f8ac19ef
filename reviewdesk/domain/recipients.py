"""Whom a mail goes to, as it is typed, and who of them is none of the customer's people."""

import re
from collections.abc import Iterable
from typing import Final

from reviewdesk.domain.errors import RefusedError

Recipient = tuple[str, str]
_NAMED: Final = re.compile(r"^\s*\"?(?P<name>[^<\"]*?)\"?\s*<\s*(?P<address>[^<>]*)>\s*$")
_ADDRESS: Final = re.compile(r"^[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]+$")


def read_recipients(typed: str) -> tuple[Recipient, ...]:
    """Read names and addresses as they are typed, parted by commas or semicolons.

    Raises:
        RefusedError: one of them is no address.
    """
    found: dict[str, Recipient] = {}
    for each in filter(str.strip, re.split(r"[,;\n]", typed)):
        named = _NAMED.match(each)
        name, address = (named["name"], named["address"].strip()) if named else ("", each.strip())
        if not _ADDRESS.match(address):
            raise RefusedError(f"“{each.strip()}” is no address. Write it like anna@example.com.")
        found.setdefault(address.casefold(), (name.strip(), address))
    return tuple(found.values())


def written(recipients: Iterable[Recipient]) -> str:
    """Write names and addresses as `read_recipients` reads them."""
    plain = ((re.sub(r"[<>,;\"]", " ", name).strip(), address) for name, address in recipients)
    return ", ".join(f"{name} <{address}>" if name else address for name, address in plain)


def strangers(recipients: Iterable[Recipient], known: Iterable[str]) -> tuple[Recipient, ...]:
    """Give those whose address is none of these."""
    ours = {each.strip().casefold() for each in known}
    return tuple(each for each in recipients if each[1].casefold() not in ours)


def name_for(recipient: Recipient) -> str:
    """Give a name for somebody who is to be added to the people of an account: the one typed, else from the address."""
    name, address = recipient
    return name or re.sub(r"[._-]+", " ", address.partition("@")[0]).title()
