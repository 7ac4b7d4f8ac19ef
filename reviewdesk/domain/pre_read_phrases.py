"""What a pre-read says of its own, in each language it can be set in, beside what a summary says."""

from typing import Final

ENGLISH: Final = {
    "before": "To read before we meet",
    "agenda": "What we will speak about",
    "minutes": "{number} min",
    "think": "What we ask you to think about",
    "add": "Is something missing from the agenda? A short answer is enough.",
    "weekday": "{weekday} {day}",
    "raised": "Raised",
}
GERMAN: Final = {
    "before": "Zum Lesen vor dem Gespräch",
    "agenda": "Worüber wir sprechen",
    "minutes": "{number} Min.",
    "think": "Worüber wir Sie bitten nachzudenken",
    "add": "Fehlt etwas auf der Tagesordnung? Eine kurze Antwort genügt.",
    "weekday": "{weekday}, {day}",
    "raised": "Genannt",
}
FRENCH: Final = {
    "before": "À lire avant notre rencontre",
    "agenda": "Ce dont nous parlerons",
    "minutes": "{number} min",
    "think": "Ce à quoi nous vous invitons à réfléchir",
    "add": "Manque-t-il quelque chose à l’ordre du jour ? Une courte réponse suffit.",
    "weekday": "{weekday} {day}",
    "raised": "Signalé",
}
