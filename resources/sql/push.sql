-- Batches of rows, in one call: each is appended whole or not at all, checked against what is here, and projected.
-- The answer to each is one word: stored, known, fork, gap, damaged, denied, control, withheld.

-- Both are JSON; `rows` has the rows of each batch. Plans are made once, for lists of any length: the log is always read
-- through its indexes.
CREATE FUNCTION sync.push(batches text[], rows text[]) RETURNS TABLE (answer text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off AS $$
DECLARE
    who CONSTANT sync.device := sync.who();
BEGIN
    PERFORM sync.lock(ARRAY(SELECT (b::json ->> 'scope')::uuid FROM unnest(batches) b));
    FOR place IN 1 .. cardinality(batches) LOOP
        answer := sync.take(
            who, batches[place]::json, ARRAY(SELECT r FROM json_populate_recordset(NULL::sync.change, rows[place]::json) r)
        );
        IF answer = 'stored' THEN
            PERFORM pg_notify('sla ' || (batches[place]::json ->> 'scope'), '');
        END IF;
        RETURN NEXT;
    END LOOP;
END $$;

-- One push at a time in each scope: two projections of one entity would overwrite each other. Nobody writes anywhere
-- while an order to erase is carried out. Always in the same order, so that nobody waits for each other.
CREATE FUNCTION sync.lock(scopes uuid[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    place uuid;
BEGIN
    IF sync.control() = ANY (scopes) THEN
        PERFORM pg_advisory_xact_lock(hashtextextended(sync.control()::text, 0));
    ELSE
        PERFORM pg_advisory_xact_lock_shared(hashtextextended(sync.control()::text, 0));
    END IF;
    FOR place IN SELECT DISTINCT s FROM unnest(scopes) s WHERE s <> sync.control() ORDER BY s LOOP
        PERFORM pg_advisory_xact_lock(hashtextextended(place::text, 0));
    END LOOP;
END $$;

CREATE FUNCTION sync.take(who sync.device, told json, rows sync.change[]) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
    batch record;
    here sync.stream;
    last CONSTANT sync.change := rows[cardinality(rows)];
    joint bytea;
    refusal text;
BEGIN
    SELECT * INTO batch FROM json_to_record(told) AS b(
        writer uuid, scope uuid, public_key bytea, base bigint, genesis bytea, after bigint, previous bytea,
        signature bytea
    );
    IF NOT sync.may(who, batch.scope, true) THEN
        RETURN 'denied';
    END IF;
    IF NOT sync.sound_rows(rows, batch.after, batch.previous) THEN
        RETURN 'damaged';
    END IF;
    SELECT * INTO here FROM sync.stream s WHERE s.writer = batch.writer AND s.scope = batch.scope;
    IF NOT FOUND THEN
        IF NOT sync.genuine(batch.writer, batch.scope, batch.public_key, batch.base, batch.genesis, rows[1].hash) THEN
            RETURN 'fork';
        END IF;
        here.base := batch.base;
        here.public_key := batch.public_key;
        here.genesis := batch.genesis;
        here.head_seq := batch.base;
        here.head_hash := batch.genesis;
    END IF;
    IF (here.base, here.genesis, here.public_key) <> (batch.base, batch.genesis, batch.public_key) THEN
        RETURN 'fork';
    ELSIF batch.after > here.head_seq THEN
        RETURN 'gap';
    ELSIF last.seq <= here.head_seq THEN
        RETURN CASE WHEN sync.hash_here(here.sid, last.seq) = last.hash THEN 'known' ELSE 'fork' END;
    END IF;
    joint := CASE WHEN batch.after = here.head_seq THEN batch.previous ELSE rows[here.head_seq - batch.after].hash END;
    IF joint <> here.head_hash OR batch.after < here.base THEN
        RETURN 'fork';
    END IF;
    rows := rows[here.head_seq - batch.after + 1 :];
    refusal := sync.refusal(who, batch.scope, batch.public_key, last.hash, batch.signature, rows);
    IF refusal IS NOT NULL THEN
        RETURN refusal;
    END IF;
    IF here.sid IS NULL THEN
        INSERT INTO sync.stream (writer, scope, public_key, base, genesis, head_seq, head_hash)
            VALUES (batch.writer, batch.scope, batch.public_key, batch.base, batch.genesis, batch.base, batch.genesis)
            RETURNING * INTO here;
    END IF;
    PERFORM sync.store(here, rows, batch.signature);
    RETURN 'stored';
END $$;

-- Write rows behind the head of a stream, without the text that was ordered to go, and bring the tables up to date.
CREATE FUNCTION sync.store(here sync.stream, rows sync.change[], sealed bytea) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    last CONSTANT sync.change := rows[cardinality(rows)];
    any_gone CONSTANT boolean := EXISTS (SELECT FROM sync.erased) OR EXISTS (SELECT FROM sync.expired);
BEGIN
    INSERT INTO sync.change (sid, seq, cid, hlc, wall_ms, kind, entity, eid, subject, sv, salt, payload, digest, hash)
        SELECT here.sid, r.seq, r.cid, r.hlc, r.wall_ms, r.kind, r.entity, r.eid, r.subject, r.sv,
            CASE WHEN NOT g.gone THEN r.salt END, CASE WHEN NOT g.gone THEN r.payload END, r.digest, r.hash
        FROM unnest(rows) r, LATERAL (SELECT any_gone AND sync.is_gone(r.subject, r.cid) AS gone) g;
    UPDATE sync.stream SET head_seq = last.seq, head_hash = last.hash WHERE sid = here.sid;
    INSERT INTO sync.seal (sid, seq, signature) VALUES (here.sid, last.seq, sealed);
    IF EXISTS (SELECT FROM app.device d WHERE d.revoked_at IS NOT NULL AND d.public_key = encode(here.public_key, 'hex')) THEN
        PERFORM sync.refold(sync.hold());
    END IF;
    PERFORM sync.project(here.sid, here.head_seq + 1, last.seq);
    IF here.scope = sync.control() THEN
        PERFORM sync.settle();
    END IF;
END $$;

-- Whether a change was ordered to lose its text; what is about nobody keeps it, whatever an order says.
CREATE FUNCTION sync.is_gone(about uuid, change uuid) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN about IS NOT NULL AND (
        EXISTS (SELECT FROM sync.erased e WHERE e.subject = about) OR EXISTS (SELECT FROM sync.expired x WHERE x.cid = change)
    );
END $$;

-- storage.log.verify: no gaps, every digest fits its text, and the chain holds from the hash before.
CREATE FUNCTION sync.sound_rows(rows sync.change[], after bigint, previous bytea) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN (SELECT coalesce(bool_and(
        r.seq = after + r.place
        AND (r.payload IS NULL) = (r.salt IS NULL)
        AND (r.payload IS NULL OR sha256(r.salt || convert_to(r.payload, 'UTF8')) = r.digest)
        AND r.hash = sha256(
            r.before || int8send(r.seq) || uuid_send(r.cid) || int8send(r.hlc) || int8send(r.wall_ms)
            || convert_to(r.kind, 'UTF8') || int2send(r.sv) || substr(int4send(octet_length(r.entity)), 3)
            || convert_to(r.entity, 'UTF8') || uuid_send(r.eid)
            || coalesce(uuid_send(r.subject), '\x00000000000000000000000000000000') || r.digest
        )
    ), false)
    FROM (
        SELECT r.*, coalesce(lag(r.hash) OVER (ORDER BY r.place), previous) AS before
        FROM unnest(rows) WITH ORDINALITY AS r(
            sid, seq, cid, hlc, wall_ms, kind, entity, eid, subject, sv, salt, payload, digest, hash, place
        )
    ) r);
END $$;

-- storage.log.genuine: a stream's name fits its key, or, for a branch, the hash of its first row.
CREATE FUNCTION sync.genuine(
    writer uuid, scope uuid, public_key bytea, base bigint, genesis bytea, first bytea
) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT octet_length(public_key) = 32 AND CASE
        WHEN base = 0 AND genesis = sha256('sla stream 1'::bytea || uuid_send(writer) || uuid_send(scope) || public_key)
            THEN true
        ELSE base >= 0 AND octet_length(genesis) = 32
            AND uuid_send(writer) = substr(sha256('sla fork 1'::bytea || uuid_send(scope) || first), 1, 16)
    END
$$;

-- Why rows that fit are not taken all the same; NULL if they are.
CREATE FUNCTION sync.refusal(
    who sync.device, place uuid, author bytea, head bytea, sealed bytea, rows sync.change[]
) RETURNS text
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF place = sync.control() AND (who).role <> 'lead' AND NOT sync.may_order(author, rows) THEN
        RETURN 'control';
    ELSIF EXISTS (
        SELECT FROM unnest(rows) r
        WHERE r.payload IS NULL AND NOT sync.is_gone(r.subject, r.cid)
    ) THEN
        RETURN 'withheld';
    ELSIF NOT (who).everything AND EXISTS (
        -- What is known of other events is not changed from this one.
        SELECT FROM unnest(rows) r JOIN sync.change c ON c.eid = r.eid JOIN sync.stream s ON s.sid = c.sid
        WHERE s.scope <> place AND NOT sync.may(who, s.scope, true)
    ) THEN
        RETURN 'denied';
    END IF;
    RETURN NULL;
END $$;
