"""SQL tables: the change log, and one ordinary readable table per entity. The same for SQLite and PostgreSQL."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, SafeUUID

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    Uuid,
)
from sqlalchemy.types import TypeEngine

from sla_desktop.storage.entities import ENTITIES, Entity, read_stamp, stamp

VERSION = 8
METADATA = MetaData()
# Looked up once: an enum looks its members up anew each time.
_UNKNOWN = SafeUUID.unknown


class UtcTime(TypeDecorator[datetime]):
    """A UTC moment: `timestamptz` in PostgreSQL, sortable ISO text in SQLite."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(DateTime(timezone=True) if dialect.name == "postgresql" else String(32))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None or dialect.name == "postgresql":
            return value
        return stamp(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if isinstance(value, str):
            return read_stamp(value)
        return value.astimezone(UTC) if value is not None else None


class Id(TypeDecorator[UUID]):
    """A UUID: native in PostgreSQL, 32 hexadecimal digits in SQLite."""

    impl = Uuid
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(Uuid() if dialect.name == "postgresql" else String(32))

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        return value if value is None or dialect.name == "postgresql" else value.hex

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:
        return value if value is None or isinstance(value, UUID) else id_from_hex(value)


def id_from_hex(text: str) -> UUID:
    """An id from its 32 hexadecimal digits.

    A list of thousands of people has ten ids each, so they are made without the checks of UUID's own constructor.
    """
    return id_from_int(int(text, 16))


def id_from_int(number: int) -> UUID:
    """An id from its 128 bits, as quickly."""
    made = UUID.__new__(UUID)
    object.__setattr__(made, "int", number)
    object.__setattr__(made, "is_safe", _UNKNOWN)
    return made


_TYPES: dict[type, Any] = {
    str: Text,
    int: BigInteger,
    float: Float,
    bool: Boolean,
    UUID: Id,
    datetime: UtcTime,
    date: Date,
    tuple: JSON,
    dict: JSON,
}

meta = Table("meta", METADATA, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

stream = Table(
    "stream",
    METADATA,
    Column("sid", Integer, primary_key=True),
    Column("writer", Id, nullable=False),
    Column("scope", Id, nullable=False),
    Column("public_key", LargeBinary(32), nullable=False),
    Column("base", BigInteger, nullable=False),
    Column("genesis", LargeBinary(32), nullable=False),
    Column("head_seq", BigInteger, nullable=False),
    Column("head_hash", LargeBinary(32), nullable=False),
    # Rows after this one come from a laptop that was revoked: kept, and left out of the fold. NULL: none.
    Column("held_after", BigInteger),
    UniqueConstraint("writer", "scope"),
)

change = Table(
    "change",
    METADATA,
    Column("sid", Integer, primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    Column("cid", Id, nullable=False),
    Column("hlc", BigInteger, nullable=False),
    Column("wall_ms", BigInteger, nullable=False),
    Column("kind", String(1), nullable=False),
    Column("entity", Text, nullable=False),
    Column("eid", Id, nullable=False),
    Column("subject", Id),
    Column("sv", SmallInteger, nullable=False),
    Column("salt", LargeBinary(16)),
    Column("payload", Text),
    Column("digest", LargeBinary(32), nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
    Index("change_eid", "eid"),
    Index("change_subject", "subject"),
    sqlite_with_rowid=False,
)

seal = Table(
    "seal",
    METADATA,
    Column("sid", Integer, primary_key=True),
    Column("seq", BigInteger, primary_key=True),
    Column("signature", LargeBinary(64), nullable=False),
    sqlite_with_rowid=False,
)

conflict = Table(
    "conflict",
    METADATA,
    Column("eid", Id, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("entity", Text, nullable=False),
    Column("leaves", JSON, nullable=False),
)


erased = Table("erased", METADATA, Column("subject", Id, primary_key=True))

# Changes whose text was kept long enough and went, also those that may still come back from an old laptop.
expired = Table("expired", METADATA, Column("cid", Id, primary_key=True), sqlite_with_rowid=False)

# Records that cannot be what they say they are: kept, passed on, and left out of the fold.
parked = Table(
    "parked",
    METADATA,
    Column("cid", Id, primary_key=True),
    Column("eid", Id, nullable=False),
    Column("entity", Text, nullable=False),
    Column("reason", Text, nullable=False),
)


def _entity_table(entity: Entity) -> Table:
    columns = [
        Column(column.name, _TYPES[column.kind], primary_key=column.name == "id", nullable=column.name != "id")
        for column in entity.columns
    ]
    # Anonymous rows lie in the order of their random ids, not in the order in which they came.
    made = Table(entity.name, METADATA, *columns, sqlite_with_rowid=not entity.anonymous)
    for column in entity.indexes:
        Index(f"{entity.name}_{column}", made.c[column])
    return made


TABLES: dict[str, Table] = {entity.name: _entity_table(entity) for entity in ENTITIES}
LOG_TABLES = [meta, stream, change, seal, conflict, erased, expired, parked]
