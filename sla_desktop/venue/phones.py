"""The form on the venue's network: off until it is started, on the address that was chosen, for one event."""

import ipaddress
import socket
from threading import Thread
from typing import TYPE_CHECKING

from sla_desktop.domain.errors import SlaError
from sla_desktop.domain.ids import EventId
from sla_desktop.services import feedback, forms
from sla_desktop.storage.store import Store
from sla_desktop.venue.site import Site
from sla_desktop.venue.tokens import Tokens
from sla_desktop.venue.writer import Writer

if TYPE_CHECKING:
    import asyncio

    import uvicorn
    from uvicorn.protocols.http.h11_impl import H11Protocol

PORT = 8021
# One address may be many phones; what it holds open leaves room for others.
_MOST_AT_ONCE, _MOST_OF_ONE = 512, 256
_HEADER_SECONDS = 15.0
_START_SECONDS = 15.0


class Phones:
    """An open page for phones. Close it to leave the network; what was acknowledged is on the disk."""

    def __init__(self, store: Store, event_id: EventId, *, host: str, port: int = PORT) -> None:
        form = forms.event_form(store, event_id)
        self.form_title = form.title
        self._writer = Writer(lambda batch: feedback.keep(store, event_id, form.id, batch, channel="phone"))
        self._site = Site(forms.questionnaire(store, event_id), Tokens(store, event_id), self._writer)
        self._socket = _bound(host, port)
        self.host, self.port = self._socket.getsockname()[:2]
        self._server = self._made()
        self._thread = Thread(target=self._server.run, args=([self._socket],), name="phones", daemon=True)
        self._thread.start()
        self._wait_until_open()

    @property
    def address(self) -> str:
        """What phones open."""
        return f"http://{self.host}:{self.port}/"

    @property
    def check_address(self) -> str:
        """Where a phone sees whether it reaches the laptop."""
        return f"{self.address}check"

    @property
    def saved(self) -> int:
        """How many answers were saved since it was opened."""
        return self._site.saved

    @property
    def reached(self) -> int:
        """How many times the check was opened by a phone."""
        return self._site.reached

    def close(self) -> None:
        """Take no more phones, save what waits, and leave the network."""
        self._server.should_exit = True
        self._thread.join()
        self._writer.close()
        self._socket.close()

    def _made(self) -> "uvicorn.Server":
        import uvicorn

        config = uvicorn.Config(
            self._site.application(),
            access_log=False,
            log_config=None,
            server_header=False,
            date_header=False,
            limit_concurrency=_MOST_AT_ONCE,
            timeout_keep_alive=5,
            h11_max_incomplete_event_size=16_384,
            lifespan="off",
            http=_quiet_protocol(),
            ws="none",
            loop="asyncio",
            timeout_graceful_shutdown=5,
        )
        return uvicorn.Server(config)

    def _wait_until_open(self) -> None:
        self._thread.join(0.01)
        waited = 0.0
        while not self._server.started and self._thread.is_alive() and waited < _START_SECONDS:
            self._thread.join(0.05)
            waited += 0.05
        if not self._server.started:
            raise SlaError(f"The page for phones could not be opened on {self.host}. Try again.")


def _quiet_protocol() -> "type[H11Protocol]":
    """What talks HTTP, and hangs up on who sends no HTTP, never ends its headers or opens too much at once."""
    from h11 import LocalProtocolError
    from uvicorn.protocols.http.h11_impl import H11Protocol

    class Protocol(H11Protocol):
        def connection_made(self, transport: "asyncio.Transport") -> None:  # type: ignore[override]
            super().connection_made(transport)
            hosts = [known[0] for one in self.connections if (known := getattr(one, "client", None))]
            same = hosts.count(self.client[0]) if self.client else 0
            if same > _MOST_OF_ONE:
                transport.abort()
            else:
                self.loop.call_later(_HEADER_SECONDS, self._look, None)

        def _look(self, before: object) -> None:
            waits = self.cycle is None or self.cycle.response_complete
            if waits and self.cycle is before:
                self.transport.abort()
            elif not self.transport.is_closing():
                self.loop.call_later(_HEADER_SECONDS, self._look, self.cycle)

        def send_400_response(self, msg: str) -> None:
            # There is nothing to say once an answer has begun.
            if self.cycle is not None:
                # This is the answer: a page that is being made for the same request finds nobody to take it.
                self.cycle.disconnected = True
            try:
                super().send_400_response(msg)
            except LocalProtocolError:
                self.transport.close()

    return Protocol


def _bound(host: str, port: int) -> socket.socket:
    try:
        ipaddress.IPv4Address(host)
    except ValueError as error:
        raise SlaError(f"“{host}” is no address of this laptop. Give one such as 192.168.1.5.") from error
    for wanted in dict.fromkeys((port, 0)):
        made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((host, wanted))
        except OSError as error:
            made.close()
            if wanted == 0:
                raise SlaError(f"The address {host} is not this laptop's, or is taken: {error.strerror}.") from error
        else:
            return made
    raise SlaError(f"No port is free on {host}.")
