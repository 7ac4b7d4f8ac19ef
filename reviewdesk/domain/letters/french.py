"""What letters say of their own in French."""

from typing import Final

PHRASES: Final = {
    "to all": "Madame, Monsieur,",
    "to one": "Bonjour {name},",
    "titled": "Madame,",
    "titled he": "Monsieur,",
    "closing": "Bien cordialement",
    "closing to all": "Je vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations distinguées.",
    "closing titled": "Je vous prie d’agréer, Madame, l’expression de mes salutations distinguées.",
    "closing titled he": "Je vous prie d’agréer, Monsieur, l’expression de mes salutations distinguées.",
    "contact": "Votre contact",
    "enclosure": "Pièce jointe",
    "enclosures": "Pièces jointes",
    "dated": "{place}, le {day}",
    "mail letter": "Veuillez trouver ci-joint notre courrier.",
    "mail reminder": "Vous trouverez ci-joint une page sur ce que nous avons convenu, pour que rien ne se perde.",
    "file first answer": "première réponse",
    "file recovery": "courrier",
    "file reminder": "ce qui a été convenu",
    "file change": "annonce",
    "subject first answer": "Ce que vous nous avez signalé le {day}",
    "first thanks": "Merci de nous avoir dit franchement, le {day}, ce qui ne va pas pour vous.",
    "first not so": "Ce n’est pas ainsi que nous voulons travailler avec vous.",
    "first understand": "Avant d’en dire plus, nous voulons comprendre ce qui s’est passé. Je vous appellerai d’ici "
    "le {day} pour l’entendre de vous\u00a0; d’ici là, nous réunissons ce que nous savons de notre côté.",
    "first admission": "Nous pouvons déjà vous dire ceci\u00a0: l’erreur vient de nous, et nous vous présentons nos "
    "excuses.",
    "subject recovery": "Ce qui s’est passé, et ce que nous avons changé",
    "recovery opening": "Le {day}, vous nous avez dit\u00a0:",
    "recovery happened": "Vous aviez raison de nous en parler. Nous avons cherché à comprendre. La cause\u00a0: "
    "{cause}",
    "recovery apology": "Au nom de toute l’équipe, je vous présente nos excuses pour les difficultés que cela vous a "
    "causées.",
    "recovery thanks": "Merci de l’avoir signalé. Nous ne pouvons corriger que ce que nous savons.",
    "recovery thanks other": "Nous remercions {name}, qui nous l’a signalé. Nous ne pouvons corriger que ce que nous "
    "savons.",
    "recovery prevention": "Pour que cela ne se reproduise pas\u00a0: {fix}",
    "subject reminder": "Ce que nous avons convenu\u00a0: le point",
    "reminder opening": "Voici un court rappel de ce que nous avons convenu, pour que rien ne se perde, ni de votre "
    "côté ni du nôtre.",
    "reminder opening once": "Voici un court rappel de ce que nous avons convenu ({once}), pour que "
    "rien ne se perde, ni de votre côté ni du nôtre.",
    "reminder closing": "Si une date ne vous convient plus, une courte réponse avec une nouvelle date suffit. Et si "
    "l’un de ces points est déjà réglé, merci\u00a0: dites-le-moi simplement.",
    "yours": "Ce dont vous vous occupez",
    "ours": "Ce que vous recevrez de nous",
    "nothing ours": "De notre côté, rien n’est en suspens pour le moment.",
    "nothing yours": "De votre côté, rien n’est en suspens pour le moment. Merci.",
    "what": "Quoi",
    "for whom": "Pour",
    "who": "Qui",
    "by when": "Avant le",
    "agreed": "Convenu",
    "occasion": "{occasion}, {day}",
    "subject price": "Nos prix à partir du {day}",
    "subject discontinued": "Articles que nous ne fournirons plus à partir du {day}",
    "subject both": "Ce qui change à partir du {day}",
    "change up": "À partir du {day}, les prix des articles ci-dessous augmentent de {change}.",
    "change down": "À partir du {day}, les prix des articles ci-dessous baissent de {change}.",
    "change prices": "À partir du {day}, les prix des articles ci-dessous changent.",
    "change discontinued": "À partir du {day}, nous ne pourrons plus fournir certains des articles que vous nous "
    "achetez. Nous tenons à ce que vous le sachiez à temps, ainsi que ce qui peut les remplacer.",
    "change until": "D’ici là, rien ne change\u00a0: les commandes qui nous parviennent jusqu’au {day} sont livrées "
    "aux conditions d’aujourd’hui.",
    "change why": "Pourquoi",
    "change means": "Ce que cela signifie pour vous",
    "change total": "Sur vos achats des 12 derniers mois, cela représente {total} par an.",
    "change offer": "Ce que nous proposons",
    "change talk": "Appelez-moi avant de décider quoi que ce soit\u00a0; nous en parlerons ensemble\u00a0: {how}.",
    "change talk to me": "Appelez-moi avant de décider quoi que ce soit\u00a0; nous en parlerons ensemble.",
    "item": "Article",
    "bought": "Achats sur 12 mois",
    "price now": "Prix actuel",
    "price then": "Nouveau prix",
    "change": "Variation",
    "a year": "Pour vous, par an",
    "replacement": "À la place",
    "ends": "supprimé",
}
