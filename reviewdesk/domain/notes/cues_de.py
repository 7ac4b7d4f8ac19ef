"""The German cue words of Sort."""

from typing import Final

from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes.cues import Language

GERMAN: Final = Language(
    concerns={
        1: """
            etwas langsam, etwas spät, nervt, nervig, lästig, ärgerlich, kleinigkeit*, unübersichtlich, umständlich,
            könnte besser, ein wenig, verwirr*
        """,
        2: """
            zu spät, verspät*, verzöger*, überfällig, fehlt, fehlen, fehlte, fehlten, fehlend*, fehler*, falsch*,
            defekt*, kaputt, beschädigt*, mangel, mängel, mangelhaft*, beschwer*, beklag*, beanstand*, reklam*,
            problem*, unzufrieden*, nicht zufrieden, nicht glücklich, enttäuscht*, frustriert, besorgt, sorge, sorgen,
            klag*, funktioniert nicht, geht nicht, läuft nicht, keine antwort, niemand antwortet, niemand meldet sich,
            nie angekommen, nicht angekommen, nicht geliefert, nicht beantwortet, zu teuer, zu langsam, zu lange, zu
            viele, unzuverlässig, engpass*, lieferrückst*, rückstand, nacharbeit, ausschuss, ausfall, ausfälle,
            schlecht*, schwer erreichbar, nicht erreichbar, hinterherlaufen, hinterhertelefonieren, nachhaken, wartet
            noch, warten noch, warten seit, wartet seit, unvollständig*, ungenau*, stört, bemängel*, vermisst,
            unfreundlich*, unhöflich*, respektlos, schlampig*, unvorbereitet
        """,
        3: """
            bandstillstand, stillstand, linie stand, produktion stand, band stand, vertragsstrafe*, pönale*,
            strafzahlung*, doppelt berechnet, doppelt abgerechnet, zu viel berechnet, eskal*, verärgert, wütend,
            sauer, blamiert, inakzeptabel, nicht hinnehmbar, geld gekostet, kostet sie, auftrag verloren, kunden
            verloren, reicht ihnen
        """,
        4: """
            kündig*, abspringen, wechseln wollen, wollen wechseln, lieferantenwechsel, ausschreib*, schreiben sie aus,
            schreiben aus, schreibt neu aus, zweitlieferant*, suchen alternativen, sucht alternativen, sehen sich um,
            sieht sich um, verletzt, verletzung*, unfall, unfälle, rückruf, anwalt, anwälte, rechtliche schritte,
            sicherheitsrisiko, gefährlich, letzte chance, weggehen, verlassen uns, lieferanten reduzieren, weniger
            lieferanten, zahl der lieferanten
        """,
    },
    raising="""
        wieder, noch einmal, nochmal, erneut, schon wieder, zum zweiten mal, zum dritten mal, zweimal, dreimal,
        mehrfach, jeden monat, jede woche, immer noch, ständig, seit monaten, dauernd
    """,
    strong={
        Marker.GOING_RIGHT: """
            zufrieden, sehr zufrieden, läuft gut, reibungslos, läuft rund, läuft prima, lief gut, klappt gut, klappt
            prima, klappt, funktioniert gut, hat gut geklappt, freuen sich über, freut sich über, begeistert, gelobt,
            loben, lobt, lob für, dank für, bedank*, danke für, pünktlich, zuverlässig, viel besser, deutlich besser,
            besser als, verbessert, keine beschwerden, keine reklamationen, keine probleme, kein problem, keine
            fehler, spart, sparen, bester lieferant, hervorragend*, ausgezeichnet, top, super, prima, gut gelöst,
            schneller als, weniger fehler, gefällt
        """,
        Marker.OUR_PROMISE: """
            bekommen sie von uns, bekommen von uns, bekommt von uns, erhalten sie von uns, erhalten von uns, erhält
            von uns, kommt von uns, zugesagt haben wir
        """,
        Marker.DECISION: """
            beschlossen, entschieden, vereinbart, entscheidung, beschluss, abgemacht, einig, geeinigt, freigegeben,
            genehmigt, wird eingeführt, es bleibt bei, bleibt bei, bleiben bei, festgelegt, zugestimmt, grünes licht,
            machen wir so
        """,
        Marker.OPPORTUNITY: """
            interesse an, interessiert an, interessiert sich für, interessieren sich für, angebot für, wünschen ein
            angebot, möchten ein angebot, wollen ein angebot, will ein angebot, möchte ein angebot, fragen nach einem
            angebot, budget für, haben budget, hat budget, neues werk, zweites werk, neue linie, zweite linie, neuer
            standort, neuen standort, zweiter standort, erweitern, erweiterung, ausbau*, ausweiten, könnten kaufen,
            würden kaufen, wollen kaufen, mehr menge, mehr volumen, potenzial, potential, zusatzgeschäft, zusätzlich*,
            wollen testen, würden testen, wollen ausprobieren, rahmenvertrag über
        """,
        Marker.ONLY_ME: """
            unter uns, vertraulich*, nicht erwähnen, nicht ansprechen, nicht weitersagen, vorsicht*, mein eindruck,
            mein gefühl, bauchgefühl, habe das gefühl, wirkt auf mich, gerücht*, inoffiziell, privat*, hinter
            vorgehaltener hand, heikel, fingerspitzengefühl, unsere marge, marge bei, marge von, deckungsbeitrag,
            unsere kosten, schmerzgrenze, nicht tiefer gehen, nicht unter, nur intern
        """,
        Marker.RIVAL: "wettbewerb*, mitbewerb*, konkurren*, anderer anbieter, anderer lieferant, andere anbieter",
        Marker.FOLLOW_UP: """
            müssen wir, wir müssen, ich muss, muss ich, müssen noch, muss noch, nicht vergessen, to do, todo,
            aufgabe:, nachfassen, wir sollten, sollten wir, ich sollte, erledigen, bitte noch, daran denken
        """,
        Marker.QUESTION: """
            offene frage, offen ist, noch offen, ungeklärt, unklar ob, unklar, zu klären, frage:, frage nach, fragt
            warum, fragen warum, fragt ob, fragen ob, wollen wissen, will wissen, möchte wissen, möchten wissen, fragt
            sich, fragen sich
        """,
    },
    plain={
        Marker.QUOTE: "sagt:, sagte:, wörtlich, wörtlich:, zitat:, o-ton, meinte:, sinngemäß",
        Marker.GOING_RIGHT: "gut, besser, hilfreich, schnell*, froh, freut",
        Marker.OPPORTUNITY: "chance, wachstum, zweite schicht, mehrbedarf",
        Marker.DECISION: "ab sofort, künftig, ab jetzt, start am, einverstanden",
        Marker.ONLY_ME: "persönlich*, stimmung, politik, sucht neuen job, sucht eine neue stelle, wohl bald weg",
        Marker.RIVAL: "unter uns liegt, günstiger als wir, billiger als wir, unter unserem preis, unterbiet*",
    },
    weak={
        Marker.CONCERN: "aber, nicht, verloren, risiko, qualität, preiserhöhung, druck, leider, hängt",
        Marker.FOLLOW_UP: "dringend, asap",
        Marker.OPPORTUNITY: "interessiert, planen, plant, nächstes jahr, budget",
    },
    asking="""
        warum, wieso, weshalb, was, wer, wen, wem, wann, wo, wie, welche, welcher, welches, wessen, wie viel, wie
        viele, können wir, können sie, kann man, gibt es, haben wir, haben sie, ist das, ob
    """,
    we="wir, ich, unser team, bei uns",
    they="""
        sie, er, kunde, der kunde, werk, das werk, einkauf, der einkauf, ihr team, ihre it, logistik, planung,
        disposition
    """,
    conditions="wenn, falls, ob, sobald, dass, warum",
    promises="""
        wird, werden, werde, schickt, schicken, schicke, sendet, senden, sende, liefert, liefern, liefere, nennt,
        nennen, nenne, gibt, geben, gebe, prüft, prüfen, prüfe, klärt, klären, kläre, meldet, melden, melde, ruft,
        rufen, rufe, organisiert, organisieren, bestätigt, bestätigen, bestätige, stellt, stellen, stelle, benennt,
        benennen, bereitet, bereiten, bereite, bezahlt, bezahlen, zahlt, zahlen, unterschreibt, unterschreiben,
        testet, testen, bringt, bringen, macht, machen, mache, schreibt, schreiben, schreibe, erstellt, erstellen,
        erstelle, ersetzt, ersetzen, übernimmt, übernehmen, übernehme, legt, legen, holt, holen, lädt, laden,
        erstattet, erstatten, überarbeitet, überarbeiten, sagt zu, sagen zu, verspricht, versprechen, kümmert,
        kümmern, kümmere, teilt, teilen, besorgt uns, leitet, leiten, leite
    """,
    tasks="""
        bitte, anrufen, nachfragen, klären, prüfen, schicken, senden, buchen, termin mit, termin für, angebot an,
        protokoll an, rückruf an
    """,
    closing_tasks="""
        schicken, senden, anrufen, zurückrufen, buchen, prüfen, klären, vorbereiten, nachfragen, nachfassen,
        erstellen, schreiben, organisieren, vereinbaren, einladen, bestellen, besorgen, abstimmen, besprechen,
        anfragen, weiterleiten, aktualisieren, einplanen, planen, ausmachen, melden, testen, einholen, zusenden,
        mitbringen, nachreichen, berechnen, vergleichen, ansehen, anschauen, durchgehen, bestätigen, hinzufügen,
        ablegen, liefern, überarbeiten, erinnern, fragen, informieren, besuchen, reservieren, abholen, rückmelden,
        ergänzen, korrigieren
    """,
    inverts=True,
)
