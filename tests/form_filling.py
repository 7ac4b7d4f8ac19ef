"""Fills in feedback forms as people do: with a library, or with the engine of a real reader, key by key."""

from io import BytesIO

import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject


def filled(pdf, **values):
    """Give a form with these values in its fields, as a library writes them; a circle is named by its value."""
    writer = PdfWriter()
    writer.append(PdfReader(BytesIO(pdf)))
    buttons = {name for name, each in writer.get_fields().items() if each.get("/FT") == "/Btn"}
    written = {name: f"/{value}" if name in buttons else value for name, value in values.items()}
    writer.update_page_form_field_values(writer.pages[0], written)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def tampered(pdf, name, value):
    """Give a form in whose field this value stands, whatever the field offers."""
    writer = PdfWriter()
    writer.append(PdfReader(BytesIO(pdf)))
    for each in writer.root_object["/AcroForm"]["/Fields"]:
        field = each.get_object()
        if field["/T"] == name:
            kind = NameObject(f"/{value}") if field["/FT"] == "/Btn" else TextStringObject(value)
            field[NameObject("/V")] = kind
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


class Reader:
    """A real reader's engine (PDFium, as in Chrome) with one form open on its first page."""

    def __init__(self, pdf):
        self._document = pypdfium2.PdfDocument(pdf)
        self._document.init_forms()
        self._page = self._document[0]
        self._form = self._document.formenv.raw
        pdfium.FORM_OnAfterLoadPage(self._page.raw, self._form)
        found = [each.get_object() for each in PdfReader(BytesIO(pdf)).pages[0]["/Annots"]]
        self._places = {}
        for each in found:
            parent = each.get("/Parent")
            looks = [name for name in each.get("/AP", {}).get("/N", {}) if name != "/Off"] if parent else []
            name = parent.get_object()["/T"] if parent else each.get("/T")
            self._places[name, looks[0].removeprefix("/") if looks else ""] = [float(one) for one in each["/Rect"]]

    def click(self, name, value=""):
        """Click into a field, or on the circle with this value."""
        left, bottom, right, top = self._places[name, value]
        at = (left + right) / 2, (bottom + top) / 2
        pdfium.FORM_OnMouseMove(self._form, self._page.raw, 0, *at)
        pdfium.FORM_OnLButtonDown(self._form, self._page.raw, 0, *at)
        pdfium.FORM_OnLButtonUp(self._form, self._page.raw, 0, *at)

    def type(self, text):
        """Type letters into the field that has the keyboard."""
        for unit in memoryview(text.encode("utf-16-le")).cast("H"):
            pdfium.FORM_OnChar(self._form, self._page.raw, unit, 0)

    def press_tab(self):
        """Go to the next field."""
        pdfium.FORM_OnChar(self._form, self._page.raw, 9, 0)
        pdfium.FORM_OnKeyDown(self._form, self._page.raw, 9, 0)

    def saved(self):
        """Leave the field and give the file as the reader saves it."""
        pdfium.FORM_ForceToKillFocus(self._form)
        out = BytesIO()
        self._document.save(out)
        return out.getvalue()

    def close(self):
        """Close the form."""
        pdfium.FORM_OnBeforeClosePage(self._page.raw, self._form)
        self._document.close()
