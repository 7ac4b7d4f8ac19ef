"""What a file is, from what its name ends with."""

from typing import Final

from reviewdesk.domain.file_names import ending_of

PICTURES: Final = frozenset({"png", "jpg", "jpeg", "gif", "bmp", "webp", "tif", "tiff", "ico", "heic"})
TEXTS: Final = frozenset({"txt", "md", "csv", "tsv", "log", "json", "xml", "yaml", "yml", "ini", "eml", "ics", "vcf"})
_KINDS: Final = {
    "pdf": "PDF", "doc": "Word", "docx": "Word", "odt": "Text document", "rtf": "Text document", "xls": "Excel",
    "xlsx": "Excel", "xlsm": "Excel", "ods": "Spreadsheet", "ppt": "PowerPoint", "pptx": "PowerPoint",
    "odp": "Presentation", "zip": "Archive", "7z": "Archive", "msg": "Mail", "eml": "Mail", "ics": "Calendar entry",
    "vcf": "Contact", "csv": "Table", "tsv": "Table", "mp4": "Film", "mov": "Film", "mp3": "Sound", "wav": "Sound",
    "m4a": "Sound", "svg": "Drawing",
}  # fmt: skip
_PROGRAMS: Final = frozenset(
    (
        "app", "appimage", "apk", "bat", "bin", "cmd", "com", "command", "cpl", "deb", "desktop", "dll", "dmg", "exe",
        "gadget", "hta", "inf", "jar", "js", "jse", "lnk", "msi", "msp", "mst", "pif", "pkg", "ps1", "py", "pyw",
        "reg", "rpm", "run", "scf", "scr", "sh", "url", "vb", "vbe", "vbs", "ws", "wsf", "wsh",
    )
)  # fmt: skip
_THOUSAND: Final = 1000


def kind_of(name: str) -> str:
    """Say in a word what a file of this name is."""
    ending = ending_of(name)
    if ending in PICTURES:
        return "Picture"
    return _KINDS.get(ending, "Text" if ending in TEXTS else f"{ending.upper()} file" if ending else "File")


def would_run(name: str) -> bool:
    """Say whether opening a file of this name would run it as a program."""
    return ending_of(name) in _PROGRAMS


def size_words(size: int) -> str:
    """Write a number of bytes: "840 bytes", "12 KB", "1.4 MB"."""
    if size < _THOUSAND:
        return "1 byte" if size == 1 else f"{size} bytes"
    thousands = size / _THOUSAND
    if thousands < _THOUSAND:
        return f"{max(1, round(thousands))} KB"
    return f"{thousands / _THOUSAND:.1f} MB"
