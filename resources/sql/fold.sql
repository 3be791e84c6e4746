-- The merge (storage.fold) and the tables that are written from it (storage.projection).

-- Bring the tables up to date after rows of a stream were stored.
CREATE FUNCTION sync.project(number integer, first bigint, last bigint) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM sync.inspect(number, first, last);
    PERFORM sync.refold(ARRAY(
        SELECT DISTINCT c.eid FROM sync.change c WHERE c.sid = number AND c.seq BETWEEN first AND last
    ));
END $$;

-- Park records that are not what they say: all are tried together, and one by one only if something is wrong.
CREATE FUNCTION sync.inspect(number integer, first bigint, last bigint) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    name text;
    place CONSTANT uuid := (SELECT s.scope FROM sync.stream s WHERE s.sid = number);
    sound boolean := NOT EXISTS (
        SELECT FROM sync.change c WHERE c.sid = number AND c.seq BETWEEN first AND last
            AND NOT sync.belongs(c.entity, place, c.eid)
    );
BEGIN
    FOR name IN SELECT DISTINCT c.entity FROM sync.change c WHERE c.sid = number AND c.seq BETWEEN first AND last LOOP
        sound := sound AND sync.sound(name, ARRAY(
            SELECT c.payload FROM sync.change c
            WHERE c.sid = number AND c.seq BETWEEN first AND last AND c.entity = name AND c.payload IS NOT NULL
        ));
    END LOOP;
    IF NOT sound THEN
        INSERT INTO sync.parked (cid, eid, entity, reason)
            SELECT c.cid, c.eid, c.entity, CASE
                WHEN sync.belongs(c.entity, place, c.eid) THEN 'a value is none that its field may have'
                ELSE 'it stands where such records do not belong'
            END
            FROM sync.change c
            WHERE c.sid = number AND c.seq BETWEEN first AND last AND c.payload IS NOT NULL
                AND NOT (sync.belongs(c.entity, place, c.eid) AND sync.sound(c.entity, ARRAY[c.payload]))
            ON CONFLICT DO NOTHING;
    END IF;
END $$;

-- Whether all these payloads can be read as records of an entity. Unknown entities always can: they stay in the log.
CREATE FUNCTION sync.sound(name text, payloads text[]) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
    RETURN sync.fits(name, payloads);
EXCEPTION WHEN OTHERS THEN
    RETURN false;
END $$;

-- Rewrite the rows and conflicts of some entities from the log.
CREATE FUNCTION sync.refold(ids uuid[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    kind sync.kind;
    allowed uuid[];
    eids uuid[];
    shown jsonb[];
    torn jsonb[];
BEGIN
    IF cardinality(ids) = 0 THEN
        RETURN;
    END IF;
    DELETE FROM sync.conflict WHERE eid = ANY (ids);
    FOR kind IN
        SELECT k.* FROM sync.kind k
        WHERE k.name IN (SELECT c.entity FROM unnest(ids) i JOIN sync.change c ON c.eid = i)
        ORDER BY k.name COLLATE "C"
    LOOP
        allowed := CASE WHEN kind.control THEN sync.permitted() END;
        SELECT array_agg(f.eid), array_agg(f.shown), array_agg(f.torn) INTO eids, shown, torn
            FROM sync.fold(kind.name, ids, allowed) f
            WHERE jsonb_strip_nulls(f.shown) ?& kind.required;
        PERFORM sync.put(kind.name, ids, eids, shown);
        INSERT INTO sync.conflict (eid, field, entity, leaves)
            SELECT t.eid, leaf.key, kind.name, leaf.value::json
            FROM unnest(eids, torn) AS t(eid, torn), jsonb_each(t.torn) leaf
            ON CONFLICT DO NOTHING;
    END LOOP;
END $$;

-- One object after the other.
CREATE AGGREGATE sync.merged(jsonb) (SFUNC = jsonb_concat, STYPE = jsonb, INITCOND = '{}');

-- The state of the entities of one kind: shown values by field, and the leaves of fields where they differ. A value that
-- no other edit names as replaced is a leaf; the one with the greatest (hlc, cid) is shown. Duplicates count once.
-- What the first create says is taken as it is, but for the fields that other changes set too: most have none or few.
CREATE FUNCTION sync.fold(name text, ids uuid[], allowed uuid[])
RETURNS TABLE (eid uuid, shown jsonb, torn jsonb)
LANGUAGE sql STABLE AS $$
    WITH said AS MATERIALIZED (
        SELECT DISTINCT ON (c.eid, c.cid) c.eid, c.cid, c.hlc, c.kind, c.payload::jsonb AS body
        FROM unnest(ids) i, LATERAL (SELECT * FROM sync.change c WHERE c.eid = i OFFSET 0) c
        WHERE c.entity = name
            AND NOT EXISTS (SELECT FROM sync.stream s WHERE s.sid = c.sid AND s.held_after < c.seq)
            AND NOT EXISTS (SELECT FROM sync.parked p WHERE p.cid = c.cid)
            AND (allowed IS NULL OR c.cid = ANY (allowed))
        ORDER BY c.eid, c.cid
    ), told AS (
        SELECT s.*, count(*) OVER whole AS changes, row_number() OVER inorder AS place,
            first_value(s.kind = 'C') OVER inorder AS made, first_value(s.cid) OVER inorder AS first_cid,
            first_value(s.hlc) OVER inorder AS first_hlc, first_value(s.body) OVER inorder AS first,
            nth_value(s.body, 2) OVER inorder AS second
        FROM said s
        WINDOW whole AS (PARTITION BY s.eid), inorder AS (
            PARTITION BY s.eid ORDER BY s.kind <> 'C', s.hlc, s.cid
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        )
    ), sorted AS MATERIALIZED (
        -- Settled: a create, and at most what is personal of it in a change of its own, so that nothing is said twice.
        SELECT t.*, t.first IS NOT NULL AND CASE
            WHEN t.changes > 2 THEN false
            ELSE t.second IS NULL OR t.second -> 'p' = '{}'
                AND NOT t.first -> 's' ?| ARRAY(SELECT jsonb_object_keys(t.second -> 's'))
        END AS settled
        FROM told t WHERE t.made
    ), field AS MATERIALIZED (
        SELECT t.eid, f.key COLLATE "C" AS key, t.cid, t.hlc, f.value, t.body, t.first_cid, t.first_hlc, t.first
        FROM sorted t, jsonb_each(t.body -> 's') f WHERE NOT t.settled AND t.place > 1
    ), mark AS (
        SELECT f.eid, f.key, f.cid, f.hlc, f.value, false AS dead FROM field f
        UNION ALL
        SELECT f.eid, f.key, f.first_cid, f.first_hlc, f.first -> 's' -> f.key, false
        FROM field f WHERE f.first -> 's' ? f.key
        UNION ALL
        SELECT f.eid, f.key, r.cid::uuid, NULL, NULL, true
        FROM field f, LATERAL (VALUES (f.body), (f.first)) AS edit(body),
            jsonb_array_elements_text(edit.body -> 'p' -> f.key) AS r(cid)
        WHERE edit.body -> 's' ? f.key AND edit.body -> 'p' ? f.key
    ), judged AS (
        SELECT m.*, bool_or(m.dead) OVER one AS gone, row_number() OVER one AS repeated
        FROM mark m
        WINDOW one AS (PARTITION BY m.eid, m.key, m.cid ORDER BY m.dead RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
    ), register AS (
        SELECT l.eid, l.key, (array_agg(l.value ORDER BY l.hlc DESC, l.cid DESC) FILTER (WHERE NOT l.gone))[1] AS value,
            jsonb_agg(jsonb_build_array(l.cid, l.value) ORDER BY l.hlc, l.cid) FILTER (WHERE NOT l.gone) AS leaves,
            count(DISTINCT l.value) FILTER (WHERE NOT l.gone) > 1 AS torn
        FROM judged l WHERE l.repeated = 1 GROUP BY l.eid, l.key
    ), part AS (
        SELECT t.eid, 0 AS place, t.body -> 's' AS shown, NULL AS key, NULL::jsonb AS leaves
        FROM sorted t WHERE NOT t.settled AND t.place = 1 AND t.body IS NOT NULL
        UNION ALL
        SELECT r.eid, 1, jsonb_build_object(r.key, r.value), CASE WHEN r.torn THEN r.key END, r.leaves FROM register r
    )
    SELECT t.eid, t.body -> 's' || coalesce(t.second -> 's', '{}'), NULL::jsonb
    FROM sorted t WHERE t.settled AND t.place = 1
    UNION ALL
    SELECT p.eid, sync.merged(p.shown ORDER BY p.place), jsonb_object_agg(p.key, p.leaves) FILTER (WHERE p.key IS NOT NULL)
    FROM part p GROUP BY p.eid
$$;

-- Empty all tables and rebuild them from the log.
CREATE FUNCTION sync.reproject() RETURNS void
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET jit = off AS $$
DECLARE
    here sync.stream;
    ids uuid[];
    kind sync.kind;
BEGIN
    DELETE FROM sync.parked;
    DELETE FROM sync.conflict;
    FOR kind IN SELECT * FROM sync.kind LOOP
        EXECUTE format('DELETE FROM app.%I', kind.name);
    END LOOP;
    FOR here IN SELECT * FROM sync.stream LOOP
        PERFORM sync.inspect(here.sid, here.base, here.head_seq);
    END LOOP;
    FOR ids IN
        SELECT array_agg(e.eid) FROM (
            SELECT c.eid, dense_rank() OVER (ORDER BY c.eid) / 5000 AS chunk FROM sync.change c
        ) e GROUP BY e.chunk
    LOOP
        PERFORM sync.refold(ids);
    END LOOP;
    PERFORM sync.settle();
END $$;
