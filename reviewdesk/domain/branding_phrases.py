"""What the letter head of a document says of its own, in each language it can be set in."""

from typing import Final

ENGLISH: Final = {"prepared": "Prepared by {by}", "prepared for": "Prepared by {by} for {sender}"}
GERMAN: Final = {"prepared": "Erstellt von {by}", "prepared for": "Erstellt von {by} für {sender}"}
FRENCH: Final = {"prepared": "Préparé par {by}", "prepared for": "Préparé par {by} pour {sender}"}
