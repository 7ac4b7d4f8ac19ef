"""The login item of macOS: a launch agent of the person's own."""

import plistlib
from collections.abc import Sequence
from pyexpat import ExpatError
from typing import Any, Final

from reviewdesk.storage.login.item import LoginFile

LABEL: Final = "org.reviewdesk.remind"
NAME: Final = f"{LABEL}.plist"


class LaunchAgent(LoginFile):
    """A property list that the system reads at login."""

    @property
    def is_on(self) -> bool:
        """Say whether it is there and is not marked as disabled."""
        return self.read() is not None and self._kept().get("Disabled") is not True

    def starts(self, command: Sequence[str]) -> bool:
        """Say whether its arguments are this command."""
        return self._kept().get("ProgramArguments") == list(command)

    def _kept(self) -> dict[str, Any]:
        """Give what stands in it; nothing where it does not read, and then the next start writes it anew."""
        try:
            kept = plistlib.loads(self.read() or b"")
        except (plistlib.InvalidFileException, ValueError, LookupError, ExpatError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def content(self, command: Sequence[str]) -> bytes:
        """Give the agent that starts this command once, in a session with a screen."""
        return plistlib.dumps(
            {
                "Label": LABEL,
                "ProgramArguments": list(command),
                "RunAtLoad": True,
                "LimitLoadToSessionType": "Aqua",
                "ProcessType": "Background",
            }
        )
