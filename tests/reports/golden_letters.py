"""What made-up letters say word for word, from the subject to the closing."""

SAID = {
    ("first_answer", "en"): (
        "What you told us on 15 November 2026 Dear Anna Nowak, Thank you for telling us on 15 November 2026 what is "
        "not right for you. Two late deliveries in the early-morning slot, and again last week. This is not how we "
        "want it to be. We want to understand what happened before we say more. I will call you by 26 November 2026 "
        "to hear it from you; until then we put together what we know ourselves. Kind regards"
    ),
    ("first_answer", "de"): (
        "Ihr Hinweis vom 15. November 2026 Sehr geehrte Frau Dr. Nowak, vielen Dank, dass Sie uns am 15. November "
        "2026 offen gesagt haben, was für Sie nicht stimmt. Zwei verspätete Lieferungen am frühen Morgen, und letzte "
        "Woche wieder. So soll es in unserer Zusammenarbeit nicht sein. Bevor wir mehr dazu sagen, möchten wir "
        "verstehen, was geschehen ist. Ich rufe Sie bis zum 26. November 2026 an, um es von Ihnen selbst zu hören; "
        "bis dahin tragen wir zusammen, was wir wissen. Mit freundlichen Grüßen"
    ),
    ("first_answer", "fr"): (
        "Ce que vous nous avez signalé le 15 novembre 2026 Madame, Merci de nous avoir dit franchement, le 15 "
        "novembre 2026, ce qui ne va pas pour vous. Deux livraisons tardives le matin, et encore la semaine dernière."
        " Ce n’est pas ainsi que nous voulons travailler avec vous. Avant d’en dire plus, nous voulons comprendre ce "
        "qui s’est passé. Je vous appellerai d’ici le 26 novembre 2026 pour l’entendre de vous ; d’ici là, nous "
        "réunissons ce que nous savons de notre côté. Je vous prie d’agréer, Madame, l’expression de mes salutations "
        "distinguées."
    ),
    ("recovery", "en"): (
        "What happened, and what we have changed Dear Anna Nowak, On 15 November 2026 you told us: Two late "
        "deliveries in the early-morning slot, and again last week. You were right to say so. We have looked into it."
        " The cause: the night carrier changed in March and nobody passed on the gate times. I am sorry, on behalf of"
        " all of us, for the trouble this has given you. So that it does not happen again: our own driver has the "
        "05:30 slot from 1 December. Our thanks go to Piotr Zając, who raised it. We can only put right what we hear "
        "about. Kind regards"
    ),
    ("recovery", "de"): (
        "Was geschehen ist und was wir geändert haben Sehr geehrte Frau Dr. Nowak, am 15. November 2026 haben Sie uns"
        " gesagt: Zwei verspätete Lieferungen am frühen Morgen, und letzte Woche wieder. Damit haben Sie recht. Wir "
        "sind der Sache nachgegangen. Die Ursache: Im März kam ein neuer Spediteur, und niemand gab die Torzeiten "
        "weiter. Für den Ärger und die Mühe, die Sie damit hatten, bitte ich Sie im Namen von uns allen um "
        "Entschuldigung. Damit es nicht wieder vorkommt: Ab dem 1. Dezember fährt unser eigener Fahrer um 5:30 Uhr. "
        "Unser Dank gilt Piotr Zając für den offenen Hinweis. Nur was wir wissen, können wir besser machen. Mit "
        "freundlichen Grüßen"
    ),
    ("recovery", "fr"): (
        "Ce qui s’est passé, et ce que nous avons changé Madame, Le 15 novembre 2026, vous nous avez dit : Deux "
        "livraisons tardives le matin, et encore la semaine dernière. Vous aviez raison de nous en parler. Nous avons"
        " cherché à comprendre. La cause : le transporteur de nuit a changé en mars et personne n’a transmis les "
        "horaires. Au nom de toute l’équipe, je vous présente nos excuses pour les difficultés que cela vous a "
        "causées. Pour que cela ne se reproduise pas : notre propre chauffeur assure le créneau de 5 h 30 dès le 1er "
        "décembre. Nous remercions Piotr Zając, qui nous l’a signalé. Nous ne pouvons corriger que ce que nous "
        "savons. Je vous prie d’agréer, Madame, l’expression de mes salutations distinguées."
    ),
    ("reminder", "en"): (
        "What we agreed: where we stand Dear Anna Nowak, This is a short note on what we agreed (Quarterly review, 25"
        " Aug), so that nothing slips on either side. What you took on What For By January forecast Dana Reyes 1 Dec "
        "Name a technical contact Dana Reyes 12 Nov What you will get from us What Who By Revised delivery plan Omar "
        "Haddad 27 Nov If a date no longer suits you, a short answer with a new one is enough. And if any of this is "
        "done already: thank you, please simply let me know. Kind regards"
    ),
    ("reminder", "de"): (
        "Unsere Vereinbarungen: der Stand der Dinge Sehr geehrte Frau Dr. Nowak, hier ein kurzer Überblick über das, "
        "was wir vereinbart haben (Quartalsgespräch, 25. Aug.), damit auf beiden Seiten nichts verloren geht. Was Sie"
        " übernommen haben Was Für Bis January forecast Dana Reyes 1. Dez. Name a technical contact Dana Reyes 12. "
        "Nov. Was Sie von uns bekommen Was Wer Bis Revised delivery plan Omar Haddad 27. Nov. Passt Ihnen ein Termin "
        "nicht mehr, genügt eine kurze Antwort mit einem neuen. Und falls etwas davon schon erledigt ist: Vielen "
        "Dank, sagen Sie es mir dann bitte kurz. Mit freundlichen Grüßen"
    ),
    ("reminder", "fr"): (
        "Ce que nous avons convenu : le point Madame, Voici un court rappel de ce que nous avons convenu (Revue "
        "trimestrielle, 25 août), pour que rien ne se perde, ni de votre côté ni du nôtre. Ce dont vous vous occupez "
        "Quoi Pour Avant le January forecast Dana Reyes 1er déc. Name a technical contact Dana Reyes 12 nov. Ce que "
        "vous recevrez de nous Quoi Qui Avant le Revised delivery plan Omar Haddad 27 nov. Si une date ne vous "
        "convient plus, une courte réponse avec une nouvelle date suffit. Et si l’un de ces points est déjà réglé, "
        "merci : dites-le-moi simplement. Je vous prie d’agréer, Madame, l’expression de mes salutations distinguées."
    ),
    ("change_notice", "en"): (
        "Prices from 1 June 2027 Dear Anna Nowak, From 1 June 2027 the prices of the items below rise by 4.5 %. Until"
        " then everything stays as it is: orders that reach us by 31 May 2027 are supplied on today’s terms. Why "
        "Steel costs 11 % more. What this means for you Item Bought in 12 months Price now New price Change For you, "
        "a year Drive X4 1004-20 EUR 48,210.00 EUR 1,240.00 EUR 1,295.80 +4.5 % +EUR 2,169.45 Sensor kit 2210 EUR "
        "8,310.50 EUR 83.10 EUR 86.84 +4.5 % +EUR 373.97 On what you bought in the last 12 months, this comes to EUR "
        "2,543.42 a year. What we offer Orders until 31 January keep today’s prices. Please call me before you decide"
        " anything; I will go through it with you: +49 40 555 0120. Kind regards"
    ),
    ("change_notice", "de"): (
        "Preise ab dem 1. Juni 2027 Sehr geehrte Frau Dr. Nowak, ab dem 1. Juni 2027 erhöhen sich die Preise der "
        "unten genannten Artikel um 4,5 %. Bis dahin bleibt alles, wie es ist: Bestellungen, die uns bis zum 31. Mai "
        "2027 erreichen, liefern wir zu den heutigen Bedingungen. Warum Steel costs 11 % more. Was das für Sie "
        "bedeutet Artikel Bezug in 12 Monaten Preis heute Neuer Preis Änderung Für Sie im Jahr Drive X4 1004-20 "
        "48.210,00 € 1.240,00 € 1.295,80 € +4,5 % +2.169,45 € Sensor kit 2210 8.310,50 € 83,10 € 86,84 "
        "€ +4,5 % +373,97 € Bezogen auf Ihre Einkäufe der letzten 12 Monate macht das 2.543,42 € im Jahr aus. "
        "Was wir anbieten Orders until 31 January keep today’s prices. Bitte rufen Sie mich an, bevor Sie etwas "
        "entscheiden; ich gehe es gern mit Ihnen durch: +49 40 555 0120. Mit freundlichen Grüßen"
    ),
    ("change_notice", "fr"): (
        "Nos prix à partir du 1er juin 2027 Madame, À partir du 1er juin 2027, les prix des articles ci-dessous "
        "augmentent de 4,5 %. D’ici là, rien ne change : les commandes qui nous parviennent jusqu’au 31 mai 2027 sont"
        " livrées aux conditions d’aujourd’hui. Pourquoi Steel costs 11 % more. Ce que cela signifie pour vous "
        "Article Achats sur 12 mois Prix actuel Nouveau prix Variation Pour vous, par an Drive X4 1004-20 48 210,00 "
        "€ 1 240,00 € 1 295,80 € +4,5 % +2 169,45 € Sensor kit 2210 8 310,50 € 83,10 € 86,84 € +4,5 % "
        "+373,97 € Sur vos achats des 12 derniers mois, cela représente 2 543,42 € par an. Ce que nous proposons "
        "Orders until 31 January keep today’s prices. Appelez-moi avant de décider quoi que ce soit ; nous en "
        "parlerons ensemble : +49 40 555 0120. Je vous prie d’agréer, Madame, l’expression de mes salutations "
        "distinguées."
    ),
}
