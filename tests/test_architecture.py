"""The layers and the rules of the source: they hold here, and a violation of each is caught."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from installer.commands import LAYERS
from tests import syntax_rules
from tests.syntax_rules import Rule, Source

ROOT = Path(__file__).parents[1]
LIBRARIES_FOR_ALL = {"dateutil"}

LAYER_ORDER = "Imports point down and siblings do not see each other"
THROUGH_SERVICES = "The desktop and the terminal reach the book through services alone"
QT = "Qt is known in the desktop alone"
DATABASE = "The database is known in storage alone"
ONE_SQLITE = "There is one SQLite in the process, and it is not the standard library's"
DOCUMENTS = "Documents are set in reports alone"
QR_CODES = "A QR code is made in reports and in the widget that shows one"
FINISHED = "A finished document is read in reports and shown in the desktop"
FORMATS = "Other programs' formats are known in exchange alone"
LOOKED_UP = "Holidays and similar names are looked up in services alone"
FOLDERS = "The machine's own folders are found in wiring alone"

PLANTED_IMPORTS = [
    ("domain/planted.py", "reviewdesk.services", LAYER_ORDER),
    ("storage/planted.py", "reviewdesk.reports", LAYER_ORDER),
    ("reports/planted.py", "reviewdesk.exchange", LAYER_ORDER),
    ("services/planted.py", "reviewdesk.cli", LAYER_ORDER),
    ("cli/planted.py", "reviewdesk.desktop", LAYER_ORDER),
    ("desktop/planted.py", "reviewdesk.storage", THROUGH_SERVICES),
    ("cli/planted.py", "reviewdesk.exchange", THROUGH_SERVICES),
    ("desktop/widgets/planted.py", "reviewdesk.reports", THROUGH_SERVICES),
    ("services/planted.py", "PySide6.QtCore", QT),
    ("cli/planted.py", "PySide6.QtCore", QT),
    ("wiring.py", "PySide6.QtWidgets", QT),
    ("services/planted.py", "sqlalchemy", DATABASE),
    ("desktop/planted.py", "sqlcipher3", DATABASE),
    ("exchange/planted.py", "alembic.config", DATABASE),
    ("storage/planted.py", "sqlite3", ONE_SQLITE),
    ("services/planted.py", "reportlab.pdfgen.canvas", DOCUMENTS),
    ("domain/planted.py", "bidi.algorithm", DOCUMENTS),
    ("desktop/planted.py", "segno", QR_CODES),
    ("services/planted.py", "pypdfium2", FINISHED),
    ("services/planted.py", "csv", FORMATS),
    ("storage/planted.py", "icalendar", FORMATS),
    ("cli/planted.py", "email.message", FORMATS),
    ("domain/planted.py", "holidays", LOOKED_UP),
    ("exchange/planted.py", "rapidfuzz.fuzz", LOOKED_UP),
    ("desktop/planted.py", "platformdirs", FOLDERS),
]

PLANTED_SOURCE: list[tuple[Rule, str, str]] = [
    (syntax_rules.a_view_knows_no_services, "desktop/today/view.py", "from reviewdesk.services import reviews"),
    (syntax_rules.a_view_knows_no_services, "desktop/widgets/tile.py", "import reviewdesk.services.reviews"),
    (
        syntax_rules.a_controller_makes_no_widget,
        "desktop/today/controller.py",
        "from PySide6.QtWidgets import QLabel\nshown = QLabel()",
    ),
    (
        syntax_rules.a_controller_makes_no_widget,
        "desktop/today/controller.py",
        "from .view import TodayView\nshown = TodayView()",
    ),
    (
        syntax_rules.a_controller_makes_no_widget,
        "desktop/today/controller.py",
        "from PySide6 import QtWidgets\nshown = QtWidgets.QLabel()",
    ),
    (syntax_rules.styles_are_set_in_the_theme, "desktop/today/view.py", "label.setStyleSheet('color: red')"),
    (syntax_rules.nobody_turns_the_event_loop, "desktop/today/view.py", "QApplication.processEvents()"),
    (syntax_rules.only_the_start_catches_everything, "cli/due.py", "try:\n    due()\nexcept Exception:\n    pass"),
    (syntax_rules.only_the_start_catches_everything, "cli/due.py", "try:\n    due()\nexcept (OSError, Exception): ..."),
    (syntax_rules.only_the_start_catches_everything, "cli/due.py", "try:\n    due()\nexcept:\n    pass"),
    (syntax_rules.only_the_start_catches_everything, "cli/due.py", "try:\n    due()\nexcept BaseException: ..."),
    (syntax_rules.sql_is_written_in_storage, "services/due.py", "wanted = 'SELECT id FROM account'"),
    (syntax_rules.sql_is_written_in_storage, "cli/due.py", "wanted = f'delete from {table}'"),
    (syntax_rules.sql_is_written_in_storage, "services/due.py", "wanted = '''\n  UPDATE account SET tier = 1'''"),
    (syntax_rules.every_folder_is_a_package, "desktop/hidden/view.py", "import PySide6"),
    (syntax_rules.everything_public_says_what_it_is, "domain/silent.py", "answer = 42"),
    (syntax_rules.everything_public_says_what_it_is, "domain/silent.py", '"""Here."""\nclass Silent: ...'),
    (syntax_rules.everything_public_says_what_it_is, "domain/silent.py", '"""Here."""\ndef silent(): ...'),
    (syntax_rules.nothing_is_too_long, "domain/long.py", "answer = 42\n" * 301),
    (syntax_rules.nothing_is_too_long, "domain/long.py", "def long():\n" + "    answer = 42\n" * 40),
    (syntax_rules.names_are_imported_by_name, "cli/due.py", "from reviewdesk.domain.tiers import *"),
    (syntax_rules.connections_hold_no_self, "desktop/today/view.py", "button.clicked.connect(lambda: self.close())"),
    (syntax_rules.a_late_call_belongs_to_somebody, "desktop/today/view.py", "QTimer.singleShot(0, paint)"),
    (
        syntax_rules.migrations_do_not_follow_the_tables,
        "storage/migrations/versions/first.py",
        "from reviewdesk.storage.tables import account",
    ),
    (
        syntax_rules.migrations_do_not_follow_the_tables,
        "storage/migrations/versions/first.py",
        "from reviewdesk.storage import tables",
    ),
]


@pytest.fixture
def scratch(tmp_path):
    """Give a copy of the package to plant violations in."""
    shutil.copytree(ROOT / "reviewdesk", tmp_path / "reviewdesk", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def plant(root: Path, path: str, text: str) -> None:
    """Add text to a file of the scratch copy, making it where it is not there."""
    file = root / "reviewdesk" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as open_file:
        open_file.write(f"\n{text}\n")


def layers_of(root: Path) -> subprocess.CompletedProcess[str]:
    """Check the layers of a checkout as the command line does."""
    command = [sys.executable, "-c", LAYERS, "--no-cache"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def test_the_layers_hold():
    checked = layers_of(ROOT)

    assert checked.returncode == 0, checked.stdout
    assert "0 broken" in checked.stdout


@pytest.mark.parametrize(("path", "imported", "contract"), PLANTED_IMPORTS)
def test_an_import_against_the_layers_is_caught(scratch, path, imported, contract):
    plant(scratch, path, f"import {imported}")

    checked = layers_of(scratch)

    module = "reviewdesk." + path.removesuffix(".py").replace("/", ".")
    seen_as = imported if imported.startswith("reviewdesk") else imported.split(".")[0]
    assert checked.returncode == 1
    assert f"{contract} BROKEN" in checked.stdout
    assert f"{module} -> {seen_as}" in checked.stdout


def test_a_new_folder_without_a_layer_is_caught(scratch):
    plant(scratch, "helpers/__init__.py", "")

    checked = layers_of(scratch)

    assert checked.returncode == 1
    assert f"{LAYER_ORDER} BROKEN" in checked.stdout
    assert "helpers" in checked.stdout


def test_every_contract_has_a_planted_violation():
    assert {each["name"] for each in contracts()} == {contract for _, _, contract in PLANTED_IMPORTS}


def test_every_package_from_elsewhere_has_its_layer():
    named = {module for each in contracts() for module in each.get("forbidden_modules", ())}

    found = syntax_rules.third_party_names(syntax_rules.sources(ROOT))

    assert [place for name, place in found.items() if name not in named | LIBRARIES_FOR_ALL] == []


def test_the_domain_knows_the_standard_library_and_dateutil_alone():
    domain = [each for each in syntax_rules.sources(ROOT) if each.path.startswith("reviewdesk/domain/")]

    assert set(syntax_rules.third_party_names(domain)) <= {"dateutil"}


@pytest.mark.parametrize("rule", syntax_rules.RULES)
def test_the_source_keeps_its_rules(rule):
    assert rule(syntax_rules.sources(ROOT)) == []


@pytest.mark.parametrize(("rule", "path", "text"), PLANTED_SOURCE)
def test_source_against_a_rule_is_caught(scratch, rule, path, text):
    before = rule(syntax_rules.sources(scratch))
    plant(scratch, path, text)

    caught = set(rule(syntax_rules.sources(scratch))) - set(before)

    assert any(f"reviewdesk/{path}" in each or f"reviewdesk/{path.rsplit('/', 1)[0]}:" in each for each in caught)


def test_a_service_built_outside_wiring_is_caught():
    service = Source("reviewdesk/services/reviews.py", "class Reviews:\n    def finish(self): ...")
    builds = "from reviewdesk.services.reviews import Reviews\nreviews = Reviews()"
    wiring, page = Source("reviewdesk/wiring.py", builds), Source("reviewdesk/desktop/app.py", builds)

    assert syntax_rules.only_wiring_builds_services([service, wiring]) == []
    assert syntax_rules.only_wiring_builds_services([service, page]) == [
        "reviewdesk/desktop/app.py:2: only wiring builds Reviews"
    ]


def test_every_rule_has_a_planted_violation():
    planted = {rule for rule, _, _ in PLANTED_SOURCE} | {syntax_rules.only_wiring_builds_services}

    assert planted == set(syntax_rules.RULES)


@pytest.mark.parametrize(
    ("package", "absent"),
    [
        ("reviewdesk.services", "PySide6"),
        ("reviewdesk.reports", "PySide6"),
        ("reviewdesk.storage", "PySide6"),
        ("reviewdesk.storage", "_sqlite3"),
        ("reviewdesk.domain", "sqlalchemy"),
    ],
)
def test_it_starts_without(package, absent):
    script = (
        "import importlib, pkgutil, sys\n"
        f"found = importlib.import_module({package!r})\n"
        "for each in pkgutil.walk_packages(found.__path__, found.__name__ + '.'):\n"
        "    if not each.name.endswith('migrations.env'):\n"  # Alembic alone can start it
        "        importlib.import_module(each.name)\n"
        f"print({absent!r} in sys.modules)"
    )

    started = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)

    assert (started.stdout, started.stderr) == ("False\n", "")


def contracts() -> list[dict[str, object]]:
    """Give the contracts as they are written."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
