-- What a laptop lacks, in one call. `told` is, in this order: for each stream that differs its head (and where the rows
-- that follow begin, and their seal), followed by those rows; the name of each stream that is not here; the time, and
-- whether rows were left for the next call.

CREATE FUNCTION sync.pull(writers uuid[], scopes uuid[], seqs bigint[], hashes bytea[], most integer)
RETURNS TABLE (
    told json, seq bigint, cid uuid, hlc bigint, wall_ms bigint, kind text, entity text, eid uuid, subject uuid,
    sv smallint, salt bytea, payload text, digest bytea, hash bytea
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    who CONSTANT sync.device := sync.who();
    rest integer := most;
    more boolean := false;
    here record;
    mark sync.seal;
    after bigint;
BEGIN
    FOR here IN
        SELECT s.*, coalesce(h.seq, s.base) AS have_seq, coalesce(h.hash, s.genesis) AS have_hash
        FROM sync.stream s
        LEFT JOIN unnest(writers, scopes, seqs, hashes) AS h(writer, scope, seq, hash)
            ON h.writer = s.writer AND h.scope = s.scope
        WHERE (s.head_seq, s.head_hash) IS DISTINCT FROM (h.seq, h.hash) AND sync.may(who, s.scope, false)
        ORDER BY s.scope <> sync.control(), s.scope, s.writer
    LOOP
        after := here.have_seq;
        mark := NULL;
        IF here.head_seq > after AND sync.hash_here(here.sid, after) = here.have_hash THEN
            mark := sync.next_seal(here.sid, after, rest);
            more := more OR mark.seq IS DISTINCT FROM here.head_seq;
        END IF;
        told := json_build_object(
            'writer', here.writer, 'scope', here.scope, 'public_key', here.public_key, 'base', here.base,
            'genesis', here.genesis, 'seq', here.head_seq, 'hash', here.head_hash,
            'after', after, 'previous', here.have_hash, 'signature', mark.signature
        );
        RETURN NEXT;
        IF mark.seq IS NOT NULL THEN
            rest := rest - (mark.seq - after);
            RETURN QUERY
                SELECT NULL::json, c.seq, c.cid, c.hlc, c.wall_ms, c.kind::text, c.entity, c.eid, c.subject, c.sv, c.salt,
                    c.payload, c.digest, c.hash
                FROM sync.change c WHERE c.sid = here.sid AND c.seq > after AND c.seq <= mark.seq ORDER BY c.seq;
        END IF;
    END LOOP;
    FOR told IN
        SELECT json_build_object('writer', h.writer, 'scope', h.scope) FROM unnest(writers, scopes) AS h(writer, scope)
        LEFT JOIN sync.stream s ON s.writer = h.writer AND s.scope = h.scope
        WHERE s.sid IS NULL OR NOT sync.may(who, h.scope, false)
    LOOP
        RETURN NEXT;
    END LOOP;
    told := json_build_object('clock', clock_timestamp(), 'more', more);
    RETURN NEXT;
END $$;

-- The last seal within `most` rows behind a place, or else the next one; none if there is no room left.
CREATE FUNCTION sync.next_seal(number integer, place bigint, most integer) RETURNS sync.seal
LANGUAGE plpgsql STABLE AS $$
DECLARE
    mark sync.seal;
BEGIN
    IF most > 0 THEN
        SELECT * INTO mark FROM sync.seal
            WHERE sid = number AND seq > place AND seq <= place + most ORDER BY seq DESC LIMIT 1;
        IF NOT FOUND THEN
            SELECT * INTO mark FROM sync.seal WHERE sid = number AND seq > place ORDER BY seq LIMIT 1;
        END IF;
    END IF;
    RETURN mark;
END $$;

CREATE FUNCTION sync.hash_here(number integer, place bigint) RETURNS bytea
LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN s.base = place THEN s.genesis
        ELSE (SELECT c.hash FROM sync.change c WHERE c.sid = number AND c.seq = place) END
    FROM sync.stream s WHERE s.sid = number
$$;

CREATE FUNCTION sync.hash_at(of_writer uuid, of_scope uuid, place bigint) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT sync.hash_here(s.sid, place) FROM sync.stream s, sync.who() w
    WHERE s.writer = of_writer AND s.scope = of_scope AND sync.may(w, s.scope, false)
$$;
