"""Which words of a line name a rival, and which are no names at all."""

import pytest

from reviewdesk.domain.rival_names import rival_names

OWN = ("Anna Nowak", "Jürgen Groß")


def names(words: str) -> set[str]:
    return set(rival_names(words, OWN))


@pytest.mark.parametrize(
    ("line", "rivals"),
    [
        ("FastFreight is 4 % under us", {"FastFreight"}),
        ("Management says UPS is cheaper. Planning likes them.", {"UPS"}),
        ("Their Head of Logistics likes UPS", {"UPS"}),
        ("Offer from UPS in Poland", {"UPS"}),
        ("The new CFO wants DHL", {"DHL"}),
        ("Anna says DHL is cheaper", {"DHL"}),
        ("eBay and iPack undercut us", {"eBay", "iPack"}),
        ("we lost to dhl in march", {"dhl"}),
        ("they say dhl is 4 % cheaper", {"dhl"}),
        ("ups is cheaper", {"ups"}),
        ("DHL's offer and O’Brien's", {"DHL", "O’Brien"}),
        ("They compare us with Globex Freight and it is cheaper", {"Globex Freight", "Globex"}),
        ("Northern Star Ltd undercuts us", {"Northern Star Ltd"}),
        ("Price is 3 % better at Kuehne & Nagel", {"Kuehne & Nagel"}),
        ("Rolls-Royce bid too", {"Rolls-Royce"}),
        ("ParcelKing…", {"ParcelKing"}),
        ("3M quoted", {"3M"}),
    ],
)
def test_the_rivals_of_an_english_line(line: str, rivals: set[str]):
    assert names(line) == rivals


@pytest.mark.parametrize(
    ("line", "rivals"),
    [
        ("FastFreight hat bessere Rampen und freundliche Fahrer", {"FastFreight"}),
        ("Hellmann macht mit Sonderrabatten und Fahrern Druck", {"Hellmann"}),
        ("Angebot von Dachser liegt vor", {"Dachser"}),
        ("Bessere Rampen bei Dachser", {"Dachser"}),
        ("Der Kunde vergleicht uns mit Dachser und Schenker", {"Dachser", "Schenker"}),
        ("Dachser, Schenker und Kühne + Nagel bieten auch an", {"Dachser", "Schenker", "Kühne + Nagel"}),
        ("DB Schenker fährt", {"DB Schenker"}),
        ("Jürgen sagt, dass GLS billiger ist", {"GLS"}),
    ],
)
def test_the_rivals_of_a_german_line(line: str, rivals: set[str]):
    assert names(line) == rivals


@pytest.mark.parametrize(
    ("line", "rivals"),
    [
        ("Geodis est moins cher, le Directeur dit que d'Amazon livre mieux", {"Geodis", "Amazon"}),
        ("moins cher que geodis", {"geodis"}),
        ("L'offre de Kuehne+Nagel", {"Kuehne+Nagel"}),
        ("Chez Geodis les délais sont meilleurs", {"Geodis"}),
        ("La direction préfère Chronopost depuis mars", {"Chronopost"}),
    ],
)
def test_the_rivals_of_a_french_line(line: str, rivals: set[str]):
    assert names(line) == rivals


@pytest.mark.parametrize(
    ("line", "rival"),
    [
        ("顺丰 更便宜", "顺丰"),
        ("顺丰更便宜", "顺丰"),
        ("ヤマト運輸のほうが安い", "ヤマト運輸"),
        ("ארמקס זולים", "ארמקס"),
        ("أرامكس أرخص", "أرامكس"),
        ("СДЭК дешевле", "СДЭК"),
    ],
)
def test_the_rival_of_a_line_in_another_script(line: str, rival: str):
    assert names(line) == {rival}


@pytest.mark.parametrize(
    "line",
    [
        "they want pallets with labels",
        "no rivals named",
        "haggling over pallets",
        "cheaper",
        "Fahrer sind freundlicher dort",
        "Kunden loben Freundlichkeit",
        "Anna is looking around",
        "Le directeur compare les prix",
        "",
        "…",
    ],
)
def test_common_words_and_people_of_the_account_are_no_rivals(line: str):
    assert names(line) == set()


@pytest.mark.parametrize(
    ("line", "rival"),
    [
        ("swift", "Swift"),
        ("swift freight", "Swift Freight"),
        ("globex", "globex"),
        ("kuehne & nagel", "kuehne & nagel"),
    ],
)
def test_a_line_of_one_or_two_words_is_the_name(line: str, rival: str):
    assert names(line) == {rival}


def test_of_a_very_long_line_the_beginning_is_read():
    assert names("FastFreight is cheaper " + "and cheaper " * 100_000 + "than GLS") == {"FastFreight"}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Wettbewerber Schenker bietet weniger", "Schenker"),
        ("der Wettbewerber Dachser war hier", "Dachser"),
        ("sie reden auch mit Dachser", "Dachser"),
        ("haben Angebot Dachser bekommen", "Dachser"),
        ("Neuer Preis: Dachser", "Dachser"),
        ("wir hörten, Rhenus sei billiger", "Rhenus"),
        ("Die Firma Rhenus ist billiger", "Rhenus"),
        ("Einkauf sagt Rhenus", "Rhenus"),
    ],
)
def test_a_german_line_that_tells_of_somebody_who_offers_gives_their_name(line, name):
    assert rival_names(line) == (name,)
