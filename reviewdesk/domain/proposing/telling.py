"""What tells in a line: what came of something, how much, for how long; and what tells nothing.

The phrases are those of reviews in English, German and French; `*` stands for any letters.
"""

import re
from collections import defaultdict
from functools import lru_cache
from typing import Final

from reviewdesk.domain.common_words import is_function_word
from reviewdesk.domain.notes.folding import fold_in_place
from reviewdesk.domain.notes.phrases import phrases_of
from reviewdesk.domain.text import is_ideograph, words_of

STEM: Final = 5
_SHORTEST: Final = 4
_WORD: Final = re.compile(r"[\w']+")


class Phrases:
    """Phrases that are looked for word by word, which takes as long whether there are ten of them or a hundred."""

    def __init__(self, table: str) -> None:
        self._begun: tuple[str, ...] = ()
        self._words: set[str] = set()
        self._longer: dict[str, list[str]] = defaultdict(list)
        for phrase in map(fold_in_place, phrases_of(table)):
            first, _, rest = phrase.partition(" ")
            if rest:
                self._longer[first].append(f" {phrase} ")
            elif phrase.endswith("*"):
                self._begun += (phrase[:-1],)
            else:
                self._words.add(phrase)

    def are_in(self, words: "Words") -> bool:
        """Say whether one of the phrases stands in some words."""
        if not self._words.isdisjoint(words.each) or any(each.startswith(self._begun) for each in words.each):
            return True
        longer = (phrase for each in words.each if each in self._longer for phrase in self._longer[each])
        return any(phrase in words.line for phrase in longer)


class Words:
    """A text as phrases and figures are looked for in it."""

    def __init__(self, text: str) -> None:
        self.text = fold_in_place(text)
        self.each = _WORD.findall(self.text)
        self.line = f" {' '.join(self.each)} "


CAME_OF_IT: Final = Phrases(
    """
    saves, saved, saving, cut, down from, up from, down by, up by, fell, dropped, rose, grew, grown, faster, fewer,
    shorter, since, ahead of, earlier than, on time, in time, went live, are live, is live, finished, completed, passed,
    without a, first time, no longer, better than, more than, less than, halved, doubled, tripled, instead of, above
    the, against, last year, best quarter, best year, every, works from, works now, trusts,
    spart, sparen, gespart, gesunken, gestiegen, gefallen, weniger, schneller, kürzer, höher, niedriger, mehr, seit,
    früher als, pünktlich, termingerecht, läuft seit, sind live, ist live, abgeschlossen, bestanden, ohne, erstmals,
    nicht mehr, statt, halbiert, verdoppelt, gegen, im vorjahr, jede*, klappt, besser als,
    gagne, gagn*, économis*, en baisse, en hausse, baiss*, augment*, plus vite, plus rapide*, moins, depuis,
    avant la date, à temps, à l'heure, en service, terminé*, réussi*, sans, première fois, ne plus, au lieu de, divisé*,
    doublé*, contre, l'an dernier, chaque, mieux que, plus haut
    """
)
WEIGHS: Final = Phrases(
    """
    again, twice, three times, times, stopped, stood still, refused, audit, board, safety,
    hurt, lost, wrong, refund, delayed, late, before the, must, urgent, customer, customers, peak, from now on,
    from january, from february, from december, trial, pilot, all sites, switch*, becomes, signs off, within,
    wieder, erneut, zweimal, dreimal, mal, stand, gestoppt, audit, vorstand, verletzt, verloren, falsch, zu spät,
    verspätet, dringend, kunde, kunden, ab januar, ab februar, ab dezember, künftig, versuch, test, alle werke,
    umstell*, stellen, binnen, innerhalb,
    encore, deux fois, trois fois, fois, arrêté*, direction, blessé*, perdu*, faux, fausse, retard, urgent*, client,
    clients, dès, à partir de, à l'essai, pilote, tous les sites, passent au, passe au, avant de
    """
)
TELLS_NOTHING: Final = Phrases(
    """
    lunch, coffee, cake, weather, parking, football, small talk, hello, thanks, nice, good talk,
    in general, otherwise, maybe, perhaps, somehow, sometimes, think about, fine, ok, okay,
    a bit, same again, looks good, looks nice, useful, liked, went
    through, ran,
    mittagessen, kaffee, kuchen, wetter, parkplatz, hallo, danke, nett, schön,
    soweit, sonst, vielleicht, irgendwie, manchmal, alles gut, passt, läuft, gut, gefallen,
    déjeuner, café, gâteau, météo, parking, bonjour, merci, sympa, joli*, sinon,
    peut-être, parfois, tout va bien, ça va, bien, correct*
    """
)
FIGURE: Final = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|half|third|twice|dozen|hundred|"
    r"zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|zwolf|halfte|drittel|viertel|zweimal|dreimal|hundert|"
    r"deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|moitie|tiers|quart|douzaine|cent)\b"
)
MEASURE: Final = re.compile(
    r"\d[\d.,]*\s?(?:%|percent\b|prozent\b|pour cent\b|[€$£]|eur\b|usd\b|hours?\b|days?\b|minutes?\b|weeks?\b|"
    r"months?\b|stunden?\b|tagen?\b|tage\b|minuten\b|wochen?\b|monaten?\b|heures?\b|jours?\b|semaines?\b|mois\b|hectares?\b|"
    r"hektar\b)|\d[\d.,]*\s?(?:of|out of|von|sur)\s\d|\b(?:one in|jede[rsn]? \w+te|un \w+ sur)\b"
)
FROM_TO: Final = re.compile(
    r"(?:from|von|de)\s\D{0,12}\d[\d.,]*\s?%?\s?\D{0,12}(?:to|auf|à|a)\s\D{0,12}\d|\d[\d.,]*\s?%?,?\s\D{0,14}"
    r"(?:instead of|against|statt|gegen|au lieu de|contre|it was|up from|down from)\s\D{0,14}\d"
)


@lru_cache(maxsize=10_000)
def stems(words: str) -> frozenset[str]:
    """Give the words of a text that say what it is about, cut so that their endings do not part them."""
    return frozenset(
        each[:STEM]
        for each in words_of(words)
        if is_ideograph(each) or (len(each) >= _SHORTEST and not is_function_word(each))
    )


def size_of(words: str) -> int:
    """Give how many words a text has; two ideographs count as one."""
    found = words_of(words)
    unspaced = sum(is_ideograph(each) for each in found)
    return len(found) - unspaced + unspaced // 2
