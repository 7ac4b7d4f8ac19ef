"""Names of files as every system can hold them, whatever they were called where they came from."""

import unicodedata
from typing import Final

LONGEST: Final = 180  # bytes; the systems take 255, and a copy may get a number
_LONGEST_ENDING: Final = 20
_ILLEGAL: Final = str.maketrans(dict.fromkeys('<>:"|?*', "_"))
_DEVICES: Final = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)))
)


def safe_name(name: str) -> str:
    """Give a name without folders, control characters and signs that no file may have; it is never empty."""
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    printable = "".join(each for each in unicodedata.normalize("NFC", last) if each.isprintable())
    tidy = _shortened(printable.translate(_ILLEGAL).strip(" .")) or "file"
    return f"_{tidy}" if tidy.split(".", 1)[0].strip().casefold() in _DEVICES else tidy


def ending_of(name: str) -> str:
    """Give what a name ends with after its last point, in lower case; nothing where that is no ending."""
    stem, point, ending = name.rpartition(".")
    return ending.lower() if stem and point and len(ending) <= _LONGEST_ENDING else ""


def _shortened(name: str) -> str:
    """Take as much off the stem as is too long, and leave the ending."""
    if len(name.encode()) <= LONGEST:
        return name
    ending = ending_of(name)
    after = name[len(name) - len(ending) - 1 :] if ending else ""
    stem = name[: len(name) - len(after)].encode()[: LONGEST - len(after.encode())].decode(errors="ignore")
    return stem.strip(" .") + after
