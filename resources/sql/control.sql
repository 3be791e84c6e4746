-- What the CONTROL scope orders (storage.orders): who leads, whose later rows are held, and whose personal data goes.

-- JSON of a text, or NULL where it is none.
CREATE FUNCTION sync.body(payload text) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN payload::jsonb;
EXCEPTION WHEN OTHERS THEN
    RETURN NULL;
END $$;

CREATE FUNCTION sync.orders()
RETURNS TABLE (cid uuid, eid uuid, entity text, sets jsonb, public_key bytea, device uuid)
LANGUAGE sql STABLE AS $$
    SELECT c.cid, c.eid, c.entity,
        CASE WHEN jsonb_typeof(sync.body(c.payload) -> 's') = 'object' THEN sync.body(c.payload) -> 's' ELSE '{}' END,
        s.public_key, s.device
    FROM sync.stream s JOIN sync.change c ON c.sid = s.sid WHERE s.scope = sync.control()
$$;

-- The keys of laptops that lead: those that say so of themselves in their own record, and those of which a lead says so.
CREATE FUNCTION sync.leads() RETURNS SETOF bytea
LANGUAGE sql STABLE AS $$
    WITH RECURSIVE said AS MATERIALIZED (
        SELECT o.eid, o.public_key, o.device FROM sync.orders() o
        WHERE o.entity = 'device' AND o.sets -> 'role' = '"lead"'
    ), keys AS MATERIALIZED (
        SELECT DISTINCT s.device, s.public_key FROM sync.stream s WHERE s.scope = sync.control()
    ), leads AS (
        SELECT s.public_key FROM said s WHERE s.eid = s.device
        UNION
        SELECT k.public_key FROM leads l JOIN said s ON s.public_key = l.public_key JOIN keys k ON k.device = s.eid
    )
    SELECT public_key FROM leads
$$;

-- The changes in CONTROL whose author may make them, whatever the order in which they came.
CREATE FUNCTION sync.permitted() RETURNS uuid[]
LANGUAGE sql STABLE AS $$
    WITH leads AS MATERIALIZED (SELECT l AS public_key FROM sync.leads() l)
    SELECT coalesce(array_agg(o.cid), '{}') FROM sync.orders() o, LATERAL (
        SELECT o.public_key IN (SELECT public_key FROM leads) AS leads
    ) author
    WHERE author.leads OR (
        o.entity = 'device' AND o.eid = o.device AND NOT o.sets ?| ARRAY['revoked_at', 'revoked_reason', 'limits']
    )
$$;

-- What a laptop that does not lead may add to CONTROL, its own or of others: what a laptop says of itself.
CREATE FUNCTION sync.may_order(author bytea, rows sync.change[]) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT bool_and(coalesce(
        r.entity = 'device' AND r.eid = sync.device_id(author)
        AND jsonb_typeof(sync.body(r.payload) -> 's') = 'object'
        AND sync.body(r.payload) -> 's' -> 'role' IS DISTINCT FROM '"lead"'
        AND NOT sync.body(r.payload) -> 's' ?| ARRAY['revoked_at', 'revoked_reason', 'limits'], false
    )) FROM unnest(rows) r
$$;

-- For each stream of a revoked laptop, the last row that counts: a limit is the hash of a row, and what comes before it
-- in its chain counts as well, also where a branch took some of the rows to a stream of another name. No rows if it was
-- not revoked.
CREATE FUNCTION sync.counting(author bytea) RETURNS TABLE (sid integer, seq bigint)
LANGUAGE plpgsql STABLE AS $$
DECLARE
    accepted bytea[];
    known integer := -1;
BEGIN
    IF NOT EXISTS (SELECT FROM app.device d WHERE d.revoked_at IS NOT NULL AND d.public_key = encode(author, 'hex')) THEN
        RETURN;
    END IF;
    accepted := ARRAY(
        SELECT decode(k, 'hex') FROM app.device d, LATERAL jsonb_object_keys(
            CASE WHEN jsonb_typeof(d.limits::jsonb) = 'object' THEN d.limits::jsonb ELSE '{}' END
        ) k
        WHERE d.revoked_at IS NOT NULL AND d.public_key = encode(author, 'hex') AND k ~ '^([0-9a-f]{2})+$'
    );
    WHILE known < cardinality(accepted) LOOP
        known := cardinality(accepted);
        accepted := accepted || ARRAY(
            SELECT DISTINCT s.genesis FROM sync.stream s WHERE s.public_key = author AND s.genesis <> ALL (accepted)
                AND EXISTS (SELECT FROM sync.change c WHERE c.sid = s.sid AND c.hash = ANY (accepted))
        );
    END LOOP;
    RETURN QUERY SELECT s.sid, coalesce(
        (SELECT max(c.seq) FROM sync.change c WHERE c.sid = s.sid AND c.hash = ANY (accepted)), s.base
    ) FROM sync.stream s WHERE s.public_key = author;
END $$;

-- Carry out what CONTROL orders, after any change in it.
CREATE FUNCTION sync.settle() RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM sync.refold(ARRAY(SELECT DISTINCT o.eid FROM sync.orders() o WHERE o.entity = 'device'));
    PERFORM sync.refold(sync.hold());
    PERFORM sync.refold(ARRAY(SELECT DISTINCT o.eid FROM sync.orders() o WHERE o.entity IN ('erasure', 'expiry')));
    PERFORM sync.refold(sync.erase());
    PERFORM sync.refold(sync.expire());
END $$;

-- Hold back, or release, rows of revoked laptops as their limits say; the entities concerned.
CREATE FUNCTION sync.hold() RETURNS uuid[]
LANGUAGE plpgsql AS $$
DECLARE
    moved uuid[] := '{}';
    here record;
BEGIN
    FOR here IN
        SELECT s.sid, s.held_after, l.seq AS wanted FROM sync.stream s
            LEFT JOIN (SELECT DISTINCT k.public_key FROM sync.stream k) a ON a.public_key = s.public_key
            LEFT JOIN LATERAL sync.counting(a.public_key) l ON l.sid = s.sid
        WHERE s.scope <> sync.control() AND l.seq IS DISTINCT FROM s.held_after
    LOOP
        UPDATE sync.stream SET held_after = here.wanted WHERE sid = here.sid;
        moved := moved || ARRAY(
            SELECT DISTINCT c.eid FROM sync.change c
            WHERE c.sid = here.sid AND c.seq > least(here.wanted, here.held_after)
        );
    END LOOP;
    RETURN moved;
END $$;

-- Remove payload and salt of all personal changes about people newly ordered to be erased; their entities.
CREATE FUNCTION sync.erase() RETURNS uuid[]
LANGUAGE plpgsql AS $$
DECLARE
    subjects CONSTANT uuid[] := ARRAY(
        SELECT DISTINCT e.member_id FROM app.erasure e WHERE NOT EXISTS (SELECT FROM sync.erased g WHERE g.subject = e.member_id)
    );
BEGIN
    INSERT INTO sync.erased (subject) SELECT unnest(subjects);
    DELETE FROM sync.parked p USING sync.change c WHERE c.cid = p.cid AND c.subject = ANY (subjects);
    UPDATE sync.change SET payload = NULL, salt = NULL WHERE subject = ANY (subjects);
    RETURN ARRAY(SELECT DISTINCT c.eid FROM sync.change c WHERE c.subject = ANY (subjects));
END $$;

-- Remove payload and salt of changes newly ordered to lose them, here or yet to come; their entities.
CREATE FUNCTION sync.expire() RETURNS uuid[]
LANGUAGE plpgsql AS $$
DECLARE
    due uuid[];
    touched uuid[];
BEGIN
    INSERT INTO sync.expired (cid)
        SELECT DISTINCT v::uuid FROM app.expiry e, json_array_elements_text(e.changes) v WHERE v ~ '^[0-9a-fA-F]{32}$'
        ON CONFLICT DO NOTHING;
    SELECT array_agg(DISTINCT c.cid), array_agg(DISTINCT c.eid) INTO due, touched
        FROM sync.change c JOIN sync.expired x ON x.cid = c.cid WHERE c.payload IS NOT NULL AND c.subject IS NOT NULL;
    DELETE FROM sync.parked p WHERE p.cid = ANY (due);
    UPDATE sync.change SET payload = NULL, salt = NULL WHERE cid = ANY (due);
    RETURN coalesce(touched, '{}');
END $$;
