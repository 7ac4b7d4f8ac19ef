"""What a screen reader sees and can do in a running program, over the desktop's accessibility bus (AT-SPI).

A thing on the screen is found by its role and its name, as a person who does not see it would find it, and pressed or
typed into through the same interface that a screen reader uses.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Final, Self

from jeepney import DBusAddress, DBusErrorResponse, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

SPI: Final = "org.a11y.atspi"
ROOT: Final = "/org/a11y/atspi/accessible/root"
DEVICES: Final = "/org/a11y/atspi/registry/deviceeventcontroller"
PATIENCE: Final = 30.0
OF_THE_SCREEN: Final = 0
PRESS_AND_RELEASE: Final = 2
RETURN: Final = 36  # the key's code on X11
SHOWING: Final = 25


class NotThereError(AssertionError):
    """Nothing of this name and role came to the screen in time; the message says what is there instead."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing on the screen."""

    reader: "ScreenReader"
    bus: str
    path: str

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self._property("Accessible", "Name"))

    @property
    def role(self) -> str:
        """What it is: "push button", "text", "cell" ..."""
        return str(self._call("Accessible", "GetRoleName")[0])

    @property
    def text(self) -> str:
        """What is written in it."""
        return str(self._call("Text", "GetText", "ii", (0, -1))[0])

    @property
    def children(self) -> tuple["Thing", ...]:
        """The things inside."""
        return tuple(Thing(self.reader, bus, path) for bus, path in self._call("Accessible", "GetChildren")[0])

    def has(self, state: int) -> bool:
        """Say whether it is in a state."""
        words = self._call("Accessible", "GetState")[0]
        return bool(words[state // 32] >> (state % 32) & 1)

    @property
    def actions(self) -> list[str]:
        """The names of what can be done with it."""
        return [str(each[0]) for each in self._call("Action", "GetActions")[0]]

    def press(self) -> None:
        """Press it: a button by its own action, what is painted in a list by pointing at it."""
        actions = self.actions
        if "Press" in actions:
            self._call("Action", "DoAction", "i", (actions.index("Press"),))
        else:
            self.point("b1c")

    def open(self) -> None:
        """Point at it and press Enter."""
        self.point("b1c")
        self.reader.type_key(RETURN)

    def point(self, what: str) -> None:
        """Do something with the mouse in its middle: `b1c` is a click, `b1d` two."""
        left, top, width, height = self._call("Component", "GetExtents", "u", (OF_THE_SCREEN,))[0]
        devices = DBusAddress(DEVICES, f"{SPI}.Registry", f"{SPI}.DeviceEventController")
        place = (left + min(width // 2, 60), top + height // 2)
        self.reader.ask(new_method_call(devices, "GenerateMouseEvent", "iis", (*place, what)))

    def take_focus(self) -> None:
        """Bring the keyboard to it."""
        self._call("Component", "GrabFocus")

    def write(self, text: str) -> None:
        """Add text at the end of what is written in it."""
        self._call("EditableText", "InsertText", "isi", (len(self.text), text, len(text)))

    def _call(self, interface: str, method: str, signature: str = "", body: tuple[Any, ...] = ()) -> tuple[Any, ...]:
        address = DBusAddress(self.path, self.bus, f"{SPI}.{interface}")
        return self.reader.ask(new_method_call(address, method, signature or None, body))

    def _property(self, interface: str, name: str) -> Any:
        asked = Properties(DBusAddress(self.path, self.bus, f"{SPI}.{interface}")).get(name)
        return self.reader.ask(asked)[0][1]


class ScreenReader:
    """A reader on the accessibility bus of a desktop session."""

    def __init__(self, session: str) -> None:
        with open_dbus_connection(session) as connection:
            asked = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
            answer = connection.send_and_get_reply(asked, timeout=PATIENCE)
        self._connection: DBusConnection = open_dbus_connection(str(answer.body[0]))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._connection.close()

    def ask(self, message: Any) -> tuple[Any, ...]:
        """Send a question and give the answer's body."""
        reply = self._connection.send_and_get_reply(message, timeout=PATIENCE)
        if reply.header.message_type.name == "error":
            raise DBusErrorResponse(reply)
        return tuple(reply.body)

    def type_key(self, keycode: int) -> None:
        """Press a key and let it go."""
        devices = DBusAddress(DEVICES, f"{SPI}.Registry", f"{SPI}.DeviceEventController")
        self.ask(new_method_call(devices, "GenerateKeyboardEvent", "isu", (keycode, "", PRESS_AND_RELEASE)))

    def programs(self) -> tuple[Thing, ...]:
        """Give the programs that speak to screen readers."""
        return Thing(self, f"{SPI}.Registry", ROOT).children

    def find(self, role: str, name: str | Callable[[str], bool], *, within: float = PATIENCE) -> Thing:
        """Wait for a thing of this role and name that can be seen, and give it.

        Raises:
            NotThereError: it did not come in time.
        """
        until = time.monotonic() + within
        seen: list[tuple[str, str]] = []
        while time.monotonic() < until:
            seen = []
            for thing, its_role, its_name in self._shown():
                if its_role == role and (its_name == name if isinstance(name, str) else name(its_name)):
                    return thing
                seen.append((its_role, its_name))
            time.sleep(0.1)
        there = "\n".join(f"  {each}: {said}" for each, said in seen if said)
        raise NotThereError(f"There is no {role} called {name!r} on the screen. There is:\n{there}")

    def _shown(self) -> Iterator[tuple[Thing, str, str]]:
        """Give what can be seen, with its role and name; what goes away meanwhile is left out."""
        waiting = list(self.programs())
        while waiting:
            thing = waiting.pop(0)
            try:
                role, name, shown, children = thing.role, thing.name, thing.has(SHOWING), thing.children
            except DBusErrorResponse:
                continue
            if shown or role == "application":
                waiting += children
                yield thing, role, name
