"""What a shared database is made of: SQL from the description of the entities, and the files in resources/sql."""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Dialect, MetaData, Table
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.types import TypeEngine

from sla_desktop import assets
from sla_desktop.storage import schema
from sla_desktop.storage.entities import CONTROL, ENTITIES, Column, Entity

_DIALECT: Dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
_quoted = _DIALECT.identifier_preparer.quote
_KINDS: dict[type, tuple[str, str]] = {
    # Python type: what JSON calls it, and what else must hold of its text.
    str: ("string", "true"),
    int: ("number", "{text}::bigint IS NOT NULL"),
    float: ("number", "{text}::float8 IS NOT NULL"),
    bool: ("boolean", "true"),
    UUID: ("string", "{text}::uuid IS NOT NULL"),
    datetime: ("string", "{text} ~ '^(19|2[01])\\d\\d-\\d\\d-\\d\\d[T ]"
               "([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{{1,6}})?)?"
               "([+-]\\d\\d:\\d\\d|Z)$' AND {text}::timestamptz IS NOT NULL"),
    date: ("string", "{text} ~ '^\\d{{4}}-\\d\\d-\\d\\d$' AND {text}::date IS NOT NULL"),
    tuple: ("array", "true"),
    dict: ("object", "true"),
}  # fmt: skip
_READABLE = [entity for entity in ENTITIES if not entity.control]


def statements() -> list[str]:
    """All that makes a share, in order, to be run by the owner of its schemas. Harmless where it was run before."""
    return [
        _file("ids"),
        *(one for table in schema.LOG_TABLES if table is not schema.meta for one in _table(table, "sync")),
        *(one for table in schema.TABLES.values() for one in _table(table, "app")),
        *_kinds(),
        _file("share"),
        _DROP_FUNCTIONS,
        f"CREATE FUNCTION sync.control() RETURNS uuid LANGUAGE sql IMMUTABLE AS $$ SELECT '{CONTROL}'::uuid $$",
        *map(_file, ("access", "pull", "push", "control", "fold")),
        _fits(),
        _put(),
        *_views(),
    ]


def fingerprint() -> str:
    """Changes whenever the tables would be written otherwise, so that they have to be made anew from the log."""
    return hashlib.sha256(
        "\n".join([_file("control"), _file("fold"), *_kinds(), _fits(), _put()]).encode()
    ).hexdigest()


def grants(devices: str, analysts: str) -> list[str]:
    """Who may do what: laptops call three functions, analysts read what is not private, PUBLIC does nothing."""
    shown = [f"GRANT SELECT ({_shown(entity)}) ON app.{entity.name} TO {analysts}" for entity in _READABLE]
    return [
        "REVOKE ALL ON ALL TABLES IN SCHEMA sync, app FROM PUBLIC",
        "REVOKE ALL ON ALL FUNCTIONS IN SCHEMA sync FROM PUBLIC",
        f"GRANT USAGE ON SCHEMA sync TO {devices}",
        "GRANT EXECUTE ON FUNCTION sync.pull, sync.push, sync.hash_at TO " + devices,
        f"GRANT USAGE ON SCHEMA app TO {analysts}",
        *shown,
        f"GRANT SELECT ON app.conflict, app.parked TO {analysts}",
    ]


def _file(name: str) -> str:
    return assets.path(f"sql/{name}.sql").read_text(encoding="utf-8")


# What a function returns cannot be replaced. Those on which a column rests stay.
_DROP_FUNCTIONS = """
DO $$
DECLARE
    found record;
BEGIN
    FOR found IN
        SELECT p.oid::regprocedure AS name FROM pg_proc p
        WHERE p.pronamespace = 'sync'::regnamespace AND p.proname NOT IN ('sha1', 'device_id')
    LOOP
        EXECUTE 'DROP ROUTINE ' || found.name;
    END LOOP;
END $$
"""


def _table(table: Table, place: str) -> Iterator[str]:
    """A table and its indexes, and the columns that an older share lacks."""
    copy = table.to_metadata(MetaData(), schema=place)
    yield str(CreateTable(copy, if_not_exists=True).compile(dialect=_DIALECT))
    for column in copy.columns:
        yield f"ALTER TABLE {place}.{table.name} ADD COLUMN IF NOT EXISTS {_quoted(column.name)} {_type(column.type)}"
    for index in copy.indexes:
        yield str(CreateIndex(index, if_not_exists=True).compile(dialect=_DIALECT))


def _kinds() -> list[str]:
    needed = {entity.name: ", ".join(f"'{name}'" for name in sorted(entity.required)) for entity in ENTITIES}
    rows = [f"('{entity.name}', ARRAY[{needed[entity.name]}]::text[], {entity.control})" for entity in ENTITIES]
    return [
        "CREATE TABLE IF NOT EXISTS sync.kind "
        "(name text PRIMARY KEY, required text[] NOT NULL, control boolean NOT NULL)",
        "DELETE FROM sync.kind",
        f"INSERT INTO sync.kind VALUES {', '.join(rows)}",
    ]


def _fits() -> str:
    """The function that tries to read many payloads as records of one entity, as storage.cells.from_json does."""
    cases = "\n".join(
        f"        WHEN '{entity.name}' THEN\n"
        f"            RETURN (SELECT coalesce(bool_and({_fitting(entity)}), true) FROM {_PARTS});"
        for entity in ENTITIES
    )
    places = "\n".join(f"        WHEN '{entity.name}' THEN {entity.belonging}" for entity in ENTITIES)
    return f"""
CREATE FUNCTION sync.belongs(name text, scope uuid, eid uuid) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE name
{places}
        ELSE true
    END
$$;
CREATE FUNCTION sync.fits_replaced(replaced jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT NOT EXISTS (
        SELECT FROM jsonb_each(replaced) r, jsonb_array_elements(r.value) c
        WHERE jsonb_typeof(c) <> 'string' OR (c #>> '{{}}')::uuid IS NULL
    )
$$;
CREATE FUNCTION sync.fits(name text, payloads text[]) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
    CASE name
{cases}
        ELSE RETURN true;
    END CASE;
END $$;
"""


# Each payload is parsed once: OFFSET 0 keeps the planner from repeating the conversion for every field.
_PARTS = """(
            SELECT b.body -> 's' AS s, b.body -> 'p' AS p
            FROM (SELECT t::jsonb AS body FROM unnest(payloads) t OFFSET 0) b OFFSET 0
        ) parts"""


def _fitting(entity: Entity) -> str:
    fields = [_field_fits(column) for column in entity.columns if column.name != "id"]
    return " AND ".join(
        ["coalesce(jsonb_typeof(s) = 'object' AND (p = '{}' OR sync.fits_replaced(p)), false)", *fields]
    )


def _field_fits(column: Column) -> str:
    value, (kind, rule) = f"(s -> '{column.name}')", _KINDS[column.kind]
    text = f"(s ->> '{column.name}')"
    if column.choices:
        choices = ", ".join(f"'{choice}'" for choice in sorted(column.choices))
        rule = f"{{text}} IN ({choices})"
    return (
        f"CASE jsonb_typeof{value} WHEN '{kind}' THEN {rule.format(text=text)} "
        f"WHEN 'null' THEN true ELSE {value} IS NULL END"
    )


def _put() -> str:
    """The function that replaces rows of one entity."""
    cases = "\n".join(f"        WHEN '{entity.name}' THEN\n{_put_rows(entity)}" for entity in ENTITIES)
    return f"""
CREATE FUNCTION sync.put(name text, gone uuid[], eids uuid[], shown jsonb[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    CASE name
{cases}
    END CASE;
END $$;
"""


def _put_rows(entity: Entity) -> str:
    table = schema.TABLES[entity.name]
    names = [column.name for column in entity.columns if column.name != "id"]
    values = ", ".join(_value(name, table.c[name].type) for name in names)
    return (
        f"            DELETE FROM app.{entity.name} WHERE id = ANY (gone);\n"
        f"            INSERT INTO app.{entity.name} (id, {', '.join(map(_quoted, names))})\n"
        f"                SELECT e.eid, {values}\n"
        "                FROM unnest(eids, shown) AS e(eid, s);"
    )


def _value(name: str, kind: TypeEngine[object]) -> str:
    told = _type(kind)
    if told == "JSON":
        return f"nullif(e.s -> '{name}', 'null')::json"
    return f"(e.s ->> '{name}')::{told}"


def _type(kind: TypeEngine[object]) -> str:
    return kind.compile(dialect=_DIALECT)


def _shown(entity: Entity) -> str:
    return ", ".join(_quoted(column.name) for column in entity.columns if column.name not in entity.private)


def _views() -> list[str]:
    """What waits for a person to decide, in words, without private fields."""
    private = ", ".join(f"('{entity.name}', '{name}')" for entity in ENTITIES for name in entity.private)
    control = ", ".join(f"'{entity.name}'" for entity in ENTITIES if entity.control)
    return [
        "DROP VIEW IF EXISTS app.conflict, app.parked",
        f"""
CREATE VIEW app.conflict AS
    SELECT c.eid AS id, c.entity, c.field, 'The ' || replace(c.field, '_', ' ') || ' of one '
        || replace(c.entity, '_', ' ') || ' was changed on two laptops: ' || (
            SELECT string_agg(DISTINCT '“' || (leaf ->> 1) || '”', ' or ') FROM json_array_elements(c.leaves) leaf
        ) || '?' AS words
    FROM sync.conflict c WHERE (c.entity, c.field) NOT IN ({private}) AND c.entity NOT IN ({control})
""",
        """
CREATE VIEW app.parked AS
    SELECT p.eid AS id, p.entity, 'One record of a ' || replace(p.entity, '_', ' ')
        || ' is kept but not shown here: ' || p.reason || '.' AS words
    FROM sync.parked p
""",
    ]
