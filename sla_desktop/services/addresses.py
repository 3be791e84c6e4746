"""The addresses of shares: folders, and databases."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from sla_desktop.domain.errors import SlaError


def is_postgres(url: str) -> bool:
    """Whether an address is that of a database."""
    return url.startswith(("postgresql:", "postgres:"))


def folder_path(url: str) -> Path:
    """The folder that an address names. SlaError if it names none."""
    if not url.strip() or url.rstrip("/") in ("folder:", "folder"):
        raise SlaError("Name the share: a folder, or an address such as postgresql://user@host/database.")
    if url.startswith("folder:"):
        return path_in(url)
    if "://" in url:
        scheme = url.partition("://")[0]
        raise SlaError(
            f"“{scheme}” is no kind of share. Give a folder, or an address postgresql://user@host/database."
        )
    return Path(url).expanduser()


def path_in(url: str) -> Path:
    """The path in an address such as `folder:///path`. SlaError if it is none."""
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise SlaError(f"“{url}” is no address. Write it like folder:///media/stick/share.") from error
    return Path(unquote(parts.netloc + parts.path))


def without_password(url: str) -> str:
    """An address as it may be shown and kept."""
    if not is_postgres(url):
        return url
    parts = urlsplit(url)
    host = parts.hostname or ""
    user = f"{parts.username}@" if parts.username else ""
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{user}{host}{port}{parts.path}"
