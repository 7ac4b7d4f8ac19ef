"""What must hold in the source and an import checker cannot say, each rule a function over the syntax trees."""

import ast
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
VALUE_BASES = {"Enum", "StrEnum", "IntEnum", "Protocol", "NamedTuple", "TypedDict", "Exception", "ReviewDeskError"}
WORDS_OF_SQL = (
    r"(SELECT|select)\s.*\b(FROM|from)\b|(INSERT|insert)\s+(OR|or|INTO|into)\b|(DELETE|delete)\s+(FROM|from)\b"
    r"|(UPDATE|update)\s+\w+\s+(SET|set)\b|(CREATE|create|DROP|drop|ALTER|alter)\s+(VIRTUAL\s+)?(TABLE|table|INDEX|index)\b"
    r"|(PRAGMA|pragma)\s+\w|BEGIN IMMEDIATE|(VACUUM|vacuum)\b"
)
SQL = re.compile(rf"\s*({WORDS_OF_SQL})", re.DOTALL)


@dataclass(frozen=True)
class Source:
    """One file of the package, as a syntax tree."""

    path: str
    text: str

    @property
    def tree(self) -> ast.Module:
        """Give the syntax tree."""
        return _parsed(self.text)

    @property
    def nodes(self) -> Iterator[ast.AST]:
        """Give every node of the tree."""
        return ast.walk(self.tree)

    def at(self, node: ast.AST, what: str) -> str:
        """Say what is wrong where."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}: {what}"


Rule = Callable[[list[Source]], list[str]]


@cache
def _parsed(text: str) -> ast.Module:
    return ast.parse(text)


def sources(root: Path) -> list[Source]:
    """Read the package that lies in a folder."""
    files = sorted((root / "reviewdesk").rglob("*.py"))
    return [Source(each.relative_to(root).as_posix(), each.read_text(encoding="utf-8")) for each in files]


def imported_names(source: Source) -> Iterator[tuple[ast.stmt, str, str]]:
    """Give each import as its statement, the module and the name that it is known by afterwards."""
    here = source.path.removesuffix(".py").removesuffix("/__init__").split("/")
    for node in source.nodes:
        if isinstance(node, ast.Import):
            yield from ((node, each.name, (each.asname or each.name).split(".")[0]) for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = here[: len(here) - node.level + source.path.endswith("__init__.py")] if node.level else []
            module = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((node, f"{module}.{each.name}", each.asname or each.name) for each in node.names)


def a_view_knows_no_services(every: list[Source]) -> list[str]:
    """Find views and widgets that import services."""
    shown = [each for each in every if each.path.endswith("/view.py") or "/desktop/widgets/" in each.path]
    return [
        each.at(node, "a view says what the person wants; its controller asks the services")
        for each in shown
        for node, module, _ in imported_names(each)
        if module.startswith("reviewdesk.services")
    ]


def a_controller_makes_no_widget(every: list[Source]) -> list[str]:
    """Find controllers that call a widget's class."""
    found = []
    for source in (each for each in every if each.path.endswith("/controller.py")):
        known = {name for _, module, name in imported_names(source) if _holds_widgets(module) and name[0].isupper()}
        for call in _calls(source):
            made = call.func.id if isinstance(call.func, ast.Name) else ""
            reached = ast.unparse(call.func)
            if made in known or re.match(r"(QtWidgets|view|widgets)\.[A-Z]\w*$", reached):
                found.append(source.at(call, f"a controller is handed its view and makes no {reached}"))
    return found


def _holds_widgets(module: str) -> bool:
    return "QtWidgets." in module or ".desktop.widgets" in module or re.search(r"\.view\.", module) is not None


def only_wiring_builds_services(every: list[Source]) -> list[str]:
    """Find services that are built anywhere but in wiring."""
    services = {name for each in every if each.path.startswith("reviewdesk/services/") for name in _services_in(each)}
    return [
        each.at(call, f"only wiring builds {ast.unparse(call.func)}")
        for each in every
        if each.path != "reviewdesk/wiring.py"
        for call in _calls(each)
        if ast.unparse(call.func).split(".")[-1] in services
    ]


def _services_in(source: Source) -> Iterator[str]:
    """Give the public classes that do something and are no values."""
    for node in source.tree.body:
        if not isinstance(node, ast.ClassDef) or node.name.startswith("_"):
            continue
        bases = {ast.unparse(each).split("[")[0].split(".")[-1] for each in node.bases}
        frozen = any("frozen=True" in ast.unparse(each) for each in node.decorator_list)
        if not bases & VALUE_BASES and not frozen:
            yield node.name


def styles_are_set_in_the_theme(every: list[Source]) -> list[str]:
    """Find style sheets set outside the theme."""
    elsewhere = [each for each in every if not re.match(r"reviewdesk/desktop/theme(\.py|/)", each.path)]
    return _uses_of("setStyleSheet", elsewhere, "the theme alone sets style sheets")


def nobody_turns_the_event_loop(every: list[Source]) -> list[str]:
    """Find calls of processEvents."""
    return _uses_of("processEvents", every, "long work goes to a lane")


def _uses_of(name: str, every: list[Source], what: str) -> list[str]:
    return [
        each.at(node, what)
        for each in every
        for node in each.nodes
        if (isinstance(node, ast.Attribute) and node.attr == name) or (isinstance(node, ast.Name) and node.id == name)
    ]


def only_the_start_catches_everything(every: list[Source]) -> list[str]:
    """Find `except Exception` outside __main__; cleaning up and raising on is no catching."""
    return [
        each.at(node, "name the errors that are meant")
        for each in every
        if each.path != "reviewdesk/__main__.py"
        for node in each.nodes
        if isinstance(node, ast.ExceptHandler) and _catches_everything(node)
    ]


def _catches_everything(handler: ast.ExceptHandler) -> bool:
    caught = "BaseException" if handler.type is None else ast.unparse(handler.type)
    if re.search(r"\bException\b", caught):
        return True
    last = handler.body[-1]
    raises_on = isinstance(last, ast.Raise) and last.exc is None
    return "BaseException" in caught and not raises_on


def sql_is_written_in_storage(every: list[Source]) -> list[str]:
    """Find SQL outside storage."""
    elsewhere = [each for each in every if not each.path.startswith("reviewdesk/storage/")]
    return [
        each.at(node, "SQL belongs to storage")
        for each in elsewhere
        for node in each.nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.match(node.value)
    ]


def every_folder_is_a_package(every: list[Source]) -> list[str]:
    """Find folders without an __init__.py, which the import checker would not see."""
    paths = {each.path for each in every}
    folders = {parent.as_posix() for path in paths for parent in Path(path).parents} - {"."}
    return [f"{folder}: has no __init__.py" for folder in sorted(folders) if f"{folder}/__init__.py" not in paths]


def everything_public_says_what_it_is(every: list[Source]) -> list[str]:
    """Find modules, public classes and public functions without a docstring."""
    return [
        each.at(node, f"{getattr(node, 'name', 'the module')} does not say what it is for")
        for each in every
        for node in _public(each.tree)
        if ast.get_docstring(node) is None
    ]


Documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def _public(node: Documented) -> Iterator[Documented]:
    yield node
    for each in node.body:
        if isinstance(each, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not each.name.startswith("_"):
            if isinstance(each, ast.ClassDef):
                yield from _public(each)
            elif not any(re.search(r"\b(override|overload|setter)$", ast.unparse(d)) for d in each.decorator_list):
                yield each


def nothing_is_too_long(every: list[Source]) -> list[str]:
    """Find files and functions that hide a second idea."""
    long = [f"{each.path}: {n} lines" for each in every if (n := len(each.text.splitlines())) > LONGEST_FILE]
    for source in every:
        for node in source.nodes:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _length(node) > LONGEST_FUNCTION:
                long.append(source.at(node, f"{node.name} has {_length(node)} lines"))
    return long


def _length(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def names_are_imported_by_name(every: list[Source]) -> list[str]:
    """Find star imports."""
    return [
        each.at(node, "name what is imported")
        for each in every
        for node, _, name in imported_names(each)
        if name == "*"
    ]


def connections_hold_no_self(every: list[Source]) -> list[str]:
    """Find signals connected to a lambda that keeps its object alive."""
    return [
        each.at(call, "connect a bound method")
        for each in every
        for call in _calls(each)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in {"connect", "singleShot"}
        and any(_is_lambda_with_self(argument) for argument in call.args)
    ]


def _is_lambda_with_self(node: ast.expr) -> bool:
    inside = ast.walk(node) if isinstance(node, ast.Lambda) else ()
    return any(isinstance(each, ast.Name) and each.id == "self" for each in inside)


def a_late_call_belongs_to_somebody(every: list[Source]) -> list[str]:
    """Find single-shot timers that outlive the widget they call."""
    owned = 3
    return [
        each.at(call, "hand the widget to QTimer.singleShot")
        for each in every
        for call in _calls(each)
        if ast.unparse(call.func).endswith("QTimer.singleShot") and len(call.args) < owned
    ]


def migrations_do_not_follow_the_tables(every: list[Source]) -> list[str]:
    """Find migrations that import today's tables, which would change what an old migration did."""
    return [
        each.at(node, "a migration says itself what the tables were")
        for each in every
        if each.path.startswith("reviewdesk/storage/migrations/")
        for node, module, _ in imported_names(each)
        if module.startswith("reviewdesk.storage.tables")
    ]


def third_party_names(every: list[Source]) -> dict[str, str]:
    """Give each package from elsewhere that is imported, with one place that imports it."""
    found = {}
    for source in every:
        for node, module, _ in imported_names(source):
            top = module.split(".")[0]
            if top != "reviewdesk" and top not in sys.stdlib_module_names:
                found[top] = source.at(node, f"imports {top}")
    return found


def _calls(source: Source) -> Iterator[ast.Call]:
    return (node for node in source.nodes if isinstance(node, ast.Call))


RULES: tuple[Rule, ...] = (
    a_view_knows_no_services,
    a_controller_makes_no_widget,
    only_wiring_builds_services,
    styles_are_set_in_the_theme,
    nobody_turns_the_event_loop,
    only_the_start_catches_everything,
    sql_is_written_in_storage,
    every_folder_is_a_package,
    everything_public_says_what_it_is,
    nothing_is_too_long,
    names_are_imported_by_name,
    connections_hold_no_self,
    a_late_call_belongs_to_somebody,
    migrations_do_not_follow_the_tables,
)
