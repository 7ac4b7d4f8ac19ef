"""When two names stand for the same company: legal forms, accents and the spelling of "and" aside."""

import re
import unicodedata
from functools import lru_cache

_FORMS = """
inc incorporated corp corporation co company companies ltd limited llc llp lp plc gmbh mbh ag kg kgaa ohg ug ev eg
se sa sas sarl sasu srl spa sl slu bv nv oy oyj ab as asa aps kft zrt nyrt doo dd sro spzoo pte pty pvt ltda kk bhd
"""
_LEGAL_WORDS = frozenset(_FORMS.split())
# Legal forms of several words after folding, longest first; a name keeps at least one word.
_LEGAL_FORMS = (
    ("gmbh", "and", "co", "kgaa"),
    ("gmbh", "and", "co", "kg"),
    ("sp", "z", "o", "o"),
    ("gmbh", "co", "kg"),
    ("and", "co", "kg"),
    ("s", "r", "o"),
    ("s", "a", "s"),
    ("s", "p", "a"),
    ("s", "r", "l"),
    ("d", "o", "o"),
    ("pty", "ltd"),
    ("pvt", "ltd"),
    ("co", "ltd"),
    ("and", "co"),
    ("l", "l", "c"),
    ("b", "v"),
    ("n", "v"),
    ("s", "a"),
    ("a", "s"),
    ("a", "g"),
    ("co", "kg"),
)
_SPECIAL = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th"})
_NOT_WORD = re.compile(r"[\W_]+")
_HOST = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?(?://)?(?:www\d?\.)?([^/?#:\s@]+)", re.IGNORECASE)
_SHARED = """
gmail.com googlemail.com outlook.com hotmail.com live.com yahoo.com icloud.com aol.com gmx.de gmx.net web.de
t-online.de orange.fr free.fr laposte.net wanadoo.fr proton.me protonmail.com mail.ru qq.com 163.com
facebook.com linkedin.com twitter.com x.com instagram.com sites.google.com
"""
_SHARED_HOSTS = frozenset(_SHARED.split())


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """Fold a name to lower case words without accents or marks, with "&" and "+" as "and"."""
    spelled = unicodedata.normalize("NFKC", name).replace("&", " and ").replace("+", " and ").casefold()
    plain = unicodedata.normalize("NFKD", spelled.translate(_SPECIAL))
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    return _NOT_WORD.sub(" ", letters).strip() or spelled.strip()


@lru_cache(maxsize=65536)
def normalised(name: str) -> str:
    """Fold a company's name and drop its legal forms: "Müller & Söhne GmbH" gives "muller and sohne"."""
    words = tuple(folded(name).split())
    while (shorter := _without_form(words)) != words:
        words = shorter
    return " ".join(words)


def squashed(name: str) -> str:
    """Fold a name and close its gaps, so that "GTX Pro" and "GTXPro" are alike."""
    return normalised(name).replace(" ", "")


def domain_of(address: str) -> str:
    """Give the domain of a web or e-mail address; nothing where it is one that many companies share."""
    host = address.rsplit("@", 1)[-1] if "@" in address else address
    found = _HOST.match(host.strip().lower())
    domain = found.group(1).strip(".") if found else ""
    return "" if "." not in domain or domain in _SHARED_HOSTS else domain


def _without_form(words: tuple[str, ...]) -> tuple[str, ...]:
    for form in _LEGAL_FORMS:
        if len(words) > len(form) and words[-len(form) :] == form:
            return words[: -len(form)]
    return words[:-1] if len(words) > 1 and words[-1] in _LEGAL_WORDS else words
