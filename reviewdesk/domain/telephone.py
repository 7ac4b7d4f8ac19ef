"""Telephone numbers as a telephone dials them."""

import re
from typing import Final

_EXTENSION: Final = re.compile(r"(?i)[\s,;]*(?:ext\.?|extension|x|durchwahl|dw|poste)\s*\.?:?\s*(\d{1,8})\s*$")
_WORDS: Final = re.compile(r"[^\W\d_]{2,}\.?:?|[;,]")
_TRUNK_ZERO: Final = re.compile(r"\(0\)")


def dial_link(number: str) -> str:
    """Write a number as a link that telephones dial (RFC 3966), empty where it holds no digit.

    Of several numbers it is the first. `+49 (0) 711 123-45 ext. 6` becomes `tel:+4971112345;ext=6`: the zero in
    brackets is dialled at home alone.
    """
    extension = _EXTENSION.search(number)
    main = number[: extension.start()] if extension else number
    if main.strip().startswith(("+", "00")):
        main = _TRUNK_ZERO.sub("", main)
    main = next((each for each in _WORDS.split(main) if any(one.isdecimal() for one in each)), "")
    digits = "".join(str(int(each)) for each in main if each.isdecimal())
    if not digits:
        return ""
    if main.strip().startswith("+"):
        digits = f"+{digits}"
    elif main.strip().startswith("00"):
        digits = f"+{digits[2:]}"
    return f"tel:{digits};ext={extension[1]}" if extension else f"tel:{digits}"
