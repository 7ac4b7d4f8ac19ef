"""Words that notes of big books are made of: few are common and many are rare, in five languages."""

import random
from bisect import bisect
from itertools import accumulate
from typing import Final

LANGUAGES: Final = {
    "en": (
        "the and to of we for they is on with delivery price order late again team plan new quality invoice call next "
        "week project budget supplier contract pallets sample meeting warehouse agreed promise deadline buyer plant "
        "problem answer figures quarter season demand forecast complaint return credit response service support "
        "training machine line label packing truck driver carrier customs stock shortage claim audit certificate "
        "prototype drawing tolerance coating steel timber glass pump valve sensor software update licence renewal"
    ),
    "de": (
        "die und der wir für sie ist mit auf Lieferung Preis Auftrag spät wieder Mannschaft Plan neu Qualität Rechnung "
        "Anruf nächste Woche Angebot Vertrag Paletten Muster Besprechung Lager vereinbart zugesagt Frist Einkauf Werk "
        "Straße Größe Prüfung Störung Maß Schweißnaht Gehäuse Verpackung Spedition Zoll Engpass Beschwerde Gutschrift "
        "Schulung Maschine Ersatzteil Wartung Verlängerung Kündigung Rückruf Übergabe Änderung Öffnung Höhe"
    ),
    "fr": (
        "le la et de nous pour ils est avec sur livraison prix commande retard encore équipe projet nouveau qualité "
        "facture appel semaine offre contrat palettes échantillon réunion entrepôt accord promesse délai achat usine "
        "réponse chiffres trimestre saison prévision réclamation retour avoir service soutien formation étiquette "
        "emballage camion douane rupture audit certificat dessin tolérance verre pompe capteur garçon façade"
    ),
    "pl": (
        "i w na do my dla oni jest z dostawa cena zamówienie późno znowu zespół plan nowy jakość faktura telefon "
        "tydzień oferta umowa palety próbka spotkanie magazyn ustalono obietnica termin zakup zakład łożysko śruba "
        "źródło żądanie część ścieżka główny różnica książka przesyłka cło brak reklamacja zwrot szkolenie maszyna"
    ),
    "zh": (
        "客户 交货 价格 订单 延迟 团队 计划 质量 发票 电话 下周 报价 合同 样品 会议 仓库 同意 承诺 期限 采购 "
        "工厂 问题 答复 数据 季度 需求 投诉 退货 服务 支持 培训 机器 标签 包装 卡车 海关 短缺 审核 证书 图纸"
    ),
}
SHARES: Final = {"en": 60, "de": 16, "fr": 12, "pl": 9, "zh": 3}
RARE: Final = 4_000
_ENDINGS: Final = ("ing", "er", "ung", "eur", "ość", "ation", "ex", "or", "ia", "um", "son", "berg")
_MIDDLES: Final = ("ba", "ke", "lo", "mi", "nu", "pra", "ste", "vor", "zel", "gri", "dro", "fla", "quin", "tal")


class Wordsmith:
    """Writes sentences that differ from each other, the same ones for the same seed."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        rare = [self._rare() for _ in range(RARE)]
        self._words = {name: [*words.split(), *rare] for name, words in LANGUAGES.items()}
        self._weights = {
            name: list(accumulate(1 / (at + 2) for at in range(len(words)))) for name, words in self._words.items()
        }
        self._languages = [name for name, share in SHARES.items() for _ in range(share)]

    def sentence(self, fewest: int = 8, most: int = 40) -> str:
        """Write so many words in one of the languages."""
        dice = self._dice
        name = self._languages[int(dice.random() * len(self._languages))]
        words, weights = self._words[name], self._weights[name]
        total = weights[-1]
        count = fewest + int(dice.random() * (most - fewest))
        picked = [words[bisect(weights, dice.random() * total)] for _ in range(count)]
        return ("" if name == "zh" else " ").join(picked)

    def _rare(self) -> str:
        dice = self._dice
        return "".join(dice.choice(_MIDDLES) for _ in range(dice.randint(1, 3))) + dice.choice(_ENDINGS)
