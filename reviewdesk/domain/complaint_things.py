"""Words that customers use for the same thing when they complain, in English, German and French.

They were chosen by what a trade complains of, from the quote to the return of the empties, not by the wordings with
which it is measured how well this finds them.
"""

from typing import Final

# What a complaint is about; all other things say what is wrong with it.
ABOUT: Final = frozenset(
    """
    invoice payment price discount quote order confirm delivery track pickup returns portal edi contact driver paper
    customs label packing pallet container claim stock leadtime sample drawing training contract count hotline
    repair visit spare colour surface size gate weight expiry cold energy software picking
    """.split()
)
# Each line, with those set in below it, is one thing: beginnings of folded words; one that ends with a full stop is the
# whole word. A word that is named twice stands for the first thing.
THINGS: Final = """
late: late. lateness later. delay overdue behindschedule behind. tardy deadline lag. lags lagging postpon slipp
  missed. verspat spat. spater. zuspat verzoger verzug uberfallig verschob verpass versaum termintreue liefertreue
  retard tard. tardiv depass report. reporte reportee decal delai. delais echeance
missing: missing incomplet short. shortage shortfall lost. gone. lacking lacks absent never omitted fehlt fehlen
  fehlte fehlend fehlmeng unvollstand verloren weg. verschwund vermiss luckenhaft abhanden manqu perdu perdue disparu
  introuvable egar absence
wrong: wrong incorrect mistak error mixed mixup mismatch inaccurat mislabel mispick misdeliver otherthan falsch
  fehler. fehlern. fehlerhaft fehllief fehlverlad verwechs vertausch unrichtig irrtum irrtuml stimmt. stimmen. abweich
  faux. fausse erron erreur tromp inexact inverse melang confondu match. matches matching correspond. differs
  differently
damaged: damag broken broke. broken. breaks breakage crush dented dent. dents torn. tear. tears scratch bent. cracked
  crack cracks burst squash smashed chipped warped deform beschad kaputt zerbroch gebroch bruch. zerkratz kratz
  zerdruck verbog verboge geriss zerriss eingedruckt delle dellen lackschad transportschad abim casse. cassee casses
  cassees endommag ecras dechir raye. rayee rayures fissur tordu cabosse bosse. fendu
leak: leak leaks leaking leaky spill spilt dripp drip. seep undicht ausgelauf auslauf ausgetret tropf leck. leckt
  leckage fuit fuient fuite repand coule. coulent ecoulement suinte perce. perces percee
rust: rust. rusty rusts rusted rusting corrod corrosion rost. rostet rostig rostfleck angerost verrost korrod
  korrosion rouill corrode oxyd
wear: wear. wears worn. abrasion fatigue lifetime durab lasts verschleiss abgenutz abnutz haltbar standzeit
  lebensdauer usure use. usee duree
invoice: invoic bill. bills billing billed charged charging statement. rechnung faktur abrechn berechnet factur releve
payment: payment payments paid. paying pay. dunning reminder. remind overpaid remittance bezahl zahlung zahlen zahlt
  gezahlt uberweis mahnung mahn gemahnt skonto paiement paye. payee payer payons regle. reglement relance virement
  echeancier
price: price. prices pricing priced cost. costs costly expensiv surcharg fee. fees markup tariff preis kosten. teuer
  kostspiel zuschlag aufschlag gebuhr aufpreis mautzuschlag prix. cout couts couteu cher. chere chers supplement frais
  tarif tarifs tarifaire surcout
increase: increas raised raise. raises rise. rises rose. hike hikes dearer wentup erhoh anstieg gestiegen steig.
  steigt steigen verteuer angehob anhebung hausse augment majoration majore
discount: discount rebate bonus boni kickback conditions. netprice concession allowance rabatt nachlass ruckvergut
  jahresbonus konditionen. sonderpreis staffelpreis skonti remise ristourne rabais bonification escompte negociees
quote: quote. quotes quoted quotation quotations offer. offers tender bid. estimate proposal angebot angebote angebots
  kostenvoranschlag offerte ausschreib devis offre. offres soumission appeldoffre chiffrage
order: order. orders ordered ordering reorder purchaseorder callofforder bestell auftrag auftrage auftrags abruf
  abrufe nachbestell command bondecommande
confirm: confirm confirmation acknowledg receipt. bestatig ruckbestat quittung accuse confirme validation
delivery: deliver shipment shipping shipped ships ship. dispatch consignment truck. trucks lorry lorries freight haul
  parcel parcels logistic lieferung lieferungen liefern liefert geliefert anliefer ausliefer zuliefer sendung versand
  verschick versend lkw fracht zustell paket pakete transport spedit liefer livr expedi envoi envoye camion fret colis
  acheminement
track: tracking track. trace. tracked eta. whereabouts sendungsverfolg nachverfolg verfolgen trackinglink standort.
  suivi suivre localis trac.
pickup: pickup collected collect. collects collection pickedup abhol abgeholt abholt eingesammelt einsammeln enlev
  enleve ramass recuper reprise
returns: return. returns returned returning takeback empties sentback retoure retouren rucksend zuruckgeschick
  zuruckgesand rucknahme ruckgabe zurucknehm leergut leere. pfand mehrweg retour. retours retourne renvoi renvoye
  consigne vides.
answer: answer repl. replies replied reply respon callback callsback reach. reached feedback hearback antwort ruckruf
  zuruckruf erreich meldet gemeldet ruckmeld reagier reaktion repon rappel joign injoign joindre retourdappel reactiv
nobody: nobody noone noonehere niemand keiner. personne.
ignored: ignor unheard fobbed brushedoff unresolved unanswered unprocessed pending handled ignorier unbearbeit
  unbeantwort liegengeblieb vertrost abgewimmelt hingehalt bearbeit ignore. ignoree ignores sanssuite traite. traitee
  traites traitement
slow: slow. slower slowly slowness sluggish wait. waits waiting waited ages. forever takesages lengthy langsam trag.
  dauert dauerte warte. warten wartet wartezeit gewartet schleppend ewig lent. lente lents lentes lentement lenteur
  attend attente traine interminable long. longue
quality: quality defect fault faulty rejects rejected scrap reject. blemish nonconform outofspec subpar poor. qualitat
  mangel mangeln mangelhaft ausschuss bemangel schlecht. minderwertig fehlguss nacharbeit qualite defaut defauts
  defectueu rebut malfacon mauvais mediocre
fit: fit. fits fitting fitted compatib unsuitab suitable passt passen passend unpassend passgenau passform kompatib
  zusammenpass eignet ungeeignet convient adapte inadapte
portal: portal website webshop login password app. software crash offline online. browser username logon loginpage
  server. screen. webseite anmeld kennwort passwort absturz sturzt onlineshop zugang. zugangs eingeloggt einloggen
  portail connexion connecter plante identifiant siteweb motdepasse bug bugs application. serveur
edi: edi. interface interfaces datatransfer xml. asn. idoc schnittstell datenaustausch datenubertrag datensatz
  interfac flux
announced: announc notice. notices notif warned warning unannounc informed informing inform. forewarn advance. toldus
  angekund ankund unangekund informier informiert bescheid vorwarn vorab mitgeteilt mitteil vorgewarnt annonc prevenu
  previen prevenir prevenus averti preavis informe. informes
changed: changed change. changes changing switched replaced reformulat modified substitut altered alter. wechsel
  gewechselt gewechsel geandert anderung anders umgestellt umstell ersetzt abgewandelt changement changent remplac
  modif substitu
discontinued: discontinu obsolete endoflife phasedout delisted withdrawn eingestellt abgekundigt auslaufmodell
  ausgelistet nichtmehrlieferbar supprime arret. abandonne obsolet findevie
outdated: outdated old. older outofdate superseded stale. uptodate expired. lastyears veraltet veralt alte. alten.
  altes. abgelaufen uberholt uralt perim ancien ancienne anciens depasse perimee
contact: contact. contacts counterpart accountmanager rep. reps representative salesman successor turnover
  ansprechpartner zustandig betreuer betreuung aussendienst kontakt. kontaktperson vertreter sachbearbeit nachfolger
  personalwechsel interlocut responsable. commercial. commerciaux referent charge.
driver: driver drivers carrier courier haulier haulage forwarder fahrer spediteur kurier spedition chauffeur
  transporteur livreur conducteur routier
rude: rude unfriendly impolite arrogant aggressive shout shouted swore yell yelled insult dismissive condescend
  attitude unhoflich unfreund grob. ruppig frech pampig patzig beleidig angeschrien respektlos impoli desagreab
  malpoli grossier agressif arrogan hautain irrespect
unfair: unfair unreasonab blame. blamed onesided unfair. ungerecht schuld. kulanz injust inequitab
paper: document. documents documentation paperwork papers paper. certificate certificates datasheet sheet. sheets
  deliverynote packinglist customspapers testreport coa. declaration. dokument papiere zertifikat lieferschein
  begleitpapier datenblatt datenblatter unterlag prufbericht prufzeugnis werkszeugnis packliste frachtbrief papiers
  certificat bordereau fiche. fiches attestation bonsdelivraison rapportdessai lettredevoiture justificatif
customs: customs border clearance tariffcode origin. importduty incoterm zoll. zollpapier zollabfert verzoll ursprung
  einfuhr ausfuhr douan frontiere dedouan origine.
safety: safety hazard msds sds. sicherheitsdaten gefahrstoff securite. donneesdesecurite dangereux
label: label. labels labelling labeled labelled barcode barcodes sticker stickers marking qr. etikett aufkleber
  strichcode beschrift kennzeich etiquet codebarre codesbarres autocollant marquage
packing: packag packing packed carton. cartons cardboard box. boxes crate crates wrapping wrapped foil. verpack karton
  kartons kiste kisten folie umverpack emball caisse caisses conditionnement film.
pallet: pallet. pallets palet stack. stacked stacking rack. racks shelf. shelves palette paletten palettenhohe stapel
  gestapelt regal. regale palettes gerb empil rayonnage etagere rack
container: drum. drums barrel canister container. containers ibc. tank. tanks bottle keg fass. fasser gebinde kanister
  behalter tonne. bidon futs. fut. cuve conteneur flacon
claim: claim. claims complaint complaints creditnote credit. credited refund compensat reklam beschwerd gutschrift
  gutgeschrieb erstatt reclam plainte avoir. avoirs rembours dedommag litige
stock: stock. stockout availab backorder outofstock unavailable soldout inventory bestand lagerbestand verfugbar
  lieferbar engpass lieferengpass ausverkauf vorratig nachschub rupture disponib epuise stocks. penurie approvisionn
leadtime: leadtime leadtimes turnaround lieferzeit lieferfrist durchlaufzeit vorlaufzeit delaidelivraison
sample: sample. samples sampling specimen trial. trialquantity prototype prototypes muster musterteil bemuster probe.
  proben probemenge erstmuster echantillon essai. prototyp
drawing: drawing. drawings blueprint revision. spec. specs specification cad. zeichnung zeichnungs spezifikation
  revisionsstand bauplan konstruktion plan. plans. dessin cahierdescharges specificat indice.
training: training trained train. manual. manuals instruction handbook onboard operator operators learn. howto
  userguide schulung geschult anleitung einweis eingewies handbuch einarbeit bediener gebrauchsanweisung formation
  formes manuel formateur utilisat operateur shown. showed.
language: translat english. german. french. foreignlanguage ubersetz englisch. deutsch. sprache traduc traduit langue
  anglais. francais.
noise: noise noisy loud. louder decibel hum. humming vibrat lautstark larm gerausch laut. drohnt vibrier bruit bruyant
  sonore vibr
hurt: injur accident hurt. unsafe fell. collapsed nearmiss dangerous danger. hitour verletz unfall gefahr. gefahrlich
  sturz. gesturzt bless risque. accidente forklift hit. gabelstapler stapler. chariot gravement
standstill: standstill downtime stopped stops stop. linestop stood. idle breakdown breaksdown failed failure fails
  outage stillstand stillgestand steht. stand. standen ausfall ausgefall defekt storung panne pannen streikt arrete
  arretee arrets immobil tombeenpanne horsservice bloque
contract: contract. contracts clause terms. agreement. penalty liability vertrag vertrage klausel konditionenblatt
  rahmenvertrag ponale vertragsstrafe agb. kundigung contrat clause. convention resiliation penalite avenant
unclear: unclear clear. confus understand. ambiguous explain explained transparent contradict unklar unverstandlich
  klar. verwirr verstehen widerspruch erklar nachvollzieh intransparent clair. claire incompreh comprendre explique
  expliquer flou opaque
promise: promis agreed. commitment commit. vow pledged assured guarantee versproch versprech zugesag zusage vereinbart
  absprache abgemacht garantier promesse convenu engag accord. tenu. assure.
count: quantit counted count. miscount amount. pieces. units. menge mengen stuckzahl anzahl zahlen. quantite nombre
  unites
less: less. fewer underdeliver below insufficient notenough toofew weniger zuwenig unterlief mindermeng knapp
  teilliefer insuffis inferieur moins. partiel
more: excess overdeliver surplus toomany more. zuviel uberlief ubermeng mehr. excedent trop.
minimum: minimum moq. fullpallets smallest mindest mindestmenge mindestbestell mindestabnahme mindermengen minim
  minimal minimale
twice: twice doubled duplicate. duplicated doubly secondtime doppelt zweimal zweifach doppelbuch deux. double. doublon
  doubles. facture2
cold: cold. frozen froze. freeze temperature thawed thaw. chilled warm. warmed refrigerat coldchain cool. cooling
  kalt. gefroren tiefkuhl temperatur aufgetaut aufgewarmt gekuhlt kuhlkette kuhl froid gele. geles decongel rechauff
  chaine. surgel
expiry: expiry expire. expires shelflife bestbefore usebydate sellby haltbarkeit mindesthaltbar mhd. verfall
  ablaufdatum restlaufzeit peremption dlc. dluo ddm. datelimite perimes
dirty: dirty dirt stain. stains stained dusty dust. contaminat mould mold. residue filthy unclean impurit grease
  greasy schmutz dreck fleck flecken verschmutz verunrein staub schimmel ruckstand sale. salete tache taches salissure
  poussier contamin moisi souill residu
smell: smell odour odor stink stench fumes riecht gestank geruch stinkt ausdunst odeur sent. sentent puant puanteur
weight: weight heavy. overweight underweight kilo kilos tonnage scales. gewicht schwer. waage gewogen untergewicht
  poids lourd pesee balance. pese.
hotline: hotline helpdesk supportdesk queue telephone phone. phones voicemail onhold callcentre callcenter telefon
  warteschleif support. supportteam kundenservice standard. messagerie servicclient serviceclient assistance
repair: repair. repairs repaired repairing technician service. servicing serviceman engineer engineers fitter
  maintenance mainten commission. installation install. installed reparier reparatur techniker kundendienst wartung
  monteur montage inbetriebnahme instand serviceeinsatz repar technicien depann entretien installat
visit: visit. visits visited appointment appointments appoint noshow showup besuch besuche termin termine.
  terminabsage hausbesuch visite visites rendezvous rdv. passage
spare: spare. spares sparepart replacementpart consumables ersatzteil ersatzteile verschleissteil ersatz. piece.
  pieces rechange consommable
colour: colour color. colours shade. shades tint hue farbe farben farbton farbabweich farblich verfarb couleur coloris
  teinte nuance decolor
surface: surface. coating coated paint. painted finish. plating peel. peels peeling flak varnish oberflach beschicht
  lack. lackier abblatter abplatz vernis peinture revetement ecaill
size: size. sizes sized dimension tolerance length. width height. thick. diameter masse. mass. masshalt abmess
  toleranz hohe. breite. lange. durchmesser dicke. zugross cote. cotes hauteur largeur longueur epaisseur taille
gate: gate. dock. docks ramp. ramps slot. slots unloading unload timewindow receivinghours openinghours goodsin yard
  tor. rampe zeitfenster entlade entladung abladen annahmezeit offnungszeit warenannahme hof. quai creneau decharg
  horaire horaires ouverture. reception.
early: early. earlier. tooearly beforehours zufruh fruh. fruher. vorzeit tot. avance. prematur
pushy: pushy salesy upsell advertis spam newsletter newsletters salescalls sellus werbung aufdring reklame werbemail
  verkaufsanruf pub. publicit insist demarch harcel
picking: picking mispicks picker pickers kommissionier kommission. pick. preparation preparateur
staff: staff. beginner beginners newcomers inexperienc unqualified untrained incompetent clueless personal. anfanger
  unerfahren unqualifiziert inkompetent ahnung debutant inexperiment incompet
mixed: mixedlots mingled assorted sortenrein durcheinander vermischt melange
humid: wet. damp. moist. moisture soaked nass. feucht feuchtigkeit durchnass mouill humid trempe
software: update. updates upgrade release. version. firmware aktualisier maj. miseajour
energy: energy electricity consumption. consumes fuel. energie strom. verbrauch verbraucht consomm carburant
environment: environment carbon. sustainab recycl plastic. umwelt nachhalt recycel co2. environnement durable.
  empreinte
strike: strike. strikes blocked streik gesperrt blockier greve blocage
effort: effort cumbersome bureaucra complicated formfilling paperworkheavy umstandlich aufwand aufwendig aufwandig
  kompliziert burokrat complique lourdeur bureaucrat fastidieux
""".strip()
# Two words that say together what neither says alone.
PHRASES: Final = """
portal: log in, logged in, sign in, log on, web shop, web site, mot passe, site web
increase: went up, gone up, go up, goes up, going up
late: not time, too late, after deadline, wieder spat, zu spat, en retard, behind schedule
stock: out stock, sold out, en rupture
outdated: out date
expiry: best before, shelf life, use by, sell by, date limite
paper: delivery note, packing list, test report, data sheet, material certificate, bon livraison
visit: show up, showed up, turn up, turned up, no show, rendez vous
claim: credit note, money back
leadtime: lead time, lead times
minimum: full pallet, full pallets
gate: opening hours, receiving hours, goods in, time window, time slot
contact: account manager, sales rep, new face, new faces
hotline: on hold, voice mail, call centre, call center, help desk, service client
returns: sent back, send back, take back, took back
pickup: picked up, pick up, picks up, collected from
confirm: accuse reception
quote: appel offres
training: mode emploi, how to
answer: call back, called back, get back, got back, calls back, hear back, ruft zuruck, rufen zuruck, rappelle jamais
standstill: broke down, broken down, break down, en panne, stood still, stand still, hors service, fell over
spare: spare part, spare parts
weight: short weight
cold: cold chain, cold store
announced: without warning, without notice, without asking, sans prevenir, ohne vorwarnung, said word
twice: already paid, paid already, schon bezahlt, bereits bezahlt, deja paye, deja regle
wrong: another product, other product, somebody else, someone else, other article, autre produit, autre article
less: than ordered, zu wenig
more: than need, than wanted, zu viel
""".strip()
