"""Letters as values: how they greet, what they must say, whose words are whose, and what they have no place for."""

from dataclasses import fields, replace

import pytest

from reviewdesk.domain.letters.change_notice import ChangedItem, ChangeNotice
from reviewdesk.domain.letters.completeness import gives_thanks, says_sorry
from reviewdesk.domain.letters.first_answer import FirstAnswer, begun_first_answer
from reviewdesk.domain.letters.frame import LetterFrame, Recipient, Signer
from reviewdesk.domain.letters.pieces import plain, recognised
from reviewdesk.domain.letters.recovery import RecoveryLetter
from reviewdesk.domain.letters.reminder import Reminder, ReminderItem
from reviewdesk.domain.letters.salutation import greeting
from reviewdesk.domain.letters.words import phrases_in
from tests.reports.letters import RAISED, WRITTEN, change_notice, first_answer, recovery

LANGUAGES = ("en", "de", "fr")


@pytest.mark.parametrize(
    ("language", "person", "said", "closing"),
    [
        ("en", "Anna Nowak", "Dear Anna Nowak,", "Kind regards"),
        ("en", "Ms Anna Nowak", "Dear Ms Nowak,", "Yours sincerely"),
        ("en", "Dr. Ludwig van Berg", "Dear Dr van Berg,", "Yours sincerely"),
        ("en", "", "Dear Sir or Madam,", "Yours faithfully"),
        ("de", "Anna Nowak", "Guten Tag Anna Nowak,", "Mit freundlichen Grüßen"),
        ("de", "Frau Dr. Anna Nowak", "Sehr geehrte Frau Dr. Nowak,", "Mit freundlichen Grüßen"),
        ("de", "Herr Prof. Dr. Luis von der Heide", "Sehr geehrter Herr Prof. Dr. von der Heide,", "Mit freundlichen"),
        ("de", "Dr. Anna Nowak", "Guten Tag Dr. Anna Nowak,", "Mit freundlichen Grüßen"),
        ("de", "", "Sehr geehrte Damen und Herren,", "Mit freundlichen Grüßen"),
        ("fr", "Chloé Martin", "Bonjour Chloé Martin,", "Bien cordialement"),
        ("fr", "Mme Chloé Martin", "Madame,", "Je vous prie d’agréer, Madame,"),
        ("fr", "M. Jean Petit", "Monsieur,", "Je vous prie d’agréer, Monsieur,"),
        ("fr", "Marie Petit", "Bonjour Marie Petit,", "Bien cordialement"),
        ("fr", "", "Madame, Monsieur,", "Je vous prie d’agréer, Madame, Monsieur,"),
        ("en", "أحمد", "Dear أحمد,", "Kind regards"),
    ],
)
def test_a_letter_greets_by_a_known_title_and_else_in_a_way_that_is_right_for_everybody(
    language, person, said, closing
):
    made = greeting(phrases_in(language), language, person)

    assert plain(made.salutation) == said
    assert plain(made.closing).startswith(closing)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything(language):
    lacking = set(phrases_in("en")) - set(phrases_in(language))

    assert lacking <= {"titled he", "closing titled he"}


def test_a_language_we_have_no_words_of_is_written_in_english():
    assert phrases_in("pl-PL") == phrases_in("en")
    assert phrases_in("de_AT") == phrases_in("de")


def test_an_address_reads_as_the_post_of_its_country_reads_it():
    near = Recipient(
        company="Hanseatic Timber", person="Anna Nowak", street="Hof 2\n Speicherstraße  12", postal_code="20457",
        city="Hamburg", country="Germany",
    )  # fmt: skip
    far = Recipient(company="Initech", city="Austin", region="TX", postal_code="73301", country="United States")

    assert near.lines == (
        "Hanseatic Timber", "Anna Nowak", "Hof 2", "Speicherstraße 12", "20457 Hamburg", "GERMANY",
    )  # fmt: skip
    assert far.lines == ("Initech", "Austin, TX 73301", "UNITED STATES")
    assert Recipient(company="X", country="DE").lines == ("X",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_answer_admits_nothing_unless_chosen(language):
    begun = begun_first_answer(language, RAISED, WRITTEN)
    letter = replace(first_answer(language), **{**begun, "admission": ""})
    said = "".join(plain(each.text) for each in letter.parts())

    assert letter.missing == ()
    assert begun["admission"] not in said
    assert not says_sorry(said)
    admitting = replace(letter, admission=begun["admission"])
    assert begun["admission"] in "".join(plain(each.text) for each in admitting.parts())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("happened", "Acknowledge it"),
        ("apology", "Apologise"),
        ("thanks", "Thank whoever raised it"),
        ("prevention", "Say how it will be prevented"),
        ("concern", "in words for the customer"),
    ],
)
def test_a_recovery_letter_is_not_complete_until_it_says_each_of_these(language, field, sentence):
    whole = recovery(language)
    (lacking,) = replace(whole, **{field: " "}).missing

    assert whole.missing == ()
    assert lacking.field == field
    assert sentence in lacking.sentence


def test_words_that_neither_apologise_nor_thank_are_not_taken_for_it():
    letter = replace(recovery(), apology="We take note of this.", thanks="Noted by Piotr.")

    assert {each.field for each in letter.missing} == {"apology", "thanks"}


@pytest.mark.parametrize(
    "words",
    [
        "Przepraszamy za to.",
        "Lo sentimos, disculpe.",
        "Es tut mir leid.",
        "Toutes nos excuses.",
        "対応が遅れ、申し訳ありません。",
    ],
)
def test_an_apology_is_known_in_the_languages_people_write_in(words):
    assert says_sorry(words)


@pytest.mark.parametrize("words", ["Dziękujemy!", "Muchas gracias", "Vielen Dank", "Grazie mille", "Merci à vous"])
def test_thanks_are_known_in_the_languages_people_write_in(words):
    assert gives_thanks(words)


def test_a_text_that_still_reads_as_its_template_keeps_the_template_s_words_as_its_own():
    template = phrases_in("fr")["recovery happened"]
    typed = template.format(cause="un tri manqué").replace("\u00a0", " ")

    pieces = recognised(typed, template)

    assert [own for _, own in pieces] == [True, False]
    assert pieces[1] == ("un tri manqué", False)
    assert "\u00a0:" in plain(pieces)
    assert recognised("Something else.", template) == (("Something else.", False),)
    assert recognised("", template) == ()


@pytest.mark.parametrize("kind", [FirstAnswer, RecoveryLetter, Reminder, ChangeNotice, LetterFrame, Recipient, Signer,
                                  ReminderItem, ChangedItem])  # fmt: skip
def test_a_letter_has_no_place_for_anything_internal(kind):
    inside = {each.name for each in fields(kind)}

    internal = {"words", "severity", "tier", "health", "stance", "rivals", "margin", "notes", "is_late", "days_over"}
    assert not inside & internal


def test_a_change_notice_adds_up_to_the_cent_and_says_nothing_where_a_figure_is_not_known():
    notice = change_notice(ends=True)

    assert str(notice.total) == "2543.42"
    assert plain(notice.subject).startswith("What changes from 1")
    unknown = replace(notice, items=(*notice.items, replace(notice.items[0], a_year=None)))
    assert unknown.total is None
    assert replace(notice, items=notice.items[2:]).total is None
    assert [each.field for each in replace(notice, items=(), why="").missing] == ["items", "why"]
