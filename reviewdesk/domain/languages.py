"""The languages customers are written to in: their two-letter codes and what we call them."""

from collections.abc import Mapping
from typing import Final

LANGUAGES: Final[Mapping[str, str]] = {
    "ar": "Arabic",
    "bg": "Bulgarian",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hr": "Croatian",
    "hu": "Hungarian",
    "is": "Icelandic",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "nb": "Norwegian",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "sl": "Slovenian",
    "sr": "Serbian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}
DOCUMENT_LANGUAGES: Final = ("en", "de", "fr")
_CODES: Final[Mapping[str, str]] = {name.casefold(): code for code, name in LANGUAGES.items()}


def language_code(text: str) -> str:
    """Give the code of a language by its name or code; words that name none we know stay as they are."""
    tidy = text.strip()
    if tidy.casefold() in LANGUAGES:
        return tidy.casefold()
    return _CODES.get(tidy.casefold(), tidy)


def language_name(code: str) -> str:
    """Give what a language is called; a code we do not know stays as it is."""
    return LANGUAGES.get(code.casefold(), code)
