"""Tries the package as a person would: unpacked, started on a screen, the window found, a summary made."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from installer.environment import CannotError, last_lines, say
from installer.virtual_screen import screen

PATIENCE = 60
_OFFICE = "http://schemas.openxmlformats.org"
_RELATIONS = f"{_OFFICE}/officeDocument/2006/relationships"
_CELLS = "".join(
    f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>{name}</t></is></c>'
    f'<c r="B{row}" t="inlineStr"><is><t>{city}</t></is></c></row>'
    for row, (name, city) in enumerate((("Company", "City"), ("Kestrel Air", "Leeds")), start=1)
)
WORKBOOK = {
    "[Content_Types].xml": f'<Types xmlns="{_OFFICE}/package/2006/content-types"/>',
    "_rels/.rels": f'<Relationships xmlns="{_OFFICE}/package/2006/relationships"><Relationship Id="r1" '
    f'Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_OFFICE}/spreadsheetml/2006/main" xmlns:r="{_RELATIONS}"><sheets>'
    '<sheet name="Accounts" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_OFFICE}/package/2006/relationships"><Relationship Id="r1" '
    f'Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_OFFICE}/spreadsheetml/2006/main"><sheetData>{_CELLS}</sheetData>'
    "</worksheet>",
}
NEEDED = ("Xvfb", "xdotool")


@dataclass(frozen=True, slots=True)
class Tried:
    """How long it took until the window stood and until the documents were there, and which documents these are."""

    window_seconds: float
    demo_seconds: float
    documents: tuple[str, ...]


def try_package(package: Path) -> Tried:
    """Unpack a package into a temporary folder and try what is in it.

    Raises:
        CannotError: no window came, or no summary.
    """
    with TemporaryDirectory(prefix="reviewdesk-trial-") as folder:
        base = Path(folder)
        subprocess.run(["dpkg-deb", "--extract", package, base / "root"], check=True)
        program = base / "root" / "usr" / "bin" / "reviewdesk"
        demo_seconds, documents = _try_demo(program, base)
        _try_workbook(program, base)
        return Tried(_try_window(program, base), demo_seconds, documents)


def _try_demo(program: Path, base: Path) -> tuple[float, tuple[str, ...]]:
    say("Trying the main job in the package")
    out = base / "documents"
    started = time.monotonic()
    done = subprocess.run(
        [program, "demo", "--out", out], env=_bare(base), capture_output=True, text=True, check=False, timeout=300
    )
    seconds = time.monotonic() - started
    written = tuple(sorted(each.name for each in out.glob("*"))) if out.is_dir() else ()
    pdfs = [each for each in out.glob("*.pdf") if each.read_bytes()[:5] == b"%PDF-"] if written else []
    if done.returncode != 0 or not pdfs:
        raise CannotError(f"The packed program made no summary:\n{last_lines(done.stdout + done.stderr)}")
    return seconds, written


def _try_workbook(program: Path, base: Path) -> None:
    """Have a workbook read, which the packed program does in a child of itself."""
    say("Trying a workbook in the package")
    path = base / "accounts.xlsx"
    with ZipFile(path, "w") as made:
        for name, text in WORKBOOK.items():
            made.writestr(name, text)
    done = subprocess.run(
        [program, "import", path, "--plan"], env=_bare(base), capture_output=True, text=True, check=False, timeout=60
    )
    if "Accounts: 1 new" not in done.stdout:
        raise CannotError(f"The packed program read no workbook:\n{last_lines(done.stdout + done.stderr)}")


def _try_window(program: Path, base: Path) -> float:
    missing = [each for each in NEEDED if shutil.which(each) is None]
    if missing:
        say(f"The window was not tried: {' and '.join(missing)} are not on this machine.")
        return 0.0
    say("Trying the window of the package")
    with screen() as display:
        settings = {**_bare(base), "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        with _started(program, settings, base / "said.txt") as (process, started):
            _wait_for_window(process, settings, base / "said.txt")
            seconds = time.monotonic() - started
            process.send_signal(signal.SIGTERM)
            if process.wait(PATIENCE) != 0:
                raise CannotError(f"The packed program did not close:\n{_said(base)}")
    return seconds


@contextmanager
def _started(program: Path, settings: dict[str, str], said: Path) -> Iterator[tuple[subprocess.Popen[bytes], float]]:
    with said.open("wb") as file:
        process = subprocess.Popen([program, "--sample"], env=settings, stdout=file, stderr=subprocess.STDOUT)
        try:
            yield process, time.monotonic()
        finally:
            process.kill()
            process.wait()


def _wait_for_window(process: subprocess.Popen[bytes], settings: dict[str, str], said: Path) -> None:
    asked = ["xdotool", "search", "--onlyvisible", "--name", "ReviewDesk$"]
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        if subprocess.run(asked, env=settings, capture_output=True, check=False).stdout.strip():
            return
        time.sleep(0.05)
    raise CannotError(f"The packed program showed no window:\n{last_lines(said.read_text(errors='replace'))}")


def _bare(base: Path) -> dict[str, str]:
    """Give an environment that knows no Python and no home but a new one."""
    home = base / "home"
    home.mkdir(exist_ok=True)
    (base / "run").mkdir(mode=0o700, exist_ok=True)
    return {"PATH": os.defpath, "HOME": str(home), "LANG": "C.UTF-8", "XDG_RUNTIME_DIR": str(base / "run")}


def _said(base: Path) -> str:
    return last_lines((base / "said.txt").read_text(errors="replace"))
