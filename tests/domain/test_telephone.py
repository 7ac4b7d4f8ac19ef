"""A number is dialled as people mean it, however it is written."""

import pytest

from reviewdesk.domain.telephone import dial_link


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("+49 711 123-45", "tel:+4971112345"),
        ("+49 (0) 711 / 123 45", "tel:+4971112345"),
        ("0049 711 12345", "tel:+4971112345"),
        ("(0711) 12345", "tel:071112345"),
        ("(555) 010-7788 ext. 42", "tel:5550107788;ext=42"),
        ("555 0100 x7", "tel:5550100;ext=7"),
        ("+33 1 23 45 67 89 poste 12", "tel:+33123456789;ext=12"),
        ("٠٧١١ ١٢٣", "tel:0711123"),
        ("ask Anna", ""),
        ("+49 711 12 or 0170 55", "tel:+4971112"),
        ("Tel.: 0711 12345, 0170 55", "tel:071112345"),
        ("0711 123²", "tel:0711123"),
        ("", ""),
    ],
)
def test_a_number_is_dialled_as_it_is_meant(written, dialled):
    assert dial_link(written) == dialled
