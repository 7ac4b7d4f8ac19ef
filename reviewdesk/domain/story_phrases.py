"""What the story of a recovery says of its own, in each language it can be set in."""

from typing import Final

ENGLISH: Final = {
    "story title": "How we put it right",
    "story of somebody": "What a customer told us, and what came of it",
    "story of": "What {account} told us, and what came of it",
    "story told": "What was wrong",
    "story cause": "What was behind it",
    "story fix": "What we did",
    "story beyond": "What we did beyond that",
    "story on the day": "The customer confirmed on the same day that it was solved.",
    "story a day": "The customer confirmed one day later that it was solved.",
    "story days": "The customer confirmed {days} days later that it was solved.",
    "story file": "how we put it right",
}
GERMAN: Final = {
    "story title": "Wie wir es in Ordnung gebracht haben",
    "story of somebody": "Was ein Kunde uns sagte und was daraus wurde",
    "story of": "Was {account} uns sagte und was daraus wurde",
    "story told": "Was nicht stimmte",
    "story cause": "Woran es lag",
    "story fix": "Was wir getan haben",
    "story beyond": "Was wir darüber hinaus getan haben",
    "story on the day": "Der Kunde hat noch am selben Tag bestätigt, dass es gelöst ist.",
    "story a day": "Der Kunde hat einen Tag später bestätigt, dass es gelöst ist.",
    "story days": "Der Kunde hat {days} Tage später bestätigt, dass es gelöst ist.",
    "story file": "wie wir es in Ordnung gebracht haben",
}
FRENCH: Final = {
    "story title": "Comment nous y avons remédié",
    "story of somebody": "Ce qu’un client nous a dit, et la suite",
    "story of": "Ce que {account} nous a dit, et la suite",
    "story told": "Ce qui n’allait pas",
    "story cause": "Ce qui en était la cause",
    "story fix": "Ce que nous avons fait",
    "story beyond": "Ce que nous avons fait de plus",
    "story on the day": "Le client a confirmé le jour même que c’était résolu.",
    "story a day": "Le client a confirmé un jour plus tard que c’était résolu.",
    "story days": "Le client a confirmé {days} jours plus tard que c’était résolu.",
    "story file": "comment nous y avons remédié",
}
