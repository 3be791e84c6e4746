"""The shares of a simulated team, each of which can be put back to an earlier day."""

import shutil
from contextlib import contextmanager
from uuid import UUID

from sqlalchemy import NullPool, create_engine, select

from sla_desktop.storage import schema
from sla_desktop.storage.entities import ENTITIES
from sla_desktop.sync import database
from sla_desktop.sync.exchange import take_in
from sla_desktop.sync.folder import Folder
from sla_desktop.sync.postgres import Postgres


class StoreCarrier:
    """Another laptop's store, or one that serves as a share, as the other side of an exchange."""

    def __init__(self, store):
        self.store, self.faults = store, []

    def pull(self, have):
        with self.store.read() as connection:
            return database.pull(connection, have)

    def append(self, batches):
        for batch in batches:
            take_in(self.store, batch)
        return ()

    def hash_at(self, name, seq):
        with self.store.read() as connection:
            return database.hash_at(connection, name, seq)

    def finish(self, *, changed):
        pass

    def close(self):
        pass


class Flaky:
    """A carrier whose link may break before a call reaches the other side, or before its answer comes back."""

    def __init__(self, carrier, crashes):
        self._carrier, self._crashes = carrier, crashes
        self.faults = carrier.faults

    def __getattr__(self, name):
        verb = getattr(self._carrier, name)

        def call(*args, **kwargs):
            self._crashes.step()
            answer = verb(*args, **kwargs)
            self._crashes.step()
            return answer

        return call


class StoreHub:
    """A share that is a store of its own, served by the same code as a desk serves other desks."""

    def __init__(self, folder, new_store):
        self._device = new_store(folder / "hub")

    def laptops(self):
        return [self._device]

    @contextmanager
    def carrier(self, store):
        yield StoreCarrier(self._device.store)

    def cids(self):
        return self._device.cids()

    def payloads(self):
        return self._device.payloads()

    def save(self):
        return self._device.save()

    def restore(self, saved):
        self._device.restore(saved, with_anchors=True)

    def close(self):
        self._device.close()


class FolderHub:
    """A shared folder."""

    def __init__(self, folder, new_store):
        self._path, self._saves = folder / "share", folder / "saves"
        self._path.mkdir()
        self._reader = new_store(folder / "reader")

    def laptops(self):
        return [self._reader]

    @contextmanager
    def carrier(self, store):
        yield Folder(self._path, store)

    def cids(self):
        return {UUID(row.cid) for row in self._rows()}

    def payloads(self):
        return [row.payload for row in self._rows() if row.payload]

    def save(self):
        target = self._saves / str(len(list(self._saves.glob("*"))))
        shutil.copytree(self._path, target)
        return target

    def restore(self, saved):
        shutil.rmtree(self._path)
        shutil.copytree(saved, self._path)

    def close(self):
        self._reader.close()

    def _rows(self):
        folder = Folder(self._path, self._reader.store)
        rows = []
        folder.pull({})
        for chain in folder._chains.values():
            for segment in chain.segments:
                rows += folder._files.load(segment).rows
        return rows


class PostgresHub:
    """A shared PostgreSQL, emptied for each schedule; its tables must be those of the laptops."""

    def __init__(self, url):
        self._carrier = Postgres(url)
        self._engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"), poolclass=NullPool)
        with self._engine.begin() as connection:
            found = connection.exec_driver_sql(
                "SELECT schemaname, tablename FROM pg_tables WHERE schemaname = 'app' OR schemaname = 'sync' "
                "AND tablename IN ('stream', 'change', 'seal', 'conflict', 'erased', 'expired', 'parked')"
            )
            self._tables = [f'{schema_name}."{name}"' for schema_name, name in found]
            self._empty(connection)

    def laptops(self):
        return []

    @contextmanager
    def carrier(self, store):
        yield self._carrier

    def cids(self):
        return set(self._column("SELECT cid FROM sync.change"))

    def payloads(self):
        return self._column("SELECT payload FROM sync.change WHERE payload IS NOT NULL")

    def tables(self):
        """Every row that analysts can see, and every conflict, as a laptop shows them."""
        shown = [("app", schema.TABLES[entity.name]) for entity in ENTITIES] + [("sync", schema.conflict)]
        with self._engine.begin() as connection:
            found = {}
            for place, table in shown:
                connection.exec_driver_sql(f"SET LOCAL search_path = {place}")
                found[table.name] = sorted(map(repr, map(tuple, connection.execute(select(table)))))
            return found

    def save(self):
        with self._engine.begin() as connection:
            cursor = connection.connection.cursor()
            return {table: _copied(cursor, table) for table in self._tables}

    def restore(self, saved):
        with self._engine.begin() as connection:
            self._empty(connection)
            cursor = connection.connection.cursor()
            for table, rows in saved.items():
                with cursor.copy(f"COPY {table} FROM STDIN (FORMAT binary)") as copy:
                    copy.write(rows)

    def close(self):
        self._carrier.close()
        self._engine.dispose()

    def _empty(self, connection):
        connection.exec_driver_sql(f"TRUNCATE {', '.join(self._tables)}")

    def _column(self, sql):
        with self._engine.begin() as connection:
            return list(connection.exec_driver_sql(sql).scalars())


def _copied(cursor, table):
    with cursor.copy(f"COPY {table} TO STDOUT (FORMAT binary)") as copy:
        return b"".join(map(bytes, copy))
