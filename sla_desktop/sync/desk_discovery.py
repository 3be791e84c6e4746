"""Finding the other desks on the venue's network by multicast DNS. What is announced says nothing about anybody."""

import hashlib
import ipaddress
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from zeroconf import Zeroconf

_TYPE = "_sla-desk._tcp.local."


@dataclass(frozen=True)
class Found:
    """A desk that announces itself: its opaque id, and where its door is."""

    opaque: str
    host: str
    port: int


def opaque_id(public_key: bytes) -> str:
    """What a laptop is called on the network: who knows its key recognises it, nobody else learns anything."""
    return hashlib.sha256(b"sla desk here 1" + public_key).hexdigest()[:16]


class Neighbours:
    """Announces a door (if `port` is given) and listens for others until it is closed.

    `works` is False where the network does not allow multicast; then addresses have to be typed.
    """

    def __init__(self, own: str, *, port: int = 0, host: str = "", told: Callable[[], None] = lambda: None) -> None:
        self._own, self._told, self._lock = own, told, threading.Lock()
        self._found: dict[str, Found] = {}
        self._zeroconf: Zeroconf | None = None
        try:
            self._start(port, host)
        except OSError:
            self.close()

    @property
    def works(self) -> bool:
        """Whether desks can be found at all."""
        return self._zeroconf is not None

    @property
    def found(self) -> tuple[Found, ...]:
        """The desks that are announced now."""
        with self._lock:
            return tuple(sorted(self._found.values(), key=lambda one: (one.host, one.port)))

    def close(self) -> None:
        """Take the announcement back and stop listening."""
        zeroconf, self._zeroconf = self._zeroconf, None
        if zeroconf is not None:
            zeroconf.close()

    def _start(self, port: int, host: str) -> None:
        from zeroconf import InterfaceChoice, ServiceBrowser, ServiceInfo, Zeroconf

        loopback = bool(host) and ipaddress.ip_address(host).is_loopback
        self._zeroconf = Zeroconf(interfaces=[host] if loopback else InterfaceChoice.Default)
        if port:
            hosts = [host] if host and host != "0.0.0.0" else own_addresses()
            info = ServiceInfo(
                _TYPE, f"{self._own}.{_TYPE}", port, server=f"{self._own}.local.", parsed_addresses=hosts
            )
            self._zeroconf.register_service(info, cooperating_responders=True)
        ServiceBrowser(self._zeroconf, _TYPE, handlers=[self._on_changed])

    def _on_changed(self, zeroconf: "Zeroconf", service_type: str, name: str, state_change: Any) -> None:
        from zeroconf import ServiceStateChange

        opaque = name.removesuffix(f".{_TYPE}")
        if opaque == self._own or len(opaque) != 16:
            return
        gone = state_change is ServiceStateChange.Removed
        info = None if gone else zeroconf.get_service_info(service_type, name, timeout=2000)
        hosts = info.parsed_addresses() if info else []
        with self._lock:
            self._found.pop(opaque, None)
            if info and hosts and info.port and len(self._found) < 200:
                self._found[opaque] = Found(opaque, hosts[0], info.port)
        self._told()


def own_addresses() -> list[str]:
    """This laptop's addresses on its networks, IPv4, without the loopback."""
    import ifaddr

    found = [str(ip.ip) for adapter in ifaddr.get_adapters() for ip in adapter.ips if ip.is_IPv4]
    return [address for address in found if not ipaddress.ip_address(address).is_loopback]
