"""The system's wish that the program ends becomes an orderly close."""

import os
import signal

import pytest

from reviewdesk.desktop.quit_signals import QuitSignals


@pytest.fixture
def quit_signals(qapp):
    before = signal.getsignal(signal.SIGTERM)
    made = QuitSignals(qapp)
    yield made
    made.close()
    made.deleteLater()
    assert signal.getsignal(signal.SIGTERM) == before


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_is_heard_while_qt_waits(quit_signals, qtbot, number):
    with qtbot.waitSignal(quit_signals.quit_asked, timeout=2000):
        os.kill(os.getpid(), number)


def test_the_end_of_the_session_asks_for_a_save_at_once(quit_signals, qapp):
    heard = []
    quit_signals.log_out_asked.connect(lambda: heard.append("save"))
    quit_signals._log_out(None)
    assert heard == ["save"]
