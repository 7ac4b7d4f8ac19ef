"""One window per book: a second start finds the first and raises it, over a socket of this machine only."""

from hashlib import sha256
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT: Final = 800


class FirstWindow(QObject):
    """Listens for later starts of the same book.

    Signals:
        raised: somebody started this book again.
    """

    raised = Signal()

    def __init__(self, book: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        name = _name(book)
        QLocalServer.removeServer(name)
        self._server.listen(name)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _answer(self) -> None:
        while (waiting := self._server.nextPendingConnection()) is not None:
            waiting.disconnectFromServer()
            self.raised.emit()


def raise_first_window(book: Path) -> bool:
    """Ask the window that has this book to come to the front; say whether there is one."""
    socket = QLocalSocket()
    socket.connectToServer(_name(book))
    found = socket.waitForConnected(WAIT)
    socket.abort()
    return found


def _name(book: Path) -> str:
    return f"reviewdesk-{sha256(str(book).encode()).hexdigest()[:24]}"
