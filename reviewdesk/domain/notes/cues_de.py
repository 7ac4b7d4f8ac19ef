"""The German cue words of Sort."""

from typing import Final

from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes import grammars
from reviewdesk.domain.notes.cues import Language

GERMAN: Final = Language(
    concerns={
        1: """
            etwas langsam, etwas spät, nervt, nervig, lästig, ärgerlich, kleinigkeit*, unübersichtlich, umständlich,
            könnte besser, ein wenig, verwirr*, schlecht lesbar, hätten lieber, hätte lieber, wäre schöner, etwas lang,
            etwas laut, etwas unübersichtlich, unschön, unpraktisch, etwas zäh, gewöhnungsbedürftig, unklare rechnung,
            bisschen langsam, bisschen spät, könnte schlauer, könnte schneller, könnte einfacher, zu lang
        """,
        2: """
            zu spät, verspät*, verzöger*, überfällig, fehlt, fehlen, fehlte, fehlten, fehlend*, fehler*, falsch*,
            defekt*, kaputt, beschädigt*, mangel, mängel, mangelhaft*, beschwer*, beklag*, beanstand*, reklam*,
            problem*, unzufrieden*, nicht zufrieden, nicht glücklich, enttäuscht*, frustriert, besorgt, sorge, sorgen,
            klag*, funktioniert nicht, geht nicht, läuft nicht, keine antwort, niemand antwortet, niemand meldet sich,
            nie angekommen, nicht angekommen, nicht geliefert, nicht beantwortet, zu teuer, zu langsam, zu lange, zu
            viele, unzuverlässig, engpass*, lieferrückst*, rückstand, nacharbeit, ausschuss, ausfall, ausfälle,
            schlecht*, schwer erreichbar, nicht erreichbar, hinterherlaufen, hinterhertelefonieren, wartet noch, warten
            noch, warten seit, wartet seit, unvollständig*, ungenau*, stört, bemängel*, vermisst, unfreundlich*,
            unhöflich*, respektlos, schlampig*, unvorbereitet, nass, verschmutzt, dreckig, schmutzig, undicht, leckt,
            tropft, riecht, stinkt, schimmel*, rostig, rost, verbogen, gerissen, risse, riss, verkratzt, kratzer,
            zerdrückt, gebrochen, zerbrochen, bricht, abgelaufen, verdorben, ausverkauft, nicht auf lager, nicht
            lieferbar, außerhalb toleranz, außerhalb der toleranz, außer toleranz, außerhalb der spezifikation,
            unbesetzt, nicht besetzt, nicht erschienen, nicht gekommen, abgelöst, abgefallen, passt nicht, passen
            nicht, stimmt nicht, stimmen nicht, verstehen sie nicht, versteht keiner, nicht lesbar, unleserlich,
            keiner, niemand, ohne antwort, ohne rückmeldung, keine rückmeldung, nie gehört, nicht informiert, wussten
            nichts, zu hoch, zu spät, zu lang, zu laut, zu früh, zu klein, zu groß, zu schwer, zu dünn, zu dick, zu
            hart, zu weich, zu kalt, zu heiß, zu kurz, zu wenig, zu wenige, zu knapp, zu kompliziert, zu eng, zu viel,
            zu oft, zu selten, unterbesetzt, klemmt, hängt sich auf, hängengeblieben, blockiert, abgestürzt, stürzt ab,
            absturz, abstürze, bug, bugs, offline, nicht akzeptiert, abgelehnt, vergessen, ignoriert, chaotisch, chaos,
            durcheinander, unvollständig, irreführend, veraltete, uneinheitlich, schwank*, ungleichmäßig, abweichung*,
            differenz*, verwechselt, vertauscht, noch nicht gelöst, ungelöst, immer noch nicht, immer noch kein*, noch
            immer nicht, noch immer kein*, nachdruck nötig, doppelt machen, nochmal machen, verunreinig*, fremdkörper,
            schlechter, am schlechtesten, schlimm*, furchtbar, schrecklich, unprofessionell, verloren gegangen,
            verlorengegangen, festgehalten, zurückgewiesen, abgewiesen, erklärt keiner, erklärt niemand, nicht erklärt,
            neu erklären, alles erklären, ständig neue, ständig wechsel*, dreimal gewechselt, zweimal gewechselt,
            wechseln ständig, h vor termin, stunde vor termin, minuten vor termin, kurz vor termin, schmeckt komisch,
            komisch, tagelang, wochenlang, monatelang, keine * mehr, nur auf englisch, nur auf deutsch, geschlafen,
            eine woche verloren, einen tag verloren, magentastich*, farbstich*, kalt angekommen, liegen tagelang,
            bleibt liegen, bleiben liegen, aus dem ruder, schiefgelaufen, ging schief, veraltet*, bricht ab, brechen
            ab, abgebrochen, fallen aus, fällt aus, funklöcher, funkloch, alle paar wochen, verschiedenen leuten,
            verschiedene leute, warteschleife, warten noch auf, nie erreichbar, schiefgegangen, Kratzer, verzogen,
            korrodiert, klebrig, unscharf, verschmiert, druckfehler, tippfehler, falsch beschriftet, falsch
            etikettiert, wackelt, vibriert, überhitzt, quietscht, spröde, matschig, altbacken, verbrannt, lauwarm,
            doppelte rechnung, falsche größe, falsche farbe, falsche adresse, falscher preis, teillieferung*,
            minderlieferung*, fehlmenge*, fehlmengen, lieferzeit zu, kurzfristig abgesagt, kam zu spät, kamen zu spät,
            stunden zu spät, tage zu spät, wochen zu spät, keine rechnung, keine bestätigung, keine info, keine
            erklärung, ohne vorwarnung, ohne ankündigung, in letzter minute, anrufbeantworter, weiterverbunden, von
            einem zum anderen, dreimal nachgefragt, zweimal nachgefragt, aufgelegt, arrogant, überheblich, ahnungslos,
            keine ahnung, unerfahren, nicht geschult, verlegt worden, verschwunden, gelöscht, ruckelt, hakt,
            fehlermeldung*, kann sich nicht anmelden, ausgesperrt, synchronisiert nicht, verrechnet, verzählt,
            missverständnis*, streit um, strittig, mehraufwand, zusatzaufwand, manuell nacharbeiten, behelfslösung,
            lückenhaft, unberechenbar, unsicher ob, nervös, skeptisch, ungeduldig, geduld am ende, unausgereift,
            unlesbar, schwammig, widersprüchlich, holprig, zäh, reißt, platzt, splittert, verbeult, delle, dellen,
            zerkratzt, verschlissen, abgenutzt, gammelig, faulig, feucht, durchnässt
        """,
        3: """
            bandstillstand, stillstand, linie stand, produktion stand, band stand, vertragsstrafe*, pönale*,
            strafzahlung*, doppelt berechnet, doppelt abgerechnet, zu viel berechnet, eskal*, verärgert, wütend, sauer,
            blamiert, inakzeptabel, nicht hinnehmbar, geld gekostet, kostet sie, auftrag verloren, kunden verloren,
            reicht ihnen, ausgefallen, weggekippt, weggeworfen, weggeschmissen, verschrottet, abgeschrieben, schicht
            verloren, produktionsausfall, band gestoppt, linie gestoppt, steht still, stand still, h weg, stunden weg,
            tage weg, keiner hat zurückgerufen, niemand hat zurückgerufen, doppelt fakturiert, zu viel abgerechnet,
            zeitverschwendung, geschlossen werden, evakuier*, zoll hat, t€ ausschuss, rechnung zu hoch, vertrauen
            verloren, beschwerdebrief, keine * mehr da, bußgeld*, mahnung von, entsorgt, steckengeblieben,
            eingeschlossen, zerschossen, zurückgerufen worden, abschreiben müssen, endkunde beschwert, umsatz verloren,
            vertragsstrafe, start verschoben wegen, termin geplatzt, launch geplatzt, datenverlust, daten verloren,
            datenpanne, betriebsunterbrechung, notabschaltung, vorstand fragt nach, eskalation, katastrophe, desaster,
            albtraum, blamage, gesichtsverlust, kurzarbeit
        """,
        4: """
            kündig*, abspringen, wechseln wollen, wollen wechseln, lieferantenwechsel, ausschreib*, schreiben sie aus,
            schreiben aus, schreibt neu aus, zweitlieferant*, suchen alternativen, sucht alternativen, sehen sich um,
            sieht sich um, verletzt, verletzung*, unfall, unfälle, rückruf, anwalt, anwälte, rechtliche schritte,
            sicherheitsrisiko, gefährlich, letzte chance, weggehen, verlassen uns, lieferanten reduzieren, weniger
            lieferanten, zahl der lieferanten, bei anwendung gebrochen, behörde, behörden, verbrannt, krankenhaus
            eingeliefert, verlängern nicht, nicht verlängern, letztes mal, woanders um, woanders umsehen, schauen sie
            sich um, aussteigen wollen, wollen raus, ersetzen uns, uns ersetzen, stellen alles in frage, stellt uns in
            frage, ultimatum, verklagen, klage eingereicht, krankenwagen, stromschlag, explosion, vergift*, lieferanten
            überprüfen
        """,
    },
    raising="""
        wieder, noch einmal, nochmal, erneut, schon wieder, zum zweiten mal, zum dritten mal, zweimal, dreimal,
        mehrfach, jeden monat, jede woche, immer noch, ständig, seit monaten, dauernd, drei mal, 3x, 3 mal, jeden tag,
        immer wieder, zum vierten mal, viermal, jedes mal, laufend, andauernd
    """,
    strong={
        Marker.NOTE: """
            im urlaub, urlaub bis, elternzeit, mutterschutz, sabbatical, geschäftsjahr, budgetjahr, nicht im haus, auf
            dienstreise, krankgeschrieben, wetter, rundgang, studiert, kinder, qm, familiengruppe, auftragseingang,
            läuft rund um, rund um die uhr, umsatz, kommt aus, kam aus, stammt aus, kommt von
        """,
        Marker.GOING_RIGHT: """
            zufrieden, sehr zufrieden, läuft gut, reibungslos, läuft rund, läuft prima, lief gut, klappt gut, klappt
            prima, klappt, funktioniert gut, hat gut geklappt, freuen sich über, freut sich über, begeistert, gelobt,
            loben, lobt, lob für, dank für, bedank*, danke für, pünktlich, zuverlässig, viel besser, deutlich besser,
            besser als, verbessert, keine beschwerden, keine reklamationen, keine probleme, kein problem, keine fehler,
            spart, sparen, bester lieferant, hervorragend*, ausgezeichnet, top, super, prima, gut gelöst, schneller
            als, weniger fehler, gefällt, ohne störung, ohne probleme, problemlos*, störungsfrei, fehlerfrei,
            einwandfrei, tadellos*, perfekt*, klasse, spitze gemacht, großes lob, erstklassig*, vorbildlich*, gold
            wert, hat sich gerechnet, rechnet sich, hat sich gelohnt, lohnt sich, ausgezahlt, zahlt sich aus, täglich
            genutzt, viel genutzt, kommt super an, kommt gut an, kommt an, fest übernommen, über plan, ziel erreicht,
            übertroffen, ausbeute +*, stabiler, zuverlässiger, einfacher als, leichter als, halbiert, kein schaden,
            keine schäden, kein ausfall, keine ausfälle, kein einziger, keine einzige reklamation, vertrauen uns,
            empfehlen uns, würden uns empfehlen, weiterempfehl*, erleichtert, stolz, freundlich, sehr nett, lieb,
            unkompliziert, hat geholfen, gute arbeit, weniger reklamationen, weniger ausschuss, kein vergleich zu
            früher, läuft super, läuft sauber, läuft wie geschmiert, wie am schnürchen, sauber gelöst, zeit gespart,
            geholfen, großartig*, endlich, dankbar, gelobt worden, toll, super zufrieden, hochzufrieden, überglücklich,
            mehr als zufrieden, rundum zufrieden, wunderbar, ausgesprochen gut, sehr gut, richtig gut, spürbar besser,
            spürbar schneller, viel schneller, deutlich schneller, große verbesserung, kein stillstand mehr, keine
            retouren, keine verspätung*, keine rückfragen mehr, auf anhieb, vor dem plan, schneller als geplant, unter
            budget, zeit gespart, kosten gesenkt, weniger überstunden, einfach zu bedienen, benutzerfreundlich,
            selbsterklärend, intuitiv, antwortet sofort, immer erreichbar, hilfsbereit*, legt sich ins zeug, weiter so,
            nichts zu meckern, nichts zu beanstanden, nichts auszusetzen, referenzkunde, als referenz, vertrauen in
            uns, angenehme zusammenarbeit, gute zusammenarbeit, tolle zusammenarbeit, positives feedback, gutes
            feedback, großer erfolg, voller erfolg
        """,
        Marker.OUR_PROMISE: """
            bekommen sie von uns, bekommen von uns, bekommt von uns, erhalten sie von uns, erhalten von uns, erhält von
            uns, kommt von uns, zugesagt haben wir
        """,
        Marker.DECISION: """
            beschlossen, entschieden, vereinbart, entscheidung, beschluss, abgemacht, einig, geeinigt, freigegeben,
            genehmigt, wird eingeführt, es bleibt bei, bleibt bei, bleiben bei, festgelegt, zugestimmt, grünes licht,
            machen wir so, abgesegnet, freigabe erteilt, freigabe für, verlängert um, um * jahre verlängert, um ein
            jahr verlängert, bleiben beim, bleibt beim, bleibt bis, bleibt 15 uhr, bleibt so, bleibt wie, bleibt
            unverändert, unverändert, umstieg auf, umstellung auf, wechsel auf, wir nehmen, nehmen wir, wir behalten,
            wird abgestellt, ok von, okay von, ok für, verschoben auf, vorgezogen auf, keine * mehr ab, endet zum,
            eingestellt zum, läuft aus zum, unterschrieben, zugesagt, zuschlag, angenommen, akzeptiert, entfällt, statt
            dessen, stattdessen, fest vereinbart, gemeinsam entschieden, vorstand hat, steht fest, final, verschoben,
            steigt auf, statt abends, bleibt bis, behalten wir, handschlag, endgültig, letztes wort, go erhalten, go
            bekommen, vorstand hat zugestimmt, gf hat zugestimmt, budget genehmigt, budget freigegeben, fixiert auf,
            festpreis bis, preise bleiben, preis bleibt, preis eingefroren, eingefroren bis, verlängern bis, verlängert
            bis, kick-off am, umstellung am, wird nicht weiterverfolgt, wird eingestellt, stellen wir ein, auf eis
            gelegt, zurückgestellt, verschieben wir auf, wir machen weiter mit, wird unser standard
        """,
        Marker.OPPORTUNITY: """
            interesse an, interessiert an, interessiert sich für, interessieren sich für, angebot für, wünschen ein
            angebot, möchten ein angebot, wollen ein angebot, will ein angebot, möchte ein angebot, fragen nach einem
            angebot, budget für, haben budget, hat budget, zweites werk, zweite linie, zweiter standort, erweitern,
            erweiterung, ausbau*, ausweiten, könnten kaufen, würden kaufen, wollen kaufen, mehr menge, mehr volumen,
            potenzial, potential, zusatzgeschäft, zusätzlich*, wollen testen, würden testen, wollen ausprobieren,
            rahmenvertrag über, interesse am, interesse an, interessiert am, wollen muster, will muster, möchten
            muster, hätten gern, hätte gern, hätten gerne, wollen eine demo, wollen sehen, wollen das auch, will das
            auch, auch ausprobieren, auch testen, könnte zu uns kommen, könnten zu uns, zu uns kommen, zu uns geben, zu
            uns wechseln, denken über, denkt über, überlegen ob, überlegt ob, neue *anlage, neue *linie, vertrag läuft
            aus, steht an, stehen an, haben noch budget, kaufen noch selbst, kaufen noch woanders, noch nicht bei uns,
            brauchen auch, braucht auch, wollen auch, will auch, möchten auch, könnten sich vorstellen, kann sich
            vorstellen, offen für, neugierig auf, bauen eine, bauen ein neues, suchen partner, suchen einen, sucht
            einen, übernehmen eine firma, haben firma gekauft, verdoppeln, hochlauf, weitere linien, weitere standorte,
            für die anderen standorte, schwesterfirma, schwesterwerk, wollen pv, auch für das werk, ob wir auch,
            *vertrag läuft, *vertrag endet, offen dafür, noch keine agentur, wollen ausbauen, will ausbauen, wollen
            erweitern, will erweitern, suchen ersatz für, würden dafür zahlen, bereit zu zahlen, drittes werk, dritter
            standort, eröffnung in, verdreifachen, kapazität verdoppeln, mehr kapazität, neue produktlinie, neue
            produktreihe, neues gebäude, neubau, umzug nach, fusion mit, übernahme von, größerer vertrag,
            mehrjahresvertrag, langfristvertrag, was wir sonst noch, wussten nicht dass wir, wusste nicht dass wir,
            sehr interessiert, auch interessiert, großes interesse, interesse bekundet, empfehlen uns an, bedarf an,
            zusätzlicher bedarf, weiterer bedarf, hätten bedarf, hat bedarf
        """,
        Marker.ONLY_ME: """
            unter uns, vertraulich*, nicht erwähnen, nicht ansprechen, nicht weitersagen, vorsicht*, mein eindruck,
            mein gefühl, bauchgefühl, habe das gefühl, wirkt auf mich, gerücht*, inoffiziell, privat*, hinter
            vorgehaltener hand, heikel, fingerspitzengefühl, unsere marge, marge bei, marge von, deckungsbeitrag,
            unsere kosten, schmerzgrenze, nicht tiefer gehen, nicht unter, nur intern, nichts sagen, nicht sagen, noch
            nichts sagen, für mich behalten, für uns behalten, behalten wir für uns, unter druck, nicht riechen, nicht
            ausstehen, nicht leiden, vorsichtig sein, behutsam, ich glaube er, ich glaube sie, ich vermute, vermute,
            vermutlich will, mein verdacht, untergrenze, unsere grenze, mindestpreis, limit ist, wissen sie nicht, darf
            keiner wissen, nur für uns, nicht für den kunden, hinter den kulissen, machtkampf, eitel, überfordert,
            ausgebrannt, auf dem absprung, sucht neuen, neuen job, wird wohl gehen, geht wohl bald, nicht an den
            kunden, notfalls runter bis, können runter bis, geht sie nichts an, nicht ansprechen, niemals erwähnen, im
            vertrauen, nicht fürs protokoll, streng vertraulich, hinten rum gehört, hintenrum, flurfunk, man munkelt,
            ich habe den eindruck, ich traue, ich bezweifle, aufpassen bei, achtung bei, thema meiden, thema vermeiden,
            wunder punkt, empfindlich, kann nicht mit, eifersüchtig, geschieden, schwanger, innerlich gekündigt, hat
            innerlich, will eigentlich weg, unser einkaufspreis, unser ek, unsere kalkulation, wir verdienen, wir
            könnten runter
        """,
        Marker.RIVAL: """
            wettbewerb*, mitbewerb*, konkurren*, anderer anbieter, anderer lieferant, andere anbieter, von anderem, von
            anderen anbietern, anderem versorger, anderem anbieter, anderem lieferanten, anderer spediteur, andere
            agentur, testen parallel, testet parallel, sprechen auch mit, redet auch mit, verhandeln auch mit, im
            gespräch mit, zur begehung da, zu besuch beim kunden, gegenangebot, vergleichsangebot*, bisheriger
            lieferant, alter lieferant, im anderen gebäude, günstiger angeboten, billiger angeboten, bietet günstiger,
            bietet billiger, bieten günstiger, % günstiger, % billiger, kaufen auch bei, kauft auch bei, beziehen auch
            von, bezieht auch von, bieter, pitch gegen, drückt mit, drückt rein, gegen * von, war * herbst * da, war
            günstiger, ist günstiger, sind günstiger, war billiger, ist billiger, günstiger als unser*, angebot der
            konkurrenz, angebot vom wettbewerb, umworben von, andere lieferanten, andere bieten, andere verlangen,
            alternativer lieferant, alternativanbieter, zweites angebot, drittes angebot, vergleichen uns mit,
            vergleicht uns mit, teilt die menge mit, teilen die menge mit, auch auf der shortlist, bietet auch mit,
            bieten auch mit
        """,
        Marker.FOLLOW_UP: """
            müssen wir, wir müssen, ich muss, muss ich, müssen noch, muss noch, nicht vergessen, to do, todo, aufgabe:,
            nachfassen, wir sollten, sollten wir, ich sollte, erledigen, bitte noch, daran denken, eilt, erinnerung:,
            merken:, nächster schritt, bitte, nicht vergessen:, wir brauchen noch, brauchen wir noch
        """,
        Marker.QUESTION: """
            offene frage, offen ist, noch offen, ungeklärt, unklar ob, unklar, zu klären, frage:, frage nach, fragt
            warum, fragen warum, fragt ob, fragen ob, wollen wissen, will wissen, möchte wissen, möchten wissen, fragt
            sich, fragen sich, unklar wer, unklar wie, unklar wann, nicht klar ob, nicht klar, weiß nicht ob, wissen
            nicht ob, offener punkt, offen:, noch zu klären, klärungsbedarf, hat gefragt, haben gefragt, hat
            nachgefragt, haben nachgefragt, wollte wissen, wollten wissen, fragt wann, fragt wie, fragt was, fragt wer,
            fragen wann, fragen wie, versteht nicht warum, verstehen nicht warum, wäre es möglich, besteht die
            möglichkeit
        """,
    },
    plain={
        Marker.QUOTE: "sagt:, sagte:, wörtlich, wörtlich:, zitat:, o-ton, meinte:, sinngemäß",
        Marker.GOING_RIGHT: "gut, besser, hilfreich, schnell*, froh, freut",
        Marker.OPPORTUNITY: """
            chance, wachstum, zweite schicht, mehrbedarf, neues werk, neue linie, neuer standort, neuen standort, neues
            lager, neue halle, neue fabrik, neue niederlassung, neue filiale
        """,
        Marker.DECISION: """
            ab sofort, künftig, ab jetzt, start am, einverstanden, startet am, beginnt am, endet am, gilt ab, nur noch
        """,
        Marker.ONLY_ME: "persönlich*, stimmung, politik, sucht neuen job, sucht eine neue stelle, wohl bald weg",
        Marker.RIVAL: "unter uns liegt, günstiger als wir, billiger als wir, unter unserem preis, unterbiet*",
    },
    weak={
        Marker.OUR_PROMISE: """
            von uns, von mir, durch uns, auf uns, kostenlos, kostenfrei, auf unsere kosten, unsererseits, von unserer
            seite, tragen wir, übernehmen wir, auf kulanz
        """,
        Marker.CONCERN: "aber, nicht, verloren, risiko, qualität, preiserhöhung, druck, leider, hängt",
        Marker.FOLLOW_UP: "dringend, asap",
        Marker.OPPORTUNITY: "interessiert, planen, plant, nächstes jahr, budget",
    },
    asking="""
        warum, wieso, weshalb, was, wer, wen, wem, wann, wo, wie, welche, welcher, welches, wessen, wie viel, wie
        viele, können wir, können sie, kann man, gibt es, haben wir, haben sie, ist das, ob, wohin, woher, womit,
        wofür, woran, wozu, worauf, wonach, bis wann, ab wann, seit wann, für wen, mit wem, von wem, bei wem, an wen,
        zu wem, aus welchem, aus welcher, in welchem, in welcher, zu welchem, bei welchem, auf welche, was ist wenn,
        inwiefern, inwieweit
    """,
    we="wir, ich, unser team, bei uns",
    they="""
        sie, er, kunde, der kunde, werk, das werk, einkauf, der einkauf, ihr team, ihre it, logistik, planung,
        disposition, cfo, ceo, gf, geschäftsführung, betriebsrat, qs, rechtsabteilung, buchhaltung, technik,
        produktion, konstruktion, apotheke, fuhrpark, werkleiter, werkleitung, controlling, finanzen, personal,
        personalabteilung, instandhaltung, geschäftsleitung, vorstand, druckdaten
    """,
    conditions="wenn, falls, ob, sobald, dass, warum",
    promises="""
        wird, werden, werde, schickt, schicken, schicke, sendet, senden, sende, liefert, liefern, liefere, nennt,
        nennen, nenne, gibt, geben, gebe, prüft, prüfen, prüfe, klärt, klären, kläre, meldet, melden, melde, ruft,
        rufen, rufe, organisiert, organisieren, bestätigt, bestätigen, bestätige, stellt, stellen, stelle, benennt,
        benennen, bereitet, bereiten, bereite, bezahlt, bezahlen, zahlt, zahlen, unterschreibt, unterschreiben, testet,
        testen, bringt, bringen, macht, machen, mache, schreibt, schreiben, schreibe, erstellt, erstellen, erstelle,
        ersetzt, ersetzen, übernimmt, übernehmen, übernehme, legt, legen, holt, holen, lädt, laden, erstattet,
        erstatten, überarbeitet, überarbeiten, sagt zu, sagen zu, verspricht, versprechen, kümmert, kümmern, kümmere,
        teilt, teilen, besorgt uns, leitet, leiten, leite, zeichnet, zeichnen, räumt, räumen, schaltet, schalten,
        kommt, kommen, komme, wiederholt, wiederholen, tauscht, tauschen, tausche, besorgt, besorgen, besorge, zeigt,
        zeigen, zeige, reicht, reichen, reiche, richtet, richten, richte, sagt bescheid, sagen bescheid, sagt uns,
        sagen uns, gibt bescheid, geben bescheid, sagt bis, baut, bauen, rechnet, rechnen, rechne, fragt nach, frage
        nach, fragen nach, spricht mit, sprechen mit, spreche mit, hinterlegt, hinterlegen, reserviert, reservieren,
        reserviere, bestellt, bestellen, bestelle, korrigiert, korrigieren, korrigiere, ergänzt, ergänzen, ergänze,
        installiert, installieren, aktualisiert, aktualisieren, verlängert, verlängern, füllt, füllen, fülle,
        reduziert, reduzieren, lässt, lassen, nimmt, nehme, entscheidet, entscheiden, informiert, informieren, schaut,
        schauen, schaue, sorgt, sorgen, sorge, öffnet, öffnen, laden, mailt, mailen, maile, liest, lesen, schick, ruf,
        geht mit, gehen mit
    """,
    tasks="""
        bitte, anrufen, nachfragen, klären, prüfen, schicken, senden, buchen, termin mit, termin für, angebot an,
        protokoll an, rückruf an
    """,
    closing_tasks="""
        schicken, senden, anrufen, zurückrufen, buchen, prüfen, klären, vorbereiten, nachfragen, nachfassen, erstellen,
        schreiben, organisieren, vereinbaren, einladen, bestellen, besorgen, abstimmen, besprechen, anfragen,
        weiterleiten, aktualisieren, einplanen, planen, ausmachen, melden, testen, einholen, zusenden, mitbringen,
        nachreichen, berechnen, vergleichen, ansehen, anschauen, durchgehen, bestätigen, hinzufügen, ablegen, liefern,
        überarbeiten, erinnern, fragen, informieren, besuchen, reservieren, abholen, rückmelden, ergänzen, korrigieren,
        aufschreiben, rechnen, einrichten, nachrechnen, ausrechnen, ausarbeiten, raussuchen, heraussuchen,
        durchrechnen, rückfragen, abklären, aufsetzen, anlegen, eintragen, verschieben, verschicken, versenden,
        übersetzen, drucken, ausdrucken, messen, ausmessen, kalkulieren, simulieren, festlegen, absprechen, rückmelden,
        weitergeben, freigeben, anpassen, anmelden, abmelden, absagen, zusagen, umbuchen, sichten, sammeln,
        zusammenstellen, holen, suchen, finden, antworten, gratulieren, danken, anschreiben, schulen, unterschreiben,
        anbieten, vormerken, einkalkulieren, dokumentieren, ablesen, mitnehmen, erfragen, nachhaken, ansprechen,
        hinweisen, machen, mailen
    """,
    inverts=True,
    grammar=grammars.GERMAN,
)
