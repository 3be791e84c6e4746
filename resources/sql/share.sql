-- Who may use the share, and the second lock on its log. Run by the owner role; harmless where it was run before.

CREATE TABLE IF NOT EXISTS sync.about (key text PRIMARY KEY, value text NOT NULL);

CREATE TABLE IF NOT EXISTS sync.device (
    role_name name PRIMARY KEY,
    label text NOT NULL,
    role text NOT NULL CHECK (role IN ('lead', 'desk')),
    everything boolean NOT NULL,
    added timestamptz NOT NULL DEFAULT now(),
    revoked timestamptz
);

-- Of a device that may not use everything: the scopes that it reads and, where `write`, adds to.
CREATE TABLE IF NOT EXISTS sync.device_scope (
    role_name name NOT NULL REFERENCES sync.device ON DELETE CASCADE,
    scope uuid NOT NULL,
    write boolean NOT NULL DEFAULT true,
    PRIMARY KEY (role_name, scope)
);

-- The id of the laptop whose key seals a stream.
ALTER TABLE sync.stream ADD COLUMN IF NOT EXISTS device uuid GENERATED ALWAYS AS (sync.device_id(public_key)) STORED;

CREATE INDEX IF NOT EXISTS stream_public_key ON sync.stream (public_key);
CREATE INDEX IF NOT EXISTS stream_scope ON sync.stream (scope);

-- Laptops go through the functions alone. Should somebody be given a right to a table by mistake, it shows no rows.
DO $$
DECLARE
    found name;
BEGIN
    FOR found IN SELECT tablename FROM pg_tables WHERE schemaname = 'sync' LOOP
        EXECUTE format('ALTER TABLE sync.%I ENABLE ROW LEVEL SECURITY', found);
    END LOOP;
END $$;
