"""Reminding while the program is closed: switched on and off by the person, and mended where the program was moved."""

import pytest

from reviewdesk.domain.errors import RefusedError
from reviewdesk.services.closed_reminding import ClosedReminding, ClosedRemindingService
from reviewdesk.services.own_program import own_command
from reviewdesk.storage.login.autostart import AutostartEntry
from reviewdesk.storage.reminded import Reminded


@pytest.fixture
def entry(tmp_path):
    return AutostartEntry(tmp_path / "autostart" / "reviewdesk-remind.desktop")


@pytest.fixture
def reminded(tmp_path):
    return Reminded(tmp_path / "ReviewDesk" / "reminded.json")


@pytest.fixture
def installed(entry, reminded):
    """Give the service of a program that lies in this folder."""
    return lambda folder="/opt/reviewdesk": ClosedRemindingService(entry, own_command("--remind", folder), reminded)


def test_it_is_off_until_the_person_wants_it(installed, entry):
    assert installed().now() == ClosedReminding(is_on=False, where=str(entry.path))


def test_switched_on_it_starts_this_program(installed, entry):
    assert installed().turn(on=True).is_on
    assert entry.starts(own_command("--remind", "/opt/reviewdesk"))


def test_switched_off_nothing_is_left(installed, entry, reminded, tmp_path):
    installed().turn(on=True)
    reminded.keep({tmp_path: ["key"]})

    assert not installed().turn(on=False).is_on
    assert [each for each in tmp_path.rglob("*") if each.is_file()] == []


def test_a_program_that_was_moved_is_found_again_at_its_next_start(installed, entry):
    installed().turn(on=True)

    assert installed("/home/zoë/new place").mend()
    assert entry.starts(own_command("--remind", "/home/zoë/new place"))
    assert not installed("/home/zoë/new place").mend()


def test_nothing_is_mended_that_the_person_does_not_want(installed, entry):
    assert not installed().mend()
    assert not entry.is_on


def test_one_switched_off_in_the_desktops_own_settings_stays_off(installed, entry):
    installed().turn(on=True)
    entry.path.write_text(entry.path.read_text("utf-8") + "Hidden=true\n", "utf-8")

    assert not installed("/elsewhere").mend()
    assert not installed("/elsewhere").now().is_on


def test_what_the_system_does_not_allow_is_said_and_a_start_goes_on(installed, entry):
    installed().turn(on=True)
    entry.path.unlink()
    entry.path.parent.rmdir()
    entry.path.parent.write_text("in the way")

    with pytest.raises(RefusedError, match="could not be written"):
        installed().turn(on=True)
    assert not installed().mend()
