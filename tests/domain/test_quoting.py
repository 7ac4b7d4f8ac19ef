"""What somebody said is not printed in quotation marks, and not with their name, by way of another wording."""

import pytest

from reviewdesk.domain.quoting import plain_wording, quoted_run, quoted_runs, unquoted


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('"You never answer the phone" says Jo', "You never answer the phone"),
        ('Jo says: "You never answer"', "You never answer"),
        ("“You are slow”, Jo Client", "You are slow"),
        ('"we are tired" (Jo Client)', "we are tired"),
        ("„Ihr seid langsam“, sagt Anna. Und teuer", "Ihr seid langsam. Und teuer"),
        ("« Vous êtes lents », dit Marie", "Vous êtes lents"),
        ('Jo said "too slow" again', "too slow again"),
        ('"too slow", Jo Client', "too slow"),
        ('They said "you are slow" and left', "you are slow and left"),
    ],
)
def test_marks_and_who_said_it_are_taken_out(typed, printed):
    assert unquoted(typed) == printed
    assert quoted_run(typed)


@pytest.mark.parametrize(
    "typed", ['The "Gold" plan is too dear', "Our “Blue Line” is late", 'The 19" rack and the 21" rack', "late again"]
)
def test_a_term_in_marks_is_nobodys_words(typed):
    assert unquoted(typed) == typed
    assert not quoted_run(typed)


@pytest.mark.parametrize(
    "line", ["“very bad” – Anna Berg", "“very bad” (Anna Berg)", "“very bad” @Anna", "She called it “very bad”"]
)
def test_two_words_with_who_said_them_are_theirs(line):
    assert quoted_runs(line) == ("very bad",)
    assert plain_wording(line) == "Very bad"


@pytest.mark.parametrize("line", ["A product called “Blue Line”", "We install “Blue Line” by May", "“Blue Line” - new"])
def test_a_name_in_quotation_marks_is_nobodys_sentence(line):
    assert quoted_runs(line) == ()
    assert plain_wording(line) == line
