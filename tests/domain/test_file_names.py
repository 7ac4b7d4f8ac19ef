"""Names of files, whatever they were called where they came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.file_names import LONGEST, ending_of, safe_name


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\x\\plan.docx", "plan.docx"),
        ("a\r\nb.txt", "ab.txt"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("..", "file"),
        ("", "file"),
        ("folder/", "folder"),
        ("con", "_con"),
        ("LPT1.txt", "_LPT1.txt"),
        ("what? <really>: yes.md", "what_ _really__ yes.md"),
        (" trailing. ", "trailing"),
        ("客户 合同.pdf", "客户 合同.pdf"),
        ("Mu\u0308ller.pdf", "M\u00fcller.pdf"),
    ],
)
def test_a_name_is_made_safe(given_name, name):
    assert safe_name(given_name) == name


def test_a_very_long_name_keeps_its_ending():
    name = safe_name("Ü" * 300 + ".pdf")

    assert name.endswith("Ü.pdf")
    assert len(name.encode()) <= LONGEST


@pytest.mark.parametrize(
    ("name", "ending"),
    [("a.PDF", "pdf"), ("archive.tar.gz", "gz"), (".profile", ""), ("none", ""), ("x." + "y" * 30, "")],
)
def test_the_ending_says_what_a_file_is(name, ending):
    assert ending_of(name) == ending


@given(st.text())
def test_every_name_can_be_written_and_is_safe_a_second_time(text):
    name = safe_name(text)

    assert name
    assert not set(name) & set('/\\<>:"|?*\r\n\0')
    assert len(name.encode("utf-8", "surrogatepass")) <= LONGEST + 1
    assert safe_name(name) == name
