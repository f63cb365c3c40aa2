"""The local socket at which a later launch hands over its wish.

The only module that may open a socket, and only one that stays on this machine (tests/test_house.py sees to both).
QtCore and QtNetwork alone: a second launch must not pay for widgets.
"""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from sco_reader.desktop.instance import Wish
from sco_reader.errors import NoAnswer

_LONGEST_MESSAGE = 16_384
_TAKEN = b"taken\n"
_MS_TO_CONNECT, _MS_TO_ANSWER, _MS_TO_SPEAK = 1000, 5000, 2000


def hand_over(name: str, wish: Wish) -> bool:
    """True where a running window took the wish; False where none listens. Raises NoAnswer where one hangs."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_MS_TO_CONNECT):
        return False
    socket.write(wish.message())
    socket.flush()
    if not socket.waitForReadyRead(_MS_TO_ANSWER) or bytes(socket.readAll().data()) != _TAKEN:
        raise NoAnswer
    return True


class Listener(QObject):
    """Listens for later launches of the same user, and hands their wishes on."""

    wished = Signal(object)
    """A Wish."""

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._take)
        self.listens = self._listen(name)
        """False where another window was quicker; this one then does without."""

    def _listen(self, name: str) -> bool:
        # Asked first: to set its rights Qt makes the socket elsewhere and moves it over what lies there, dead or alive.
        # What a killed window left behind does not answer.
        probe = QLocalSocket()
        probe.connectToServer(name)
        if probe.waitForConnected(_MS_TO_CONNECT):
            probe.abort()
            return False
        QLocalServer.removeServer(name)
        return self._server.listen(name)

    def close(self) -> None:
        """Later launches open a window of their own."""
        self._server.close()

    def _take(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            _Visit(socket, self)


class _Visit(QObject):
    """One launch at the door: its line is read, answered and handed on; whoever talks too long or not at all leaves."""

    def __init__(self, socket: QLocalSocket, listener: Listener) -> None:
        super().__init__(listener)
        self._socket = socket
        self._listener = listener
        self._heard = b""
        socket.setParent(self)
        socket.setReadBufferSize(_LONGEST_MESSAGE)
        socket.readyRead.connect(self._hear)
        socket.disconnected.connect(self.deleteLater)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._show_out)
        self._patience.start(_MS_TO_SPEAK)
        self._hear()

    def _hear(self) -> None:
        self._heard += bytes(self._socket.readAll().data())
        line, ended, _ = self._heard.partition(b"\n")
        if len(line) > _LONGEST_MESSAGE:
            self._show_out()
            return
        if not ended:
            return
        self._socket.readyRead.disconnect(self._hear)
        wish = Wish.read(line)
        if wish is None:
            self._show_out()
            return
        self._socket.write(_TAKEN)
        self._socket.disconnectFromServer()
        self._listener.wished.emit(wish)

    def _show_out(self) -> None:
        self._socket.abort()
