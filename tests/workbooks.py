"""Workbooks as other programs write them, and some that no honest program writes, made here."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

Rows = Sequence[Sequence[object]]


def write_workbook(path: Path, sheets: Mapping[str, Rows], *, hidden: Sequence[str] = (), **options: Any) -> Path:
    """Write sheets of rows; dates get a date's format, and sheets in `hidden` are hidden."""
    with xlsxwriter.Workbook(path, options) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, datetime | date):
                        sheet.write_datetime(at, column, cell, day)
                    elif isinstance(cell, str) and cell.startswith("="):
                        formula, _, value = cell.partition("\t")
                        sheet.write_formula(at, column, formula, None, value)
                    elif cell is not None:
                        sheet.write(at, column, cell)
            if name in hidden:
                sheet.hide()
        next(each for each in book.worksheets() if each.get_name() not in hidden).activate()
        next(each for each in book.worksheets() if each.get_name() not in hidden).set_first_sheet()
    return path


def with_sheet(path: Path, xml: str, into: Path) -> Path:
    """Copy a workbook with another text for its first sheet."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            new.writestr(each, xml if each == "xl/worksheets/sheet1.xml" else old.read(each))
    return into


def entity_bomb(path: Path, into: Path) -> Path:
    """Write a workbook whose sheet defines text that unfolds to billions of letters."""
    lines = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 12))
    return with_sheet(path, _sheet(f'<!DOCTYPE x [<!ENTITY l0 "lollollol">{lines}]>', "&l11;"), into)


def outside_entity(path: Path, into: Path, secret: Path) -> Path:
    """Write a workbook whose sheet asks for the text of another file."""
    return with_sheet(path, _sheet(f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>', "&e;"), into)


def far_corners(path: Path) -> Path:
    """Write a workbook with the first and the very last cell filled, and nothing between."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "Company")
        sheet.write(1_048_575, 16_383, "x")
    return path


def protected(path: Path) -> Path:
    """Write the shell of a workbook that is encrypted with a password: an OLE file with an encrypted package."""
    path.write_bytes(
        _ole(("EncryptionInfo", b"\x04\x00\x04\x00" + b"\x40\0\0\0" * 20), ("EncryptedPackage", b"\0" * 64))
    )
    return path


def zip_bomb(path: Path, into: Path) -> Path:
    """Write a workbook whose sheet unpacks to gigabytes of blanks within one cell."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            if each != "xl/worksheets/sheet1.xml":
                new.writestr(each, old.read(each))
        with new.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(_HEAD.encode() + b'<row r="1"><c r="A1" t="inlineStr"><is><t>')
            for _ in range(400):
                sheet.write(b"x" * 1_000_000)
            sheet.write(b"</t></is></c></row></sheetData></worksheet>")
    return into


_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>{}<worksheet '
    'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
).replace("{}", "")


def _sheet(doctype: str, text: str) -> str:
    head = _HEAD.replace("?><", f"?>{doctype}<")
    rows = "".join(
        f'<row r="{at}"><c r="A{at}" t="inlineStr"><is><t>{cell}</t></is></c></row>'
        for at, cell in enumerate(("Company", text), start=1)
    )
    return f"{head}{rows}</sheetData></worksheet>"


def _ole(*streams: tuple[str, bytes]) -> bytes:
    """Make a compound file with these streams, each padded so that it lies in whole sectors."""
    sector, end, free = 512, 0xFFFFFFFE, 0xFFFFFFFF
    padded = [(name, data.ljust(4096, b"\0")) for name, data in streams]
    fat, data, first = [0xFFFFFFFD, end], io.BytesIO(), {}
    at = 2
    for name, content in padded:
        count = len(content) // sector
        first[name] = at
        fat += [*range(at + 1, at + count), end]
        data.write(content)
        at += count
    fat += [free] * (128 - len(fat))
    entries = [_entry("Root Entry", 5, 1, end, 0)]
    for place, (name, content) in enumerate(padded, start=1):
        entries.append(
            _entry(name, 2, free, first[name], len(content), right=place + 1 if place < len(padded) else free)
        )
    entries += [b"\0" * 128] * (4 - len(entries))
    head = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 16
    head += b"".join(each.to_bytes(2, "little") for each in (0x3E, 3, 0xFFFE, 9, 6)) + b"\0" * 6
    head += b"".join(each.to_bytes(4, "little") for each in (0, 1, 1, 0, 4096, end, 0, end, 0, 0))
    head += b"".join(free.to_bytes(4, "little") for _ in range(108))
    table = b"".join(each.to_bytes(4, "little") for each in fat)
    return head.ljust(sector, b"\0") + table + b"".join(entries) + data.getvalue()


def _entry(name: str, kind: int, child: int, start: int, size: int, right: int = 0xFFFFFFFF) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    links = b"".join(each.to_bytes(4, "little") for each in (0xFFFFFFFF, right, child))
    return (
        text.ljust(64, b"\0")
        + len(text).to_bytes(2, "little")
        + bytes([kind, 1])
        + links
        + b"\0" * 36
        + (start.to_bytes(4, "little") + size.to_bytes(8, "little"))
    )
