"""Words that are no names: everyday words and those of the trade in English, German and French, and names of places."""

import re
from functools import lru_cache
from typing import Final

from reviewdesk.domain.text import fold

ENGLISH_SMALL: Final = frozenset(
    """
    a about after again against all almost along already also although always am an and another any anybody anyone
    anything are around as at away back be because become been before behind being below beside best better between both
    but by can cannot could did do does doing done down during each either else even ever every everybody everyone
    everything few fewer for from further had has have having he her here hers him his how however i if in instead into
    is it its itself just last least less like likely lot lots many may maybe me might mine more most much must my near
    neither never next no nobody none nor not nothing now of off often on once one only or other others our ours out
    over own per perhaps quite rather same several shall she should since so some somebody someone something soon still
    such than that the their theirs them then there these they this those though through till to today together tomorrow
    too toward towards under unless until up upon us usually very was we well were what when where whether which while
    who whole whom whose why will with within without would yes yesterday yet you your yours don't doesn't didn't isn't
    aren't wasn't weren't won't can't couldn't wouldn't it's that's they're we're they've we've i'm he's she's there's
    let's
    """.split()
)
GERMAN_SMALL: Final = frozenset(
    """
    ab aber alle allem allen aller alles als also am an andere anderen ans auch auf aus außer bei beide beim bereits
    besser bis bisher da dabei dafür dagegen daher damit danach daneben dann daran darauf daraus darin darüber darum das
    dass davon dazu dein dem den denen denn der deren des deshalb dessen die dies diese diesem diesen dieser dieses doch
    dort du durch eher ein eine einem einen einer eines einige einmal erst etwa etwas euch euer für gar gegen gegenüber
    genau genug gerade gern gestern gibt habe haben hat hatte hatten hier hin hinter hätte ich ihm ihn ihnen ihr ihre
    ihrem ihren ihrer im immer in ins ist ja je jede jedem jeden jeder jedes jedoch jetzt kann kein keine keinem keinen
    keiner können könnte künftig machen man mehr mein meine meist mich mir mit müssen nach nachdem neben nicht nichts
    noch nun nur ob oder ohne schon sehr sei sein seine seinem seinen seiner seit sich sie sind so sogar soll sollen
    sollte sondern sonst über um und uns unser unsere unserem unseren unter viel viele vom von vor war warum waren was
    weder wegen weil weiter welche wenig weniger wenn wer werden wie wieder will wir wird wo wollen worden wurde wurden
    während zu zum zur zwar zwischen heute morgen zurzeit laut
    """.split()
)
FRENCH_SMALL: Final = frozenset(
    """
    à afin ai ailleurs ainsi alors après assez au aucun aucune aujourd'hui auprès aussi autre autres aux avait avant
    avec avoir ayant beaucoup bien bientôt car ce ceci cela celle celles celui cependant ces cet cette ceux chaque chez
    comme comment contre dans de déjà depuis derrière des dès deux devant dit dont donc du elle elles en encore enfin
    ensuite entre envers est et étaient était être eu eux fait faut hier hors ici il ils jamais je jusque la là le les
    leur leurs lors lui ma mais malgré me même mêmes mes mieux moins mon ne ni non nos notre nous on ont ou où oui par
    parce parfois parmi pas pendant peu peut plus plusieurs plutôt pour pourquoi pourtant près presque puis quand que
    quel quelle quelques qui quoi sa sans sauf se selon sera ses si sien soit sommes son sont sous souvent suis sur ta
    tandis te tel tels toujours tous tout toute toutes très trop tu un une vers vont vos votre vous voici voilà
    """.split()
)
_TRADE: Final = """
    account accounting ad admin administration advantage agency agent agreement air amount annual answer app approach
    area arrangement arrival article assembly assistant attention audit automation average bad bank bar bargain base
    basic basis bay benefit bid bidder big bill billing board bonus book booking border boss box branch brand breakdown
    bridge bright budget build building bulk bureau business buy buyer buying calendar call campaign capacity car card
    care cargo carrier case cash category cause centre center central certificate chain chair chairman change channel
    charge cheap cheaper cheapest check cheers chief choice city claim class clean clear client close cloud club coach
    cold colleague comfort commercial commission committee communication community company compare compared comparison
    compete competing competition competitor complaint complete compliance concern condition confirm connection
    consignment consultant consulting consumer contact container contract control cool coordination copy core corporate
    cost country courier course cover credit critical crew cross current custom customer customs cut cycle daily damage
    data date day deadline deal dealer decide decision deep default defect delay deliver delivery demand department
    depot depth design desk detail development device difference different digital direct direction director discount
    discussion dispatch display distance distribution division dock document domestic door draft drive driver drop dual
    due duty early earth east easy economy edge education effect effort electric electronics emergency employee end
    energy engineer engineering english enough enter enterprise entry environment equipment error estimate europe
    european evening event example excellent exchange executive expensive experience expert export express external
    extra face factory fair family farm fast faster feature fee feedback field figure file final finance financial find
    fine finish fire firm first fit fix flat fleet flexible floor flow fluid food form forum forward foundation frame
    framework free freight fresh friend friendly front fuel full function future gap garden gas gate general get give
    glass global go goal gold good goods grand grant great green ground group growth guarantee guard guest guide half
    hall hand handling happy hard hardware harbor harbour head headquarters health heat heavy help hidden high hint hold
    holding home hope hospital hot hour house human hundred idea immediate import improve incident increase indeed
    industrial industry information infrastructure innovation insight insurance integration interest internal
    international internet interview invest investment invoice island issue item job join joint journey keep key kind
    know known label labour labor land language large largest late later lawyer lead leader leadership learn lease leave
    ledger left legal level liability life lift light limit line link list load loading local location logistics long
    look lorry loss lost low lower loyal loyalty machine mail main maintenance major make maker manage management
    manager manufacturing map margin mark market marketing master match material matter mean means measure media medical
    meet meeting member mention metal metro mid middle mind mine minimum minute mobile mode model modern moment money
    month monthly morning motion motor move named nation national native nature need negotiation network new news night
    noise north northern note notice number objective offer offered office officer oil old open operation operations
    operator opinion opportunity option orange order organisation organization origin outlook outsourcing overall
    overseas owner pace pack packaging page paid pallet panel paper parcel park part partner partnership party past pay
    payment peak penalty pension people perfect performance period person personal phone pick picture piece pilot
    pioneer pipeline place plan planner planning plant plastic plate platform player please plus point policy pool poor
    port portal portfolio position possible post power practice premium prepare present president pressure price priced
    pricing primary prime print priority private pro problem procedure process procurement produce product production
    profit program programme progress project promise proof proper property proposal protection provide provider public
    purchase purchasing quality quarter quarterly question quick quiet quote quoted rail railway range rapid rate rating
    reach ready real reason rebate receipt recent record recovery red reduction reference regional region regular
    relationship release reliable remark remote renewal rental repair reply report request research reserve resource
    response rest result retail return revenue review reward rich right rise risk rival river road rock role roof room
    route round royal rule run safe safety salary sale sales salesman sample satellite saving savings say says said
    schedule scheme school science score screen sea search season second secret section sector secure security see seem
    segment select sell seller send senior sense series serious server serve service session set seven shape share sharp
    shift ship shipment shipper shipping shop short shuttle side sign signal silver similar simple single site situation
    size skill slot slow small smart smooth social software solid solution sorry source south southern space spare
    special specialist speed spend sponsor spot spring stable staff stage stand standard star start state statement
    station status stay steel step stock stop storage store strategic strategy street strong structure study style
    subject success suggest summer summary summit sun supplier supply support surcharge sure survey swift switch
    switched system table take talk target tariff tax team tech technical technology telephone tell tells told temporary
    ten tender term terminal test text thank thanks thing think thirty thousand three tier tight time timing title tonne
    top total touch tour trace track tracking trade trading traffic trailer train training transfer transit transport
    transportation travel trial trip trouble truck trucking trust try turn twice two type understand union unique unit
    united universal update upgrade upper urban urgent use user usual value van vehicle vendor venture version vessel
    view visit vision vital voice volume wage wait walk want warehouse warehousing warning waste watch water wave way
    web week weekly weight welcome west western wide win window winter wish wood word work worker workshop world worse
    worst worth write wrong year yellow young zone ask asked asks bought came come went gone knows likes loves thinks
    thought mentioned wants hates heard undercut undercuts actual agenda beat beating biggest cheaply chose choose
    chosen currently four five six eight nine kept met moved offers planned previously probably really reported saw seen
    sold spoke speak spoken talked talking tried unfortunately using won works january february march april june july
    august september october november december monday tuesday wednesday thursday friday saturday sunday christmas easter
    mr mrs ms dr sir madam
    """.split()
_GERMAN: Final = """
    abend abfahrt abholung ablauf abnahme absage absatz abteilung abweichung aktion aktuell alternative alternativ
    analyse anbieter anfang anfrage angebot angeblich anlage anlieferung anliegen annahme anruf ansatz anschluss
    ansprechpartner antwort anzahl arbeit arbeiter ärger artikel aufgabe aufpreis auftrag aufwand ausbau ausfahrt
    ausfall auskunft ausland ausnahme ausschreibung auswahl auto automatisch bahn band bank bau bedarf bedingung beginn
    behälter beispiel beratung bereich bericht beschwerde besprechung bestand bestellung besuch betrag betrieb beziehung
    bezug bild billig billiger bitte boden brief buch budget büro chance chef container daten datum dauer depot dienst
    dienstleister dienstleistung direktor druck durchschnitt ecke einführung einfach einkauf einkäufer einlagerung
    einsatz ende energie entscheidung erfahrung erfolg ergebnis erhöhung ersatz erwartung export fabrik fach fahrer
    fahrt fahrzeug fall farbe fehler feld fenster ferien fertigung firma fläche flotte folge form forderung fracht frage
    frau freigabe freitag frist frühling führung fuhrpark garantie gebäude gebiet gebühr gefahr geld gelegenheit gerät
    geschäft geschäftsführer geschäftsführung gesellschaft gespräch gestell gewicht gewinn grenze größe grund gruppe gut
    güter günstig günstiger hafen hälfte halle hand handel händler haus haftung heft herbst herr herrn hersteller hilfe
    hinweis hof idee import industrie information inhalt interesse jahr januar februar märz mai juni juli oktober
    dezember kalender kampagne kapazität kasse kauf käufer kette klage klasse knoten kollege kollegin kommunikation
    kondition konkurrenz konkurrent konkurrenten kontakt konto kontrolle konzept konzern kopf kosten kraft kritik
    kühlung kunde kundin kündigung kunststoff kurs ladung lager lagerung land laufzeit leben leistung leiter leiterin
    leitung lieferant lieferung lieferzeit linie liste logistik lohn lösung lücke management manager marke markt
    maschine maßnahme material meinung meister menge mensch messe miete minute mitarbeiter mitarbeiterin mittag mitte
    mittel mittwoch möglichkeit monat montag dienstag donnerstag samstag sonntag morgen muster mut nachbar nachfrage
    nachricht nachteil nacht name neu neue neuer netz norden süden osten westen not nummer nutzen ordnung ort palette
    papier partner pause person personal pfand plan planer planung platz portal position post potenzial preis preise
    preisliste problem produkt produktion projekt prozent prozess prüfung punkt qualität quartal rabatt rahmen
    rahmenvertrag rampe raum rechnung recht regel regal region reihe reise reklamation reserve rest risiko rolle route
    rückgabe rückmeldung ruhe sache schaden schein schicht schiff schluss schritt schule schulung seite sendung service
    sicherheit sicht sitz software sommer sorge sorgen spediteur spedition spiel sprache stadt staffel standort stand
    stelle steuer straße strecke strom stück stunde system tag tarif tausch team teil tendenz termin test thema tisch
    ton tonne tor tour transport treffen tür übergabe übernahme übersicht umsatz umstellung umzug unfall unternehmen
    unterlage unterschied urlaub ursache verantwortung verband verbesserung verbindung verfahren vergleich verhandlung
    verkauf verkäufer verlust verpackung versand verspätung versuch vertrag vertrauen vertreter vertrieb verwaltung
    verzögerung vorschlag vorteil vorstand vorrat wagen wahl ware waren wartung weg weihnachten ostern weise welt
    werbung werk werkstatt werkzeug wert wettbewerb wettbewerber winter woche wort wunsch zahl zahlung zeit zeitfenster
    zentrale ziel zoll zug zugang zukunft zusage zusammenarbeit zuschlag zustand zustellung zweck alt schlecht
    schlechter schnell schneller freundlich groß klein kleine teuer teurer neues gutes gute guter bessere besserer
    besseres billige günstige freundliche sagt sagen sagte nennt nannte liegt bietet bot macht kommt fährt liefert meint
    meinte fragt fragte überlegt prüft will
    """.split()
_FRENCH: Final = """
    accord achat acheteur acheteuse affaire agence aide an année après-midi argent atelier attente augmentation avantage
    avis baisse banque bas base besoin bilan bon bonne budget bureau cadre calendrier camion capacité cas cause centre
    chaîne chance chauffeur chef choix cher chère moins client cliente collègue commande commerce commercial
    communication compte comptabilité concurrence concurrent concurrente condition confiance conseil contact contrat
    contrôle côté courrier coût date début décision défaut délai demande départ dépôt directeur direction directrice
    distribution document dossier douane droit durée échange économie effet embauche emballage employé énergie entrepôt
    entreprise équipe erreur essai état étude europe exemple expédition facture façon fabricant fin finance flotte fois
    fonction force formation fournisseur frais gamme garantie gestion grand grande groupe hausse heure hiver idée
    importation industrie information jour journée juillet août juin janvier février mars avril mai septembre octobre
    novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche lettre lieu ligne liste livraison livreur
    logistique machine magasin main maison marché marchandise marge marque matin matière mauvais mauvaise meilleur
    meilleure mesure mise mode modèle moment mois monsieur madame montant mot moyen niveau nom nombre nouveau nouvelle
    objectif offre opération option ordre outil palette papier part partenaire partie pays perte personne petit petite
    place plan planning plainte poids point port porte poste prestataire prêt prix problème processus production produit
    projet promesse proposition qualité quai quantité question raison rapport réclamation réduction région règle remise
    rendez-vous réponse réseau responsable ressource reste résultat retard retour réunion risque route rue salaire
    semaine service signe site situation société solution soir sorte stock suite sujet support système tarif taux temps
    terme tête transport transporteur travail type usine valeur vente vendeur véhicule ville visite voiture volume vue
    zone disent disait propose proposent livre livrent pense pensent veut veulent trouve trouvent parle parlent compare
    comparent coûte coûtent rapide rapides
    """.split()
_SHORT: Final = """
    ceo cfo coo cto cio cmo cpo hr it qa qs pr rd kpi nps sla erp crm edi api ok pdf csv xls faq asap fyi tbd eta etd
    eur usd gbp chf vat mwst tva eu us usa uk uae ag kg gmbh co ltd inc llc sa sarl sas bv spa iso din b2b b2c q1 q2 q3
    q4 h1 h2 am pm kw tv pc ftl ltl fcl lcl lkw pkw tms wms sku moq rfp rfq roi yoy ytd pos dach emea apac gdp gf gl bl
    po poc cbm ldm teu feu
    """.split()
_PLACES: Final = """
    germany german france french poland polish italy italian spain spanish england english britain british ireland irish
    scotland wales netherlands holland dutch belgium belgian austria austrian switzerland swiss denmark danish sweden
    swedish norway norwegian finland finnish czechia czech slovakia hungary hungarian romania bulgaria greece greek
    turkey turkish ukraine russia russian china chinese japan japanese korea india indian america american canada mexico
    brazil asia africa australia portugal deutschland deutsch frankreich französisch polen italien spanien österreich
    schweiz niederlande belgien dänemark schweden norwegen tschechien ungarn rumänien griechenland türkei allemagne
    pologne italie espagne suisse belgique autriche angleterre chine japon berlin hamburg munich münchen köln cologne
    frankfurt vienna wien zürich geneva paris lyon marseille london manchester amsterdam rotterdam antwerp brussels
    madrid barcelona milan rome warsaw prague budapest copenhagen stockholm oslo helsinki dublin lisbon rhine baltic
    """.split()
_FUNCTION: Final = frozenset(map(fold, ENGLISH_SMALL | GERMAN_SMALL | FRENCH_SMALL))
_COMMON: Final = _FUNCTION | frozenset(map(fold, (*_TRADE, *_GERMAN, *_FRENCH, *_SHORT, *_PLACES)))
_ENDINGS: Final = ("'s", "ies", "ing", "es", "ed", "en", "em", "er", "ly", "s", "d", "e", "n")
_SHORTEST_STEM: Final = 4
_NOUN: Final = re.compile(r"\w{3,}(?:ung|heit|keit|schaft|tion|tat|ment|ness|ism|ismus)(?:en|s)?")


@lru_cache(maxsize=20_000)
def is_common(word: str) -> bool:
    """Say whether a word is no name, however it is written and inflected: "Fahrern" is "Fahrer"."""
    folded = fold(word.replace("’", "'"))
    if folded in _COMMON or _NOUN.fullmatch(folded):
        return True
    stems = (folded.removesuffix(ending) for ending in _ENDINGS if folded.endswith(ending))
    return any(len(stem) >= _SHORTEST_STEM and (stem in _COMMON or f"{stem}e" in _COMMON) for stem in stems)


def is_function_word(word: str) -> bool:
    """Say whether a word is one of the small ones that hold a sentence together."""
    return fold(word.replace("’", "'")) in _FUNCTION


def is_german(text: str) -> bool:
    """Say whether most words known of a text are German; there a capital makes no name of a noun."""
    words = [fold(each) for each in re.findall(r"[^\W\d_]+", text)]
    return sum(each in _GERMAN_FOLDED for each in words) > sum(each in _OTHER_FOLDED for each in words)


_OTHER_FOLDED: Final = frozenset(map(fold, (*ENGLISH_SMALL, *FRENCH_SMALL, *_TRADE, *_FRENCH)))
_GERMAN_FOLDED: Final = frozenset(map(fold, (*GERMAN_SMALL, *_GERMAN)))
