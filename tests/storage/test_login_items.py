"""What each system starts at login: written as that system reads it, whole, and without a trace once it is off."""

import plistlib
import subprocess
import sys
from configparser import ConfigParser
from pathlib import PureWindowsPath

import pytest

from reviewdesk.domain.errors import RefusedError
from reviewdesk.storage.login.autostart import AutostartEntry
from reviewdesk.storage.login.launch_agent import LaunchAgent
from reviewdesk.storage.login.run_key import APPROVED, NAME, RUN, RunKey, WindowsRegistry
from reviewdesk.storage.login.system import login_item

COMMANDS = [
    ("/usr/bin/reviewdesk", "--remind"),
    ("/home/zoë/My programs/Review Desk/reviewdesk", "--remind"),
    ("/opt/Größe & Söhne (neu)/python3", "-m", "reviewdesk", "--remind"),
    ("/opt/50% off/$HOME/`date`/a\"b'c\\d;e~f|g*h?i#j<k>", "--remind"),
    ("/opt/客户/شركة/reviewdesk", "--remind"),
    ("/opt/ends with a backslash\\", "--remind"),
]


class ARegistry:
    """The registry of a person, in memory."""

    def __init__(self):
        self.values = {}

    def get(self, key, name):
        """Give a value, or nothing."""
        return self.values.get((key, name))

    def put(self, key, name, value):
        """Set a value."""
        self.values[key, name] = value

    def remove(self, key, name):
        """Remove a value, if it is there."""
        self.values.pop((key, name), None)


def read_by_a_desktop(entry):
    """Read an entry as a desktop does: the file's own escapes, then the quoting of a shell, then the percent signs."""
    kept = ConfigParser(interpolation=None, strict=True)
    kept.optionxform = str
    kept.read_string(entry.path.read_text("utf-8"))
    fields = {name: value.replace("\\\\", "\\") for name, value in kept["Desktop Entry"].items()}
    taken_apart = subprocess.run(
        ["sh", "-c", f"printf '%s\\0' {fields['Exec']}"], capture_output=True, check=True, encoding="utf-8"
    ).stdout
    return fields, tuple(each.replace("%%", "%") for each in taken_apart.split("\0")[:-1])


def taken_apart_by_windows(line):
    """Take a command line apart as Windows programs do: quotation marks, and backslashes before them."""
    arguments, current, inside, begun, backslashes = [], "", False, False, 0
    for each in line:
        if each == "\\":
            backslashes += 1
            continue
        current += "\\" * (backslashes // 2 if each == '"' else backslashes)
        literal = each == '"' and backslashes % 2
        begun, backslashes = begun or each not in " \t" or backslashes > 0, 0
        if literal:
            current += '"'
        elif each == '"':
            inside = not inside
        elif each in " \t" and not inside:
            arguments, current, begun = ([*arguments, current], "", False) if begun else (arguments, "", False)
        else:
            current += each
    current += "\\" * backslashes
    return (*arguments, current) if begun or current else tuple(arguments)


@pytest.fixture
def entry(tmp_path):
    return AutostartEntry(tmp_path / "My config" / "autostart" / "reviewdesk-remind.desktop")


@pytest.fixture
def agent(tmp_path):
    return LaunchAgent(tmp_path / "Library" / "LaunchAgents" / "org.reviewdesk.remind.plist")


@pytest.fixture
def run_key():
    return RunKey(ARegistry())


@pytest.fixture(params=["entry", "agent", "run_key"])
def item(request):
    """Give the login item of each system in turn."""
    return request.getfixturevalue(request.param)


def everything(folder):
    return sorted(each.relative_to(folder) for each in folder.rglob("*") if each.is_file())


@pytest.mark.parametrize("command", COMMANDS)
def test_a_desktop_starts_the_very_command(entry, command):
    entry.put(command)

    fields, started = read_by_a_desktop(entry)
    assert started == command
    assert fields["TryExec"] == command[0]
    assert (fields["Type"], fields["Terminal"], fields["NoDisplay"]) == ("Application", "false", "true")


@pytest.mark.parametrize("command", COMMANDS)
def test_macos_starts_the_very_command(agent, command):
    agent.put(command)

    kept = plistlib.loads(agent.path.read_bytes())
    assert tuple(kept["ProgramArguments"]) == command
    assert (kept["RunAtLoad"], kept["Label"]) == (True, agent.path.stem)


@pytest.mark.parametrize(
    "command",
    [
        (r"C:\Program Files\ReviewDesk\reviewdesk.exe", "--remind"),
        ("C:\\Users\\Zoë Müller\\", "-m", "reviewdesk", "--remind"),
        (r"D:\客户\reviewdesk.exe", "--remind"),
    ],
)
def test_windows_starts_the_very_command(run_key, command):
    run_key.put(command)

    line = run_key._registry.get(RUN, NAME)
    assert taken_apart_by_windows(line) == command
    assert PureWindowsPath(command[0]).drive in line


@pytest.mark.parametrize("command", COMMANDS)
def test_it_is_on_once_it_is_put_and_off_once_it_is_removed(item, command):
    assert not item.is_on

    item.put(command)
    assert item.is_on
    assert item.starts(command)

    item.remove()
    assert not item.is_on
    item.remove()


def test_putting_it_again_changes_nothing(entry):
    entry.put(COMMANDS[0])
    before = entry.path.stat()

    entry.put(COMMANDS[0])

    after = entry.path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_removing_it_leaves_nothing_behind(item, tmp_path):
    item.put(COMMANDS[1])

    item.remove()

    assert everything(tmp_path) == []
    assert not isinstance(item, RunKey) or not item._registry.values


def test_another_program_takes_its_place_whole(item):
    item.put(COMMANDS[0])

    item.put(COMMANDS[1])

    assert item.starts(COMMANDS[1])
    assert not item.starts(COMMANDS[0])


def test_one_that_a_desktop_switched_off_is_off_until_it_is_put_again(entry):
    entry.put(COMMANDS[0])
    entry.path.write_text(entry.path.read_text("utf-8") + "Hidden=true\n", "utf-8")
    assert not entry.is_on

    entry.put(COMMANDS[0])
    assert entry.is_on


def test_one_that_the_task_manager_switched_off_is_off_until_it_is_put_again(run_key):
    run_key.put(COMMANDS[0])
    run_key._registry.put(APPROVED, NAME, b"\x03" + b"\0" * 11)
    assert not run_key.is_on

    run_key.put(COMMANDS[0])
    assert run_key.is_on


def test_what_the_person_added_to_it_stays(entry):
    entry.put(COMMANDS[0])
    with entry.path.open("a", encoding="utf-8") as file:
        file.write("X-GNOME-Autostart-Delay=60\n")

    entry.put(COMMANDS[0])

    assert "Delay=60" in entry.path.read_text("utf-8")


@pytest.mark.parametrize("torn", [b"", b"\xff\xfe\x00nonsense", b"<?xml version='1.0'?><plist><dict><key>a</key>"])
def test_a_torn_one_is_written_anew(agent, entry, torn):
    for each in (agent, entry):
        each.path.parent.mkdir(parents=True)
        each.path.write_bytes(torn)
        assert not each.starts(COMMANDS[0])

        each.put(COMMANDS[0])
        assert each.starts(COMMANDS[0])


def test_a_folder_that_no_entry_can_name_is_refused(entry):
    with pytest.raises(RefusedError, match="cannot be started"):
        entry.put(("/opt/two\nlines/reviewdesk", "--remind"))
    assert not entry.is_on


def test_a_place_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "autostart").write_text("a file where the folder should be")
    item = AutostartEntry(tmp_path / "autostart" / "reviewdesk-remind.desktop")

    with pytest.raises(RefusedError, match="could not be written"):
        item.put(COMMANDS[0])


@pytest.mark.parametrize(("system", "kind"), [("linux", AutostartEntry), ("darwin", LaunchAgent), ("win32", RunKey)])
def test_each_system_has_its_own(tmp_path, system, kind):
    item = login_item(system, tmp_path, tmp_path / ".config")

    assert isinstance(item, kind)
    assert ("reviewdesk" in item.where.casefold()) or system == "win32"


@pytest.mark.skipif(sys.platform == "win32", reason="there it would be the person's own registry")
def test_without_a_registry_nothing_is_there():
    registry = WindowsRegistry()
    registry.put(RUN, NAME, "anything")
    registry.remove(RUN, NAME)

    assert registry.get(RUN, NAME) is None
