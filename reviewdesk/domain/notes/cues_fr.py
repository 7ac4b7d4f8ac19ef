"""The French cue words of Sort."""

from typing import Final

from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes.cues import Language

FRENCH: Final = Language(
    concerns={
        1: """
            un peu lent, un peu lente, un peu tard, agaç*, agace, pénible, pas très clair, pas très pratique, pourrait
            être mieux, petit souci, petit problème, peu lisible
        """,
        2: """
            retard*, en retard, tardi*, trop tard, manque, manquent, manquant*, manquait, erreur*, erroné*, faux,
            fausse, cassé*, abîmé*, endommagé*, défaut*, défectueu*, panne*, plainte*, se plaint, se plaignent,
            plaint, réclamation*, problème*, souci avec, soucis, mécontent*, insatisfait*, pas satisfait*, pas
            content*, déçu*, inquiet*, inquiète*, inquiètent, frustré*, ne marche pas, ne fonctionne pas, marche mal,
            fonctionne mal, pas de réponse, aucune réponse, sans réponse, personne ne répond, jamais reçu, jamais
            arrivé*, pas livré*, non livré*, trop cher, trop chère, trop lent*, trop long*, trop de, peu fiable, pas
            fiable, rupture, ruptures, pénurie, rebut, mauvais*, injoignable*, difficile à joindre, doit relancer,
            doivent relancer, attend toujours, attendent toujours, attendent depuis, attend depuis, incomplet*,
            incomplète*, inexact*, pas à l'heure, non conforme*, désagréable*, impoli*, négligent*, mal préparé*
        """,
        3: """
            arrêt de ligne, ligne arrêtée, ligne à l'arrêt, production arrêtée, pénalité*, facturé deux fois, facturés
            deux fois, surfactur*, trop facturé, escalad*, furieu*, en colère, fâché*, inacceptable, perdu de
            l'argent, leur coûte, leur a coûté, perdu un client, perdu une commande, ras-le-bol, excédé*
        """,
        4: """
            résili*, partir, nous quitter, quitter, changer de fournisseur, appel d'offres, deuxième source, autre
            fournisseur en vue, cherchent ailleurs, cherche ailleurs, regardent ailleurs, alternatives, blessé*,
            blessure*, accident*, rappel de lot*, avocat*, poursuites, danger*, dernière chance, nombre de
            fournisseurs, moins de fournisseurs
        """,
    },
    raising="""
        encore, recommence, à nouveau, de nouveau, deux fois, trois fois, deuxième fois, troisième fois, chaque mois,
        chaque semaine, toujours pas, sans cesse, depuis des mois, régulièrement
    """,
    strong={
        Marker.GOING_RIGHT: """
            content de, contents de, contente de, très content*, ravi*, satisfait*, très satisfait*, marche bien,
            fonctionne bien, se passe bien, s'est bien passé, bien passé*, roule, apprécie*, apprécient, félicit*,
            remerci*, merci pour, excellent*, fiable, à l'heure, ponctuel*, beaucoup mieux, nettement mieux, mieux
            qu'avant, amélioré*, aucune plainte, pas de plainte, aucun problème, pas de problème, plus d'erreur*, fait
            gagner, font gagner, gagne du temps, meilleur fournisseur, bravo, impressionné*, plus rapide, adore*, en
            avance, moins d'erreurs
        """,
        Marker.OUR_PROMISE: "par nos soins, de notre part, de notre côté, recevront de nous, reçoivent de nous",
        Marker.DECISION: """
            c'est décidé, a décidé, ont décidé, avons décidé, il est décidé, décidé de, décidée, décision, convenu,
            convenus, d'accord pour, d'accord sur, validé*, on valide, acté, accepté, approuvé*, retenu*, on garde, on
            reste sur, feu vert, on part sur, tranché, arrêté que
        """,
        Marker.OPPORTUNITY: """
            intéressé par, intéressés par, intéressée par, intérêt pour, devis pour, veut un devis, veulent un devis,
            demande un devis, demandent un devis, demandé un devis, offre pour, budget pour, a un budget, ont un
            budget, nouvelle usine, deuxième usine, nouvelle ligne, deuxième ligne, nouveau site, deuxième site,
            extension, agrandi*, étendre, élargir, pourraient acheter, pourrait acheter, veulent acheter, plus de
            volume, potentiel, volume supplémentaire, volumes supplémentaires, veulent essayer, aimeraient essayer,
            veulent tester, contrat-cadre
        """,
        Marker.ONLY_ME: """
            entre nous, confidentiel*, ne pas mentionner, ne pas parler, ne pas évoquer, n'en parler à, attention à,
            attention avec, prudence, mon impression, mon ressenti, à mon avis, j'ai l'impression, rumeur*, officieu*,
            off the record, sensible, délicat*, marcher sur des œufs, notre marge, marge sur, marge de, nos coûts, prix
            plancher, ne pas descendre, en interne
        """,
        Marker.RIVAL: "concurrent*, concurrence, autre fournisseur, autre prestataire, offre concurrente",
        Marker.FOLLOW_UP: """
            il faut, à faire, penser à, ne pas oublier, on doit, nous devons, je dois, faudra, on devrait, nous
            devrions, reste à
        """,
        Marker.QUESTION: """
            question ouverte, à clarifier, pas clair si, question:, veulent savoir, veut savoir, voudrait savoir, se
            demande*, demande si, demandent si, demande pourquoi, demandent pourquoi, à vérifier si, reste à savoir
        """,
    },
    plain={
        Marker.QUOTE: "a dit:, dit:, ses mots, mot pour mot, citation:, selon ses mots, textuellement",
        Marker.GOING_RIGHT: "bien, mieux, bon, bonne, utile, rapide, rapidement, contents, content",
        Marker.OPPORTUNITY: "opportunité, croissance, supplémentaire*, besoin en plus",
        Marker.DECISION: "désormais, dorénavant, à partir de maintenant, démarre le",
        Marker.ONLY_ME: "personnellement, ambiance, politique interne, cherche un autre poste",
        Marker.RIVAL: "moins cher que nous, moins chers que nous, sous notre prix, en dessous de nous",
    },
    weak={
        Marker.CONCERN: "mais, pas, perdu, risque*, qualité, hausse de prix, relance, relancer, bloqué*",
        Marker.FOLLOW_UP: "urgent, au plus vite",
        Marker.OPPORTUNITY: "intéressé*, prévoient, prévoit, budget, l'an prochain",
    },
    asking="""
        pourquoi, quoi, que, qui, quand, où, comment, combien, quel, quelle, quels, quelles, est-ce que, est-ce,
        peut-on, peuvent-ils, a-t-on, ont-ils, y a-t-il, avons-nous, qu'est-ce
    """,
    we="nous, on, je, j', notre équipe",
    they="""
        ils, elle, elles, il, client, le client, l'usine, usine, les achats, achats, leur équipe, leur it, logistique,
        la logistique, leur informatique
    """,
    conditions="si, quand, dès que, lorsque, que, pourquoi",
    promises="""
        envoie, envoient, envoyons, enverra, enverront, enverrons, fournit, fournissent, fournissons, fournira,
        fourniront, livre, livrent, livrons, livrera, nomme, nomment, nommera, nommeront, désigne, désignent,
        désignera, donne, donnent, donnons, donnera, donneront, prépare, préparent, préparons, préparera, vérifie,
        vérifient, vérifions, vérifiera, confirme, confirment, confirmons, confirmera, confirmeront, rappelle,
        rappellent, rappelons, rappellera, rappellerons, organise, organisent, organisons, organisera, paie, paient,
        paiera, paieront, signe, signent, signera, teste, testent, testera, testeront, remplace, remplaçons,
        remplacent, remplacera, rembourse, remboursons, propose, proposent, proposons, proposera, va, vont, allons,
        vais, revient, reviennent, revenons, transmet, transmettent, transmettons, transmettra, partage, partagent,
        partageons, partagera, s'engage, s'engagent, promet, promettent, fait, font, faisons, fera, ferons, feront,
        crée, créons, met, mettons, mettent, invite, invitons, invitent, mettrons, prend, prennent, prenons
    """,
    tasks="""
        envoyer, appeler, rappeler, réserver, vérifier, demander, préparer, rédiger, écrire, organiser, planifier,
        inviter, trouver, obtenir, clarifier, commander, transférer, transmettre, partager, mettre à jour, mettre,
        revoir, confirmer, parler à, parler avec, rencontrer, relancer, suivre, corriger, ajouter, créer, prévoir,
        visiter, comparer, calculer, discuter, proposer, fixer, chercher, voir avec, faire, tester, prendre, montrer,
        répondre, programmer, remplacer, chiffrer
    """,
)
