"""Which words of a note can be misspelt at all."""

import pytest

from reviewdesk.domain.spelling import is_named, pieces, spelled_words, trade_words


def looked_up(line: str) -> list[str]:
    return [each.text for each in spelled_words(line)]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("! Late invoises again", ["Late", "invoises", "again"]),
        ("/we send teh list", ["send", "teh", "list"]),
        ("/wir schicken die Liste", ["schicken", "die", "Liste"]),
        ("@Maria Lopez asks", ["asks"]),
        ("for #lisbon and more", ["for", "and", "more"]),
        ("lot L4711b of 12kg", ["lot", "of"]),
        ("KPI and iPhone and ReviewDesk", ["and", "and"]),
        ("mail dana@example.com or www.example.com/x now", ["mail", "or", "now"]),
        ("it’s the customer's follow-up", ["it’s", "the", "customer's", "follow-up"]),
        ("l'accord d'hier, déjà", ["l'accord", "d'hier", "déjà"]),
        ("/c Cargolane offered a munth", ["offered", "munth"]),
        ("a I 5 %", []),
        ("会议 שלום مرحبا Северное", []),
        ("", []),
    ],
)
def test_only_words_of_prose_are_looked_up(line, words):
    assert looked_up(line) == words


def test_each_word_knows_where_it_stands():
    line = "🙂 teh (list)"

    assert [line[each.begin : each.end] for each in spelled_words(line)] == ["teh", "list"]


def test_a_name_is_known_in_any_case_and_when_it_owns_something():
    names = pieces(("Łódź Logistics", "Anna-Maria O’Hara"))

    for word in ("łódź", "Łódź's", "Maria", "Anna-Maria", "O'Hara"):
        assert is_named(word, names), word
    assert not is_named("Logistik", names)


def test_days_as_they_are_noted_are_known_in_every_language():
    assert {"mon", "mittw", "mrz", "août", "tmrw"} - trade_words() == {"mittw"}
