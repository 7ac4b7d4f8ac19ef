"""Files that were damaged on their way, or made to do harm: known ones with bytes and lines changed by chance."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.source_exports import EXPORTS
from tests.workbooks import write_workbook

_NASTY = (
    b'"', b"'", b";", b",", b"\t", b"|", b"\0", b"\r", b"\n", b"\r\n", b"=", b"+", b"-", b"@", b"=cmd|' /C calc'!A0",
    b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"1e999", b"-99999999999999999999999999999", b"0/0/00",
    b"31.02.2026", b"99999", b"Jan 26", b"T\xe2\x82\xac", b"Total", b"[[[[[[", b"<b>&#1114112;", b"BEGIN:VCARD\n",
    b"END:VCARD\n", b"=\n", b"sep=;\n", b"Record ID", b"IsDeleted", b"\xe2\x80\xae", b"x" * 5_000, b'"' * 501,
    b"," * 2_500,
)  # fmt: skip
_NASTY_VALUES = (
    b"", b" ", b"0001-01-01", b"9999-12-31", b"1066-10-14 09:00", b"29/02/2027", b"2026-10-01T25:61:00Z", b"45631.5",
    b"1200.123456", b"1e18", b"-1E+12", b"0.00004", b"1.000.000.000.000.000", b"(1,5)", b"NaN", b"-0", b"EUR",
    b"$ 5 EUR", b"yes", b"Closed Won", b"zcrm_", b"0015000000AbCdEAAA", b";", b" ::: ", b"[1,[2]]", b"'=1", b"a@@b.x",
    b"http://[::1", b"//", b"GmbH", b"Total", b"\xe2\x80\xae", b"\xed\xa0\x80", b"K" * 301,
)  # fmt: skip
_CELL = re.compile(rb"[^,;|\t\r\n]+")
_NASTY_XML = (
    b"<c r='XFD1048576'><v>1</v></c>", b"<row r='1048576'>", b"<v>1e308</v>", b"<v>-1</v>", b't="s"><v>999999</v>',
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"</sheetData>", b"<sheetData>", b"<mergeCell ref='A1:XFD1048576'/>",
    b"<v>0.123456789</v>", b"<v>1e18</v>", b"<v>2958465</v>", b't="e"', b't="d"', b't="inlineStr"', b"<f>1/0</f>",
    b"]]>", b"\0",
)  # fmt: skip
_CARD = (
    "BEGIN:VCARD\nVERSION:3.0\nN:Byron;Ada;King;;\nFN:Ada King Byron\nORG:Kestrel Air\\, Ltd.;\nTITLE:Head\n  design\n"
    "item1.EMAIL;type=INTERNET;type=pref:ada@kestrel.example\nTEL;type=CELL:+44 7700 1\nUID:ABCD-1\nEND:VCARD\n"
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=\r\n=C3=BCrgen\r\n"
    "ORG:Kestrel Air\r\nPHOTO;ENCODING=BASE64:AAAA\r\n BBBB\r\n\r\nEND:VCARD\r\n"
)
_FIGURES = (
    "Umsatz in T€;;;\nKunde;Jan 26;Feb 26;Mrz 26;Summe\nKestrel Air;1,5;2;3;6,5\nLodz;;;4;4\nSumme;1,5;2;7;10,5\n"
)


class Mutations:
    """Writes mutated files of each kind into a folder, the same ones for the same seed."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._chance = Random(seed)
        self._folder = folder
        self._texts = [path.read_bytes() for path in self._written(as_workbook=False)]
        self._texts.append(_FIGURES.encode())
        self._books = [path.read_bytes() for path in self._written(as_workbook=True)]
        rows = [("Revenue in T€",), ("Customer", "Jan 26", "Feb 26"), ("Kestrel Air", 1.5, 2), ("Total", 1.5, 2)]
        self._books.append(write_workbook(folder / "figures.xlsx", {"Sheet1": rows}).read_bytes())

    def _written(self, *, as_workbook: bool) -> Iterator[Path]:
        for name, make in EXPORTS.items():
            export = make()
            place = self._folder / f"seed {name}"
            place.mkdir(exist_ok=True)
            if export.as_workbook == as_workbook:
                yield from export.write(place)

    def files(self, count: int) -> Iterator[Path]:
        """Write so many files, a third of them each text, workbook and cards; each is written over by the next."""
        kinds = (("mutated.csv", self._text), ("mutated.xlsx", self._book), ("mutated.vcf", self._cards))
        for at in range(count):
            name, make = kinds[at % 3]
            path = self._folder / name
            path.write_bytes(make())
            yield path

    def _text(self) -> bytes:
        return self._mutated(self._chance.choice(self._texts), _NASTY)

    def _cards(self) -> bytes:
        return self._mutated(_CARD.encode(), _NASTY)

    def _book(self) -> bytes:
        """Damage the package, or what is in it."""
        content = self._chance.choice(self._books)
        if self._chance.random() < 0.3:
            return self._mutated(content, _NASTY)
        made = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
            names = old.namelist()
            damaged = self._chance.choice(
                [each for each in names if "sheet" in each.lower() or "shared" in each] or names
            )
            for each in names:
                inside = old.read(each)
                new.writestr(each, self._mutated(inside, _NASTY_XML) if each == damaged else inside)
        return made.getvalue()

    def _mutated(self, content: bytes, nasty: tuple[bytes, ...]) -> bytes:
        for _ in range(self._chance.choice((1, 1, 2, 3, 8, 30))):
            at = self._chance.randrange(len(content) + 1)
            to = min(len(content), at + self._chance.choice((0, 1, 1, 4, 40)))
            how = self._chance.randrange(7)
            if how == 6:
                content = self._with_another_value(content)
            elif how == 0:
                content = content[:at] + bytes([self._chance.randrange(256)]) + content[to:]
            elif how == 1:
                content = content[:at] + self._chance.choice(nasty) + content[to:]
            elif how == 2:
                content = content[:at] + content[to:]
            elif how == 3:
                content = content[:to] + content[at:to] * self._chance.choice((1, 2, 50)) + content[to:]
            elif how == 4 and self._chance.random() < 0.2:
                content = content[:at]
            else:
                lines = content.split(b"\n")
                self._chance.shuffle(lines)
                content = b"\n".join(lines[: 1 + self._chance.randrange(len(lines))])
        return content

    def _with_another_value(self, content: bytes) -> bytes:
        """Put a value that is none, or hardly one, in the place of a whole cell."""
        cells = list(_CELL.finditer(content))
        cell = self._chance.choice(cells) if cells else None
        value = self._chance.choice(_NASTY_VALUES)
        return content[: cell.start()] + value + content[cell.end() :] if cell else content
