"""Words that customers use for the same thing when they complain, in English, German and French.

Each line, with those set in below it, is one thing: beginnings of folded words; one that ends with a full stop is the
whole word.
"""

from collections.abc import Mapping
from functools import cache
from typing import Final

# What a complaint is about; all other things below say what is wrong with it.
ABOUT: Final = frozenset(
    """
    invoice price delivery portal contact driver paper label packing claim stock training order contract count hotline
    repair spare colour size gate weight
    """.split()
)
_THINGS: Final = """
late: late. lateness delay overdue behindschedule tardy verspat spat. spater. zuspat verzoger verzug retard tard.
  tardiv
missing: missing incomplet short. shortage lost. gone. fehlt fehlen fehlte fehlend unvollstand verloren weg. manqu
  perdu incomplet
wrong: wrong incorrect mistak error mixed mixup falsch fehler. fehlerhaft verwechs vertausch faux. fausse erron
  erreur tromp
damaged: damag broken broke. crush dented dents torn. scratch bent. leak. leaks leaking crack burst beschad kaputt
  zerbroch gebroch defekt undicht kratz zerdruck abim casse. cassee casses cassees endommag ecras fuit fuient dechir
  raye.
invoice: invoic bill. bills billing billed charged rechnung faktur abrechn berechnet factur
price: price. prices pricing priced cost. costs costly expensiv surcharg fee. fees markup preis kosten. teuer
  zuschlag aufschlag gebuhr prix. cout couts couteu cher. chere supplement frais
delivery: deliver shipment shipping shipped ships dispatch consignment truck lorry lieferung lieferungen liefern
  liefert geliefert anliefer sendung versand lkw livr expedi envoi camion
answer: answer repl. replies replied reply respon callback callsback reach reached antwort ruckruf zuruckruf erreich
  meldet repon rappel joign injoign
nobody: nobody noone niemand keiner. personne.
slow: slow. slower slowly slowness sluggish wait. waits waiting waited ages. langsam dauert warte. warten wartet
  lent. lente lentement attend attente traine
quality: quality defect fault rejects rejected scrap reject. blemish qualitat mangel mangelhaft ausschuss bemangel
  qualite defaut defectueu rebut
portal: portal website webshop login password app. software crash offline webseite anmeld kennwort passwort absturz
  sturzt portail connexion plante identifiant
announced: announc notice. notif warned warning unannounc informed informing angekund ankund unangekund informier
  bescheid vorwarn annonc prevenu previen prevenir averti
changed: changed changes switched replaced reformulat wechsel gewechselt geandert anderung umgestellt ersetzt
  change. changement changent remplac
contact: contact. contacts counterpart accountmanager ansprechpartner zustandig kontakt. interlocut responsable.
driver: driver carrier courier haulier fahrer spediteur kurier spedition chauffeur transporteur
rude: rude unfriendly impolite unhoflich unfreund grob. ruppig impoli desagreab
paper: document. documents documentation paperwork papers certificate certificates datasheet deliverynote dokument
  papiere zertifikat lieferschein begleitpapier datenblatt papiers certificat bordereau
label: label. labels labelling labeled labelled barcode barcodes etikett strichcode etiquet codebarre
packing: packag packing packed carton. cartons box. boxes pallet. pallets crate wrapping verpack karton palette
  paletten kiste emball cartons palettes caisse
claim: claim. claims complaint creditnote credit. refund reklam gutschrift erstatt reclam avoir. rembours
stock: stock. stockout availab backorder outofstock bestand lagerbestand verfugbar lieferbar engpass rupture
  disponib
training: training trained manual instruction handbook schulung geschult anleitung einweis formation formes notice.
noise: noise noisy loud. lautstark larm gerausch bruit bruyant
hurt: injur accident hurt. unsafe safety fell. verletz unfall sicherheit gefahr bless accident securit danger
order: order. orders ordered ordering bestell auftrag command
standstill: standstill downtime stopped stops linestop stood. idle stillstand stillgestand steht. stand. standen
  arret arrete arretee
contract: contract. contracts clause terms. vertrag klausel konditionen contrat
promise: promis agreed. commitment versproch zugesag zusage vereinbart promesse promis convenu engag
count: quantit counted count. miscount menge mengen stuckzahl anzahl quantite
twice: twice doubled duplicate. duplicated doppelt zweimal deux. double.
cold: cold. frozen froze. temperature thawed chilled kalt. gefroren temperatur aufgetaut gekuhlt froid gele.
  decongel temperature
dirty: dirty dirt stain. stains stained dusty contaminat schmutz dreck fleck verschmutz verunrein sale. sales. tache
  salissure poussier contamin
smell: smell odour odor stink riecht gestank geruch odeur sent.
weight: weight heavy. overweight gewicht schwer. poids lourd
hotline: hotline helpdesk supportdesk queue telephone phone. phones hotline telefon warteschleif standard. telephone
repair: repair. repairs repaired technician service. servicing reparier reparatur techniker kundendienst wartung
  repar technicien depann maintenance
spare: spare. spares sparepart ersatzteil piece. pieces rechange
colour: colour color. shade. farbe farbton farbabweich couleur teinte
size: size. sizes dimension tolerance length. masse. masshalt abmess toleranz dimension cote. cotes
gate: gate. dock. ramp. slot. slots unloading tor. rampe zeitfenster entlade quai creneau decharg
pushy: pushy salesy upsell advertis spam newsletter werbung aufdring pub. publicit insist
""".strip()


@cache
def thing_of(word: str) -> str:
    """Give the thing a folded word stands for; nothing where it stands for none of these."""
    whole, begun = _table()
    if word in whole:
        return whole[word]
    return next((begun[word[:size]] for size in range(len(word), 2, -1) if word[:size] in begun), "")


def beginnings_of(thing: str) -> tuple[tuple[str, bool], ...]:
    """Give the words for a thing, each with whether it may go on."""
    return tuple((each.removesuffix("."), not each.endswith(".")) for each in _lines()[thing])


@cache
def _lines() -> Mapping[str, tuple[str, ...]]:
    found = (line.partition(":") for line in _THINGS.replace("\n  ", " ").splitlines())
    return {thing: tuple(dict.fromkeys(words.split())) for thing, _, words in found}


@cache
def _table() -> tuple[dict[str, str], dict[str, str]]:
    """Give whole words and beginnings with their thing; of several things the first that was named."""
    whole: dict[str, str] = {}
    begun: dict[str, str] = {}
    for thing, words in _lines().items():
        for each in words:
            (whole if each.endswith(".") else begun).setdefault(each.removesuffix("."), thing)
    return whole, begun
