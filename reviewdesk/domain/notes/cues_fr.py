"""The French cue words of Sort."""

from typing import Final

from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes import grammars
from reviewdesk.domain.notes.cues import Language

FRENCH: Final = Language(
    concerns={
        1: """
            un peu lent, un peu lente, un peu tard, agaç*, agace, pénible, pas très clair, pas très pratique, pourrait
            être mieux, petit souci, petit problème, peu lisible, peu lisibles, préfèrent, préféreraient, préférerait,
            auraient préféré, un peu long*, un peu bruyant*, pas idéal*, peu pratique*, pas pratique, malcommode, un
            peu cher, un peu compliqué*, pourrait être plus, pourraient être plus, trop long*
        """,
        2: """
            retard*, en retard, tardi*, trop tard, manque, manquent, manquant*, manquait, erreur*, erroné*, faux,
            fausse, cassé*, casse, abîmé*, endommagé*, défaut*, défectueu*, panne*, plainte*, se plaint, se plaignent,
            plaint, réclamation*, problème*, souci avec, soucis, mécontent*, insatisfait*, pas satisfait*, pas
            content*, déçu*, inquiet*, inquiète*, inquiètent, frustré*, ne marche pas, ne fonctionne pas, marche mal,
            fonctionne mal, pas de réponse, aucune réponse, sans réponse, personne ne répond, jamais reçu, jamais
            arrivé*, pas livré*, non livré*, trop cher, trop chère, trop lent*, trop long*, trop de, peu fiable, pas
            fiable, rupture, ruptures, pénurie, rebut, mauvais*, injoignable*, difficile à joindre, doit relancer,
            doivent relancer, attend toujours, attendent toujours, attendent depuis, attend depuis, incomplet*,
            incomplète*, inexact*, pas à l'heure, non conforme*, désagréable*, impoli*, négligent*, mal préparé*,
            mouillé*, sale, sales, fuite*, fuit, fuient, coule, sent mauvais, moisi*, rouillé*, rouille, tordu*,
            fissuré*, fissure*, rayé*, rayure*, déchiré*, écrasé*, s'est cassé, se casse, se cassent, périmé*, gâté*,
            en rupture de stock, hors tolérance, hors tolérances, hors spécification*, hors spec, sans personne, pas
            venu*, absents, absentes pour, décollé*, décolle*, tombé*, ne correspond pas, ne correspondent pas, ne
            colle pas, pas conforme*, ne comprennent pas, ne comprend pas, comprennent rien, illisible*, personne ne,
            personne n', sans retour, aucun retour, pas de retour, jamais prévenu*, pas prévenu*, pas informé*, trop *,
            trop d', en sous-effectif, sous-effectif, coincé*, bloqué*, plante tout le temps, bug, bugs, hors ligne,
            refusé*, rejeté*, oublié*, ignoré*, chaotique, chaos, pagaille, bâclé*, trompeu*, obsolète*, incohérent*,
            irrégul*, instable*, écart, écarts, inversé*, confondu*, mélangé*, pas résolu*, non résolu*, toujours pas,
            toujours aucun*, toujours rien, à réimprimer, à refaire, refaire deux fois, contaminé*, corps étranger*,
            pire, catastroph*, horrible*, lamentable, pas professionnel*, désorganisé*, perdu en route, égaré*, bloqué
            en douane, h avant la réunion, heure avant la réunion, minutes avant la réunion, goût bizarre, bizarre,
            pendant des jours, pendant des semaines, plus de gants, plus de stock, en panne, seulement en allemand,
            seulement en anglais, endormi*, semaine de perdue, jour de perdu, journée perdue, doit tout, tout
            réexpliquer, réexpliquer, changée trois fois, changé trois fois, changé deux fois, changent tout le temps,
            dominante *, taché*, n'a pas été, n'ont pas été, ne leur explique, mal emballé*, mal étiqueté*, mal rangé*,
            mal fait*, traîne, traînent, plante, plantent, plus à jour, pas à jour, variable*, décroche, décrochent,
            zones blanches, attendent encore, attend encore, d'attente, interlocuteurs différents, toutes les deux
            semaines, sans badge, rayures, voilé*, corrodé*, collant*, flou, floue, flous, coquille*, mal
            orthographié*, branlant*, vibre, vibrent, surchauffe*, grince*, cassant*, ramolli*, rassis, brûlé, tiède*,
            facture en double, mauvaise taille, mauvaise couleur, mauvaise adresse, mauvais prix, livraison partielle,
            livraisons partielles, reliquat*, annulé au dernier moment, arrivé en retard, heures de retard, jours de
            retard, semaines de retard, pas de facture, pas de confirmation, pas d'explication, aucune explication,
            sans prévenir, au dernier moment, dernière minute, répondeur, mis en attente, baladé*, renvoyé d'un,
            demandé trois fois, demandé deux fois, raccroché, arrogant*, hautain*, incompétent*, inexpérimenté*, pas
            formé*, aucune idée, disparu*, effacé*, rame, lag, lags, message d'erreur, messages d'erreur, connexion
            impossible, ne se connecte pas, ne synchronise pas, mal calculé*, mal compté*, malentendu*, litige*,
            désaccord*, surcroît de travail, ressaisie, double saisie, à la main parce, contourne*, lacunaire*,
            imprévisible*, inquiétude*, nerveux, nerveuse, sceptique*, impatient*, perd patience, perdent patience,
            contradictoire*, cabossé*, usé, usée, usés, humide*, trempé*, pourri*
        """,
        3: """
            arrêt de ligne, ligne arrêtée, ligne à l'arrêt, production arrêtée, pénalité*, facturé deux fois, facturés
            deux fois, surfactur*, trop facturé, escalad*, furieu*, en colère, fâché*, inacceptable, perdu de l'argent,
            leur coûte, leur a coûté, perdu un client, perdu une commande, ras-le-bol, excédé*, perdu un poste, perdu
            une journée, perdu une semaine, perdu des heures, perdu du temps, perte de temps, jetés, jetées, jeté à la,
            à la benne, k€ de rebut, production à l'arrêt, à l'arrêt, coupé* * h, coupée, hors service, personne n'a
            rappelé, trop haute, trop élevé*, facturé en double, double facturation, amende*, lettre de réclamation,
            évacu*, confiance perdue, plus confiance, exaspéré*, hors d'eux, dg agacé, bloqué 2 jours, perte de
            chiffre, perdu du chiffre, client final, pénalité, lancement retardé, lancement manqué, échéance manquée,
            perte de données, données perdues, fuite de données, le directoire demande, catastrophe, désastre,
            cauchemar, humili*, chômage technique, mise en demeure, arrêt de production, arrêts de production
        """,
        4: """
            résili*, partir, nous quitter, quitter, changer de fournisseur, appel d'offres, deuxième source, autre
            fournisseur en vue, cherchent ailleurs, cherche ailleurs, regardent ailleurs, alternatives, blessé*,
            blessure*, accident*, rappel de lot*, avocat*, poursuites, danger*, dernière chance, nombre de
            fournisseurs, moins de fournisseurs, incident déclaré, déclaré aux autorités, autorités, brûlé*,
            hospitalisé*, ne renouvellent pas, ne renouvellera pas, ne renouvelleront pas, ne pas renouveler, dernière
            fois, iront voir ailleurs, ira voir ailleurs, voir ailleurs, veulent arrêter, veut arrêter avec nous, nous
            remplacer, nous remplace, remettent en cause, remet en cause le contrat, ultimatum, porter plainte, plainte
            déposée, ambulance, électrocut*, incendie, explosion, intoxi*, mettre fin au contrat
        """,
    },
    raising="""
        encore, recommence, à nouveau, de nouveau, deux fois, trois fois, deuxième fois, troisième fois, chaque mois,
        chaque semaine, toujours pas, sans cesse, depuis des mois, régulièrement, 3 fois, 4 fois, quatrième fois,
        chaque jour, tout le temps, constamment, à chaque fois, sans arrêt
    """,
    strong={
        Marker.NOTE: """
            absent, absente, en congé, en congés, en vacances, congé maternité, congé parental, année sabbatique,
            exercice se, en déplacement, en arrêt, beau temps, mauvais temps, tour du, tour de l', visite du hall,
            études, enfants, m2, groupe familial, bon de commande, bons de commande, bon de livraison, vient de, vient
            d', venait de
        """,
        Marker.GOING_RIGHT: """
            content de, contents de, contente de, très content*, ravi*, satisfait*, très satisfait*, marche bien,
            fonctionne bien, se passe bien, s'est bien passé, bien passé*, roule, apprécie*, apprécient, félicit*,
            remerci*, merci pour, excellent*, fiable, à l'heure, ponctuel*, beaucoup mieux, nettement mieux, mieux
            qu'avant, amélioré*, aucune plainte, pas de plainte, aucun problème, pas de problème, plus d'erreur*, fait
            gagner, font gagner, gagne du temps, meilleur fournisseur, bravo, impressionné*, plus rapide, adore*, en
            avance, moins d'erreurs, zéro casse, zéro défaut, zéro plainte, zéro réclamation, zéro erreur, zéro panne,
            aucune casse, plus de casse, aucune réclamation, sans accroc, sans problème, sans souci, sans incident,
            impeccable*, parfait*, nickel, superbe*, exemplaire*, top, super, génial*, formidable*, tient ses
            promesses, une perle, est une perle, s'est payé, rentabilisé*, vaut le coup, cartonne, plaît beaucoup, sert
            tous les jours, utilisé tous les jours, embauché, ont embauché, bien plus stable*, plus stable*, plus
            fiable*, plus simple qu', objectif atteint, objectif dépassé, au-dessus de l'objectif, rendement +*, divisé
            par deux, font confiance, nous recommande*, recommandent, recommanderait, soulagé*, fier* de, chaleureu*,
            très aimable*, très réacti*, réacti*, moins de rebut, moins de casse, moins de réclamations, bien aidé,
            gros progrès, nets progrès, on gagne, ça marche bien, tourne bien, compliment*, beaucoup plu, enfin,
            doublé, reconnaissant*, dans l'heure, aidés, extraordinaire*, remarquable*, plus que satisfait*, très
            satisfaits, enthousias*, emballés, nettement plus rapide*, beaucoup plus rapide*, bien plus rapide*, grosse
            amélioration, nette amélioration, plus aucun arrêt, aucun arrêt, aucun retour client, aucun retard, plus de
            retard*, aucune panne, en avance sur, sous le budget, gain de temps, temps gagné, économies, moins d'heures
            sup, facile à utiliser, simple à utiliser, intuitif, intuitive, toujours joignable*, toujours disponible*,
            à l'écoute, aux petits soins, rien à redire, rien à dire, rien à reprocher, client référence, comme
            référence, nous font confiance, belle collaboration, bonne collaboration, retours positifs, bons retours,
            très bons retours, franc succès, gros succès, félicitations
        """,
        Marker.OUR_PROMISE: "par nos soins, de notre part, de notre côté, recevront de nous, reçoivent de nous",
        Marker.DECISION: """
            c'est décidé, a décidé, ont décidé, avons décidé, il est décidé, décidé de, décidée, décision, convenu,
            convenus, d'accord pour, d'accord sur, validé*, on valide, acté, accepté, approuvé*, retenu*, on garde, on
            reste sur, feu vert, on part sur, tranché, arrêté que, c'est acté, maintenu*, inchangé*, prolongé*,
            reconduit*, passage au, passage à, passage en, bascule vers, ok pour, okay pour, accord du, accord de la,
            accord pour, lancée le, lancé le, fin des, fin de la, reporté au, reportée au, avancé au, avancée au,
            contrat signé, avenant signé, on arrête, on abandonne, abandonné*, on passe à, on passe au, on prend, c'est
            signé, c'est validé, plus de * dès, plus de * à partir, plus de gobelets, définitif, définitive, entériné*,
            choisi, ont choisi, remplacé par, remplacée par, décalé au, décalée au, décalé à, reporté à, porté à,
            portée à, plutôt que le, gardons, poignée de main, décision finale, définitivement, le feu vert, comité a
            validé, direction a validé, budget validé, budget accordé, prix bloqué*, prix gelé*, gelé jusqu'*,
            renouvelé, renouvelée, renouvelé pour, reconduit pour, prolongé jusqu'*, démarrage fixé, lancement fixé,
            date fixée, on ne poursuit pas, mis de côté, mis en pause, on continue avec, devient le standard, on
            maintient
        """,
        Marker.OPPORTUNITY: """
            intéressé par, intéressés par, intéressée par, intérêt pour, devis pour, veut un devis, veulent un devis,
            demande un devis, demandent un devis, demandé un devis, offre pour, budget pour, a un budget, ont un
            budget, deuxième usine, deuxième ligne, deuxième site, extension, agrandi*, étendre, élargir, pourraient
            acheter, pourrait acheter, veulent acheter, plus de volume, potentiel, volume supplémentaire, volumes
            supplémentaires, veulent essayer, aimeraient essayer, veulent tester, contrat-cadre, veulent des
            échantillons, veut des échantillons, voudraient des échantillons, veulent une démo, veut une démo, aimerait
            essayer, aimeraient aussi, aimerait aussi, aimeraient avoir, nous confieraient, nous confierait, pourrait
            être pour nous, pourraient être pour nous, réfléchissent à, réfléchit à, envisagent, envisage de, envisage
            un, nouvelle * de peinture, nouvelle chaîne, contrat arrive à échéance, contrat se termine dans, à venir,
            reste du budget, achètent encore, achète encore, achètent ailleurs, pas encore chez nous, ont aussi besoin,
            a aussi besoin, veulent aussi, veut aussi, se verraient bien, ouverts à, ouvert à, curieux de, tentés par,
            tenté par, construisent, cherchent un partenaire, rachètent, ont racheté, reprennent une société, doubler
            les volumes, montée en cadence, autres lignes, autres sites, pour les autres sites, société sœur, usine
            sœur, veulent du solaire, veulent un, si on fait aussi, si nous faisons aussi, nouvel * à, à trouver,
            contrat * se termine, préparent une gamme, ouverts à une, pas encore d', souhaitent étendre, veulent
            étendre, veut étendre, cherchent à remplacer, cherchent un, cherche un nouveau, prêts à payer, prêt à
            payer, troisième usine, troisième site, ouvrent en, ouverture d'un, ouverture d'une, tripler, doubler la
            capacité, plus de capacité, nouvelle gamme, nouveau produit, lancement d'une gamme, déménagement à, fusion
            avec, rachat de, rachat d'un, contrat pluriannuel, contrat plus large, ce qu'on fait d'autre, ne savaient
            pas qu'on, ne savait pas qu'on, très intéressés, très intéressé, aussi intéressés, nous recommander à,
            besoins en
        """,
        Marker.ONLY_ME: """
            entre nous, confidentiel*, ne pas mentionner, ne pas parler, ne pas évoquer, n'en parler à, attention à,
            attention avec, prudence, mon impression, mon ressenti, à mon avis, j'ai l'impression, rumeur*, officieu*,
            off the record, sensible, délicat*, marcher sur des œufs, notre marge, marge sur, marge de, nos coûts, prix
            plancher, ne pas descendre, en interne, ne rien dire, ne pas dire, pas un mot, garder pour moi, garder pour
            nous, à garder pour, y aller doucement, doucement avec, sous pression, ne peuvent pas se voir, ne peut pas
            le voir, ne se supportent pas, ne se supporte pas, je crois qu', je pense qu', je soupçonne, je parie, mon
            intuition, plancher sur, notre plancher, notre limite, notre prix mini, ils ne savent pas, ne le savent
            pas, en coulisse*, lutte de pouvoir, ego, susceptible*, dépassé par, épuisé*, en fin de course, sur le
            départ, cherche ailleurs un poste, cherche un autre poste, veut partir de la boîte, on peut descendre à, on
            pourrait descendre, pas pour le client, ne pas aborder, bruit de couloir, bruits de couloir, ça ne les
            regarde pas, ne les regarde pas, en confidence, pas pour le compte rendu, hors compte rendu, strictement
            confidentiel, on murmure, on dit que, j'ai le sentiment, je me méfie, je doute, se méfier de, éviter le
            sujet, sujet qui fâche, point sensible, ne s'entend pas avec, ne s'entendent pas, jaloux, jalouse, divorc*,
            enceinte, veut partir, sur le point de partir, notre prix d'achat, notre prix de revient, on gagne *, on
            pourrait baisser, on peut baisser
        """,
        Marker.RIVAL: """
            concurrent*, concurrence, autre fournisseur, autre prestataire, offre concurrente, d'un autre fournisseur,
            d'un autre prestataire, d'une autre agence, d'un autre transporteur, d'un autre opérateur, autre
            transporteur, testent aussi, teste aussi, discutent aussi avec, discute aussi avec, parlent aussi avec,
            négocient aussi avec, en discussion avec, a visité le site, est venu les voir, contre-offre*, ancien
            fournisseur, fournisseur actuel, dans l'autre bâtiment, moins cher ailleurs, % en dessous, % moins cher,
            achètent aussi chez, achète aussi chez, en dessous sur, en concurrence, compétition contre, pousse son,
            face à *, était moins cher, est moins cher, sont moins chers, moins cher que le nôtre, offre de la
            concurrence, démarché* par, courtisé* par, d'autres fournisseurs, les autres proposent, fournisseur
            alternatif, deuxième offre, troisième offre, nous comparent à, nous compare à, partage les volumes avec,
            partagent les volumes avec, aussi dans la short list, répond aussi à
        """,
        Marker.FOLLOW_UP: """
            il faut, à faire, penser à, ne pas oublier, on doit, nous devons, je dois, faudra, on devrait, nous
            devrions, reste à, urgent, rappel :, prochaine étape, prochain pas, svp, merci de, à prévoir, à faire :
        """,
        Marker.QUESTION: """
            question ouverte, à clarifier, pas clair si, question:, veulent savoir, veut savoir, voudrait savoir, se
            demande*, demande si, demandent si, demande pourquoi, demandent pourquoi, à vérifier si, reste à savoir,
            pas clair qui, pas clair, pas clair à qui, pas sûr si, ne sait pas si, ne savent pas si, point ouvert,
            reste à clarifier, à confirmer, on ignore si, a demandé si, ont demandé si, a demandé comment, a demandé
            quand, ont demandé quand, demande comment, demande quand, demandent comment, demandent quand, voulait
            savoir, voulaient savoir, ne comprend pas pourquoi, ne comprennent pas pourquoi, serait-il possible, est-il
            possible
        """,
    },
    plain={
        Marker.QUOTE: "a dit:, dit:, ses mots, mot pour mot, citation:, selon ses mots, textuellement",
        Marker.GOING_RIGHT: "bien, mieux, bon, bonne, utile, rapide, rapidement, contents, content",
        Marker.OPPORTUNITY: """
            opportunité, croissance, supplémentaire*, besoin en plus, nouvelle usine, nouvelle ligne, nouveau site,
            nouvel entrepôt, nouveau hall, nouvelle agence, nouveau magasin, nouveau bâtiment, personnes à trouver
        """,
        Marker.DECISION: """
            désormais, dorénavant, à partir de maintenant, démarre le, dès le t1, dès le t2, dès le t3, dès le t4, au
            lieu de, à compter du, à partir du, plus de
        """,
        Marker.ONLY_ME: "personnellement, ambiance, politique interne, cherche un autre poste",
        Marker.RIVAL: "moins cher que nous, moins chers que nous, sous notre prix, en dessous de nous",
    },
    weak={
        Marker.OUR_PROMISE: """
            par nous, gratuitement, à nos frais, à notre charge, offert par, offert, offerte, on prend le coût, de
            notre côté
        """,
        Marker.CONCERN: "mais, pas, perdu, risque*, qualité, hausse de prix, relance, relancer, bloqué*",
        Marker.FOLLOW_UP: "urgent, au plus vite",
        Marker.OPPORTUNITY: "intéressé*, prévoient, prévoit, budget, l'an prochain",
    },
    asking="""
        pourquoi, quoi, que, qui, quand, où, comment, combien, quel, quelle, quels, quelles, est-ce que, est-ce,
        peut-on, peuvent-ils, a-t-on, ont-ils, y a-t-il, avons-nous, qu'est-ce, pourquoi pas, lequel, laquelle,
        lesquels, avec qui, pour qui, chez qui, de qui, à quel, à quelle, sur quel, sur quelle, dans quel, dans quelle,
        de quel, de quelle, pour quel, pour quelle, jusqu'à quand, depuis quand, à partir de quand, à qui, qu'en
        est-il, faut-il, doit-on, sait-on, que faire, que se passe
    """,
    we="nous, on, je, j', notre équipe",
    they="""
        ils, elle, elles, il, client, le client, l'usine, usine, les achats, achats, leur équipe, leur it, logistique,
        la logistique, leur informatique, daf, dg, drh, dsi, cse, pharmacie, juridique, qualité, direction, compta,
        comptabilité, le daf, la pharmacie, maintenance, production, rh, codir
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
        crée, créons, met, mettons, mettent, invite, invitons, invitent, mettrons, prend, prennent, prenons, renvoient,
        renvoie, renverra, rend, rendent, rendra, dépose, déposent, déposera, déposeront, passe, passent, passera,
        échange, échangeons, échangent, formons, formerons, formera, change, changeons, changent, voit avec, voient
        avec, voyons avec, dit d'ici, dit avant, nous dit, nous disent, remet, remettent, remettra, laisse, laissons,
        laissent, laissera, ouvre, ouvrent, ouvrira, refait, refont, refaisons, rappelons, récupère, récupèrent,
        récupérons, installe, installent, installons, installera, corrige, corrigent, corrigeons, corrigera, complète,
        complètent, complétons, commande, commandons, commandent, réserve, réservons, réservent, regarde, regardent,
        regardons, étudie, étudient, étudions, étudiera, tranche, tranchent, tranchera, demande à, demandons, charge,
        s'en charge, s'occupe, s'occupent, occupons, met en place, relance, relançons, mesurera, livrerons, appelle,
        appelons, appelons, prolonge, prolongeons, ajoute, ajoutons, ajoutent, met à jour, explique, expliquons,
        montre, montrons, montrent, présente, présentons, présentent, lit, lisent
    """,
    tasks="""
        envoyer, appeler, rappeler, réserver, vérifier, demander, préparer, rédiger, écrire, organiser, planifier,
        inviter, trouver, obtenir, clarifier, commander, transférer, transmettre, partager, mettre à jour, mettre,
        revoir, confirmer, parler à, parler avec, rencontrer, relancer, suivre, corriger, ajouter, créer, prévoir,
        visiter, comparer, calculer, discuter, proposer, fixer, chercher, voir avec, faire, tester, prendre, montrer,
        répondre, programmer, remplacer, chiffrer, récupérer, simuler, tenir, voir si, rendre, remettre, soumettre,
        revenir vers, fournir, définir, établir, ouvrir, réunir, choisir, inscrire, refaire, joindre, prévenir,
        avertir, mesurer, étudier, caler, bloquer, imprimer, traduire, compléter, saisir, envoyer, consulter la,
        lancer, monter, poser, sonder, décaler, annuler, remercier, déclarer
    """,
    grammar=grammars.FRENCH,
)
