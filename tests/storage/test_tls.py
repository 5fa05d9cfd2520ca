"""On the way to PostgreSQL words travel by TLS where the address asks for it, and to nobody but the right server.

The server of the tests' wheel speaks no TLS, so a program stands before it that does, as PostgreSQL's protocol has it.
"""

from __future__ import annotations

import socket
import ssl
import threading
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import make_url

from hartcity.storage import NotStoredError, Reason, Store, Writing, new_id
from hartcity.storage.location import DATABASE_URL, database_url
from tests.certificates import certificate


if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import URL

    from tests.storage.postgres_server import PostgresServer

pytestmark = pytest.mark.postgres

SSL_REQUEST = bytes.fromhex("0000000804d2162f")
"""What a client says first when it wants TLS (PostgreSQL's manual, "Message Formats")."""


class Tls:
    """Stands before a PostgreSQL server, speaks TLS with clients, and counts those whose handshake came to its end."""

    def __init__(self, chain: Path, private: Path, behind: int) -> None:
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(chain, private)
        self._behind, self.admitted = behind, 0
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Take nobody in any more."""
        self._listening.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listening.accept()
                threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with suppress(OSError), closing(client):
            if client.recv(8) != SSL_REQUEST:
                return
            client.sendall(b"S")
            with (
                self._context.wrap_socket(client, server_side=True) as sealed,
                socket.create_connection(("127.0.0.1", self._behind)) as server,
            ):
                self.admitted += 1
                back = threading.Thread(target=_pass_on, args=(server, sealed), daemon=True)
                back.start()
                _pass_on(sealed, server)
                back.join()


def _pass_on(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
    with suppress(OSError):
        target.shutdown(socket.SHUT_RDWR)


def address(monkeypatch: pytest.MonkeyPatch, database: str, port: int, root: Path) -> URL:
    """Return what ``DATABASE_URL`` gives when it asks for TLS and names whose certificate is believed."""
    named = make_url(database).set(port=port).render_as_string(hide_password=False)
    monkeypatch.setenv(DATABASE_URL, f"{named}?sslmode=verify-full&sslrootcert={root}")
    return database_url()


def test_work_is_stored_over_tls_and_shown_to_no_other_server(
    server: PostgresServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The right certificate is taken; with another one, and where there is no TLS, not a word is sent."""
    database, workspace = server.new_database(), new_id()
    ours, other = certificate(tmp_path, "ours"), certificate(tmp_path, "other")
    with closing(Tls(*ours, server.port)) as tls:
        with closing(Store(address(monkeypatch, database, tls.port, ours[0]))) as store:
            store.save_draft(workspace, Writing("Dear team"), base=0, writer="w")
            assert store.load(workspace) is not None
        assert tls.admitted > 0
        refused = [
            address(monkeypatch, database, tls.port, other[0]),
            address(monkeypatch, database, server.port, ours[0]),
        ]
        admitted = tls.admitted
        for url in refused:
            with pytest.raises(NotStoredError) as caught:
                Store(url)
            assert caught.value.reason is Reason.UNREACHABLE
        assert tls.admitted == admitted
