"""How sentences are built in each language: what shows a language, turns a question round, or gives a task."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from reviewdesk.domain.notes.folding import fold_in_place
from reviewdesk.domain.notes.phrases import any_phrase

_NEVER: Final = r"(?!)"


@dataclass(frozen=True)
class Grammar:
    """The small words and endings of one language; patterns are read against the folded line.

    `telling` words and `letters` occur in this language only. `turned` begins a question by its order of words.
    `opening` and `closing` find a verb that makes the line a task; a line with one of the `finite` verbs is a
    sentence, not a task. Behind `idle` verbs and near `lasting` words nobody promises. `third` is how the verb behind
    a name ends, `first` behind *we* or *I*. `faults` tell what was not done or is too much, `wishes` what somebody
    wants to have, `papers` begin a line that names only what is to be made.
    """

    telling: str
    letters: str
    turned: str
    opening: str
    closing: str
    finite: str
    idle: str
    lasting: str
    third: str
    first: str
    faults: str
    wishes: str
    papers: str

    def shows(self, words: str, folded: str) -> int:
        """Count the words and letters of a line that show the language."""
        return len(self._tells.findall(folded)) + len(self._letters.findall(words))

    @cached_property
    def _tells(self) -> re.Pattern[str]:
        return any_phrase(self.telling)

    @cached_property
    def _letters(self) -> re.Pattern[str]:
        return re.compile(f"[{self.letters}]" if self.letters else _NEVER, re.IGNORECASE)

    @cached_property
    def asks(self) -> re.Pattern[str]:
        """Finds the order of words of a question at the beginning of a line."""
        return re.compile(fold_in_place(self.turned))

    @cached_property
    def _opens(self) -> re.Pattern[str]:
        return re.compile(fold_in_place(self.opening))

    @cached_property
    def _closes(self) -> re.Pattern[str]:
        return re.compile(fold_in_place(self.closing))

    @cached_property
    def _is_sentence(self) -> re.Pattern[str]:
        return any_phrase(self.finite)

    @cached_property
    def promises_nothing(self) -> re.Pattern[str]:
        """Finds a verb with which nobody promises."""
        return any_phrase(self.idle)

    @cached_property
    def lasts(self) -> re.Pattern[str]:
        """Finds a word that tells how things are, not what will be done."""
        return any_phrase(self.lasting)

    @cached_property
    def by_name(self) -> re.Pattern[str]:
        """Finds a verb as it stands behind a name."""
        return re.compile(self.third)

    @cached_property
    def by_us(self) -> re.Pattern[str]:
        """Finds a verb as it stands behind *we* or *I*."""
        return re.compile(self.first)

    @cached_property
    def goes_wrong(self) -> re.Pattern[str]:
        """Finds what was not done, or is too much of something."""
        return re.compile(self.faults)

    @cached_property
    def wants(self) -> re.Pattern[str]:
        """Finds that somebody wants to have something."""
        return re.compile(self.wishes)

    @cached_property
    def is_paper(self) -> re.Pattern[str]:
        """Finds what is made and sent: a list, a plan, samples."""
        return re.compile(self.papers, re.IGNORECASE)

    def task(self, words: str, folded: str) -> re.Match[str] | None:
        """Find the verb of a line that is a task by its form: an infinitive at its beginning or its end.

        The first word alone shows no language: `starker Verkehr` begins as a French verb would end.
        """
        if self._is_sentence.search(folded):
            return None
        found = self._opens.match(folded)
        if found and not self.shows(words, folded):
            return None
        if found is None and (closing := self._closes.search(folded)) and words[closing.start(1)].islower():
            return closing
        return found


ENGLISH: Final = Grammar(
    telling="""
        the, of, and, to, is, are, they, their, with, for, from, not, has, have, were, that, this, by, at, we, our, us,
        about, as, after, before, more, new, she, he, his, next, last, would, could, will, no, who, which, all, than
    """,
    letters="",
    turned=r"""(?:have|has|had|will|would|can|could|should|shall|may|do|does|did|is|are|was|were|am)(?:n't|nt)?
        \ (?:we|they|he|she|it|the|there|this|that|these|those|our|their|you|i|any|anyone|anybody)\b
        |(?:for|to|from|at|in|by|on|until|since|with)\ (?:which|what|whom|when|whose)\b""".replace("\n        ", ""),
    opening=_NEVER,
    closing=_NEVER,
    finite="",
    idle="""
        is, are, am, was, were, be, been, has, have, had, do, does, did, can, could, should, would, may, might, must,
        need, needs, want, wants, like, likes, love, loves, think, thinks, know, knows, hope, hopes, feel, feels, seem,
        seems, say, says, said, see, sees, saw, talked, met, discussed, went, got, get, lost, lose, loses, made, took,
        use, uses, run, runs, work, works, live, lives, lead, leads, retire, retires, leave, leaves, worry, worries,
        complain, complains, prefer, prefers, expect, expects, believe, believes, hate, hates, miss, misses, wait,
        waits, find, finds, ask, asks, asked, insist, insists, play, plays, sit, sits, speak, speaks, report, reports,
        own, owns, buy, buys, sell, sells, pay, pays, earn, earns, employ, employs, all, both, as, at, in, on, still,
        never, always, only, agree, agreed, stay, stays, keep, keeps, go, goes, remember, understand, understands,
        chose, drop, plan, plans, praises, thanks, trusts, joined, joins, became, becomes, used, told, tells, sounds,
        looks, plus, and, or, who, don't, dont, won't, wont, can't, cant, didn't, didnt, doesn't, doesnt
    """,
    lasting="""
        since, already, currently, usually, normally, always, never, often, sometimes, rarely, used to, so far, a day,
        per day, per week, per year, each day, daily, last year, last week, last month, yesterday, ago
    """,
    third=r"[a-z]{2,}s",
    first=r"(?!\w*ed$)[a-z]{2,}",
    faults=r"\bnot (?!(?:decided|needed|interested|planned|affected|included|used)\b)\w{2,}ed\b"
    r"|\b(?:did|do|does|could|was|were|has|have|is|are)(?:n't|nt) "
    r"(?!(?:forget|tell|mention|know|say|need|want|mind|use)\b)"
    r"\w{3,}|\bnever (?!(?:had|been|say|mention|tell)\b)\w{3,}",
    wishes=r"\bwants? (?!to\b|us\b|lower|cheaper|better|less|more time|out\b|it\b|that\b|this\b|his\b|her\b)"
    r"\w{3,}",
    papers=r"^(?:new |updated? |spare |[\w-]+ ){0,2}(?:plan|list|report|minutes|offer|quote|samples?|form|"
    r"questionnaire|"
    r"contract|letter|presentation|slides|agenda|drawings?|data ?sheet|certificates?|comparison|proposal|analysis|"
    r"references|photos?|badges|invoice copy|sds|statement|evaluation|calculation|brochure|catalogue|price list|"
    r"shortlist|checklist|reminder|invitation|access|login|firmware|manuals?|test|date|meeting|call)\b",
)

GERMAN: Final = Grammar(
    telling="""
        der, die, das, und, ist, sind, nicht, mit, für, von, im, auf, den, dem, ein, eine, einen, einem, einer, zu,
        zum, zur, bei, beim, auch, noch, wir, sie, ich, uns, ihr, unser, unsere, haben, hat, wird, werden, sich, aus,
        nach, ab, bis, seit, wer, wie, warum, kein, keine, vom, am, über, wenn, ob, oder, schon, vor, wollen, neue,
        neuer, durchs, ins, um, kam, etwa, rund, kurzer, kurz, wegen, zwei, drei, im
    """,
    letters="äöüß",
    turned=r"(?:(?!mit |seit |laut |statt |samt |nicht |fehl|dort |jetzt |erst |zuletzt )\w+(?:t|en)"
    r" (?:der|er|wir|man|es)\b|(?:kann|darf|soll|muss|wird|hat|ist) (?:er|sie|man|es|der|das|die|ein|eine|unser|ihr)\b"
    r"|(?:sind|ist|war|waren|gilt|passt|reicht|gehort|funktioniert|zahlt) (?:die|das|der|unsere?|ihre?)\b"
    r"|(?:konnen|durfen|sollen|mussen|werden|haben|sind|nehmen|brauchen|wollen|konnten) sie\b"
    r"|(?:aus|von|mit|bei|fur|auf|an|in|bis|seit|ab|zu|nach|unter|uber) (?:welche[mnrs]?|wem|wen|wann|was|wo)\b)",
    opening=_NEVER,
    closing=r"\b(?!zufrieden|einverstanden|vorhanden|einigen|einzelnen|anderen|aussen|mitten|einen|innen|unten)"
    r"((?:an|auf|aus|ein|ab|nach|vor|zu|mit|weiter|durch|her|hin|um|frei|klar|bereit|fest|los|hoch|runter|rein|raus|"
    r"ruck|zuruck|zusammen|nieder|gegen)(?!ge)[a-z]{3,}(?:en|ern|eln)|[a-z]{3,}ieren)[\s.!]*$",
    finite="""
        wir, sie, ich, er, wollen, will, möchten, möchte, können, kann, könnten, könnte, müssen, muss, werden, wird,
        würden, würde, sollen, soll, lassen, haben, hat, sind, ist, waren, war, hätten, hätte, darf, dürfen, gerne,
        gern, die sich, wo, wer
    """,
    idle="""
        ist, sind, bin, war, waren, hat, haben, habe, hatte, hatten, kann, können, könnten, soll, sollen, sollte,
        sollten, muss, müssen, darf, dürfen, will, wollen, möchte, möchten, mag, mögen, würde, würden, wäre, wären,
        weiß, wissen, kennt, kennen, denkt, denken, denke, glaubt, glauben, glaube, meint, findet, finden, finde, sagt,
        sagte, sagen, fragt, fragte, lobt, klagt, beschwert, ärgert, arbeitet, arbeiten, leitet, wirkt, scheint,
        braucht, brauchen, hofft, hoffen, geht, gehen, bleibt, bleiben, wartet, warten, freut, freuen, wünscht, fehlt,
        sieht, sehen, spricht, sprachen, war, wurde, wurden, fährt, fahren, läuft, laufen, nutzt, nutzen, kauft,
        kaufen, verkauft, verkaufen, sitzt, sitzen, steht, stehen, liegt, liegen, hätte, hätten, verstehen, versteht,
        nehmen, behalten, und, auch, nicht, nur, beide, alle, machen, einigten, bekam, bekamen, bekommt, bekommen,
        erhält, erhalten, zurück, jetzt, heißt, heute, gilt, gibt, lebt, lieber, verliert, verlieren, misst, berichtet,
        berichten, gehört, gehören, kriegen, kriegt, kostet, kosten, halten, hält, zeichnet, seit, bereits, zuletzt,
        erst, dort, mit
    """,
    lasting="""
        seit, immer, meist, schon, derzeit, aktuell, gerade, nie, oft, manchmal, selten, bisher, jetzt, gestern, wurde,
        wurden, am tag, pro tag, pro woche, im jahr, täglich, letztes, letzte, letzten, bereits, inzwischen,
        normalerweise, vor jahren, früher
    """,
    third=r"[a-z]{2,}t",
    first=r"[a-z]{2,}(?:en|ern|eln|e)",
    faults=r"\bnicht (?:\w+ )?(?!gen\w*g\b|gek\w*ndigt|gebraucht|gew\w*nscht|gespr)"
    r"(?:ge\w+(?:t|en)|\w+iert|(?:ver|be|er|ent)\w+t)\b"
    r"|\bzu (?!(?:uns|ihm|ihr|ihnen|dem|der|den|denen|mir|dir|euch|was|wem|hause|beginn|zweit|dritt|diese[mr]|jede[mr]|"
    r"eine[mr]|unsere[mr]|ihre[mr]|alle[mr]|recht|sehr|wenig|anfang|ende)\b)[a-zäöüß]{3,}(?<!en)(?<!rn)(?<!ln)\b",
    wishes=r"\b(?:will|wollen|möchte|möchten|würde|würden) [^,;.]{2,60}?\b(?:haben|sehen|testen|kaufen|ausprobieren|"
    r"probieren|bestellen|dazunehmen|einführen|anschauen|nutzen)[\s.!]*$",
    papers=r"^(?:neue[rsnm]? |[\w-]+ )?[\w-]*(?:plan|liste|bericht|report|protokoll|angebot|muster|vertrag|formular|"
    r"fragebogen|termin|auswertung|analyse|vergleich|zertifikat|zeichnung|brief|probe|fotos?|test|anfrage|ausweise?|"
    r"zeugnisse|unterlagen|präsentation|folien|agenda|datenblatt|sdb|broschüre|katalog|einladung|erinnerung|rückmeldung|"
    r"zugang|firmware|kalkulation|übersicht|shortlist|preis|zahl)\b",
)

FRENCH: Final = Grammar(
    telling="""
        le, la, les, des, du, de, et, est, sont, pas, avec, pour, sur, dans, une, un, au, aux, nous, ils, elle, elles,
        leur, leurs, qui, que, ne, en, par, ont, il, je, sans, l', d', ce, cette, ces, notre, nos, chez, depuis, d'ici,
        se
    """,
    letters="éèêëàâçùûôîœ",
    turned=r"(?:sur|a|de|pour|avec|dans|par|depuis|en|chez) (?:quel(?:le)?s?|quoi|combien|quand|qui)\b"
    r"|[^.,;:]{0,60}?\b(?!peut-)[a-z]{2,}-(?:t-)?(?:il|elle|ils|elles|on|nous|vous)\b(?! :)",
    opening=r"(?!(?:hiver|mer|cher|leader|manager|container|poster|transfer|master|partner|planner|sticker|scanner|"
    r"tender|order|super|hyper|inter|newsletter|cluster|router|server|premier|dernier|charter|dealer|amer|dejeuner|diner|gouter|souper)\b)"
    r"(?:[a-z]{2,}(?<!i)er|[a-z]*(?:fi|ci|di|bli|gi)er|[a-z]*(?:trier|relier|oublier))(?= )",
    closing=_NEVER,
    finite="ne pas, est, sont",
    idle="""
        a, est, avait, était, sommes, avons, ai, suis, étions, avions, peut, pouvons, peux, doit, devons, dois, sait,
        savons, pense, pensons, croit, croyons, connaît, connaissons, veut, voulons, aime, aimons, attend, attendons,
        ne, n', sont, ont, avaient, étaient, travaille, cherche, dirige, part, parle, demande, dit, trouve, semble,
        utilise, achète, dépend, dépendent, expédient, reste, préfère, apprécie, félicite, remercie, garde, gardons,
        restons, a été, y, se, s', en, confieraient, confierait, perd, perdons, parlons, risque, sert, vient, voit,
        vise, gagne, arrive, absent, veulent, peuvent, doivent, savent, pensent, aiment, utilisent, achètent, restent
    """,
    lasting="""
        depuis, déjà, actuellement, toujours, jamais, souvent, parfois, d'habitude, maintenant, par jour, par semaine,
        par an, hier, il y a
    """,
    third=r"[a-z]{3,}(?:e|it|nd|ra|met)",
    first=r"[a-z]{2,}",
    faults=r"\b(?:pas|jamais) (?:encore |été |bien )?(?!décidé|prévu|concerné|arrêté)\w{2,}(?:és?|ées?)\b",
    wishes=r"\b(?:veut|veulent|voudrait|voudraient|aimerait|aimeraient) (?:avoir |voir |tester |essayer )?"
    r"(?:un|une|des|du|de la|le|la|les) \w{3,}",
    papers=r"^(?:nouvelle? |[\w-]+ )?(?:plan|liste|rapport|compte rendu|offre|devis|échantillons?|contrat|formulaire|"
    r"questionnaire|date|analyse|comparatif|certificats?|plans|courrier|essai|photos?|badges|références|documents?|"
    r"présentation|ordre du jour|fiche|fds|brochure|catalogue|invitation|rappel|accès|firmware|chiffrage|nombre|prix|"
    r"bilan|lettre|modèle|notice|tarifs?)\b",
)
