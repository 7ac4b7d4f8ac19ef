"""A home folder of its own for whatever runs the program, so that nothing reads or writes the person's."""

from pathlib import Path
from typing import Final

_BELOW: Final = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": "run",
}


def home_in(folder: Path) -> dict[str, str]:
    """Make the folders of a home in a folder, and give the environment that leads there on every system."""
    found = {name: folder / below for name, below in _BELOW.items()}
    for path in found.values():
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return {name: str(path) for name, path in found.items()}
