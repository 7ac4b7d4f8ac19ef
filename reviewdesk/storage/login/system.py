"""Which login item this system has."""

from pathlib import Path

from reviewdesk.storage.login import autostart, launch_agent
from reviewdesk.storage.login.item import LoginItem
from reviewdesk.storage.login.run_key import RunKey, WindowsRegistry


def login_item(system: str, home: Path, config: Path) -> LoginItem:
    """Give the login item of a system by its name in Python; `config` is the folder of the person's settings."""
    if system == "win32":
        return RunKey(WindowsRegistry())
    if system == "darwin":
        return launch_agent.LaunchAgent(home / "Library" / "LaunchAgents" / launch_agent.NAME)
    return autostart.AutostartEntry(config / "autostart" / autostart.NAME)
