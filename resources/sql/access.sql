-- Who is asking, and what that laptop may see. Every entry point asks this first, at each statement.
-- What is asked with every push is written in PL/pgSQL, here and elsewhere: its plans are kept for the session.

CREATE FUNCTION sync.who() RETURNS sync.device
LANGUAGE plpgsql STABLE AS $$
DECLARE
    found sync.device;
BEGIN
    -- An older snapshot would show rights, heads and rows as they once were.
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'read committed is the only isolation level that a share can be used at' USING ERRCODE = 'SLA03';
    END IF;
    SELECT * INTO found FROM sync.device WHERE role_name = session_user;
    IF found.revoked IS NOT NULL THEN
        RAISE EXCEPTION '%', to_char(found.revoked AT TIME ZONE 'UTC', 'YYYY-MM-DD') USING ERRCODE = 'SLA01';
    ELSIF found.role_name IS NOT NULL THEN
        RETURN found;
    ELSIF pg_has_role(session_user, (SELECT nspowner FROM pg_namespace WHERE nspname = 'sync'), 'MEMBER') THEN
        RETURN ROW(session_user, session_user, 'lead', true, now(), NULL)::sync.device;
    END IF;
    RAISE EXCEPTION '% is no laptop of this share', session_user USING ERRCODE = 'SLA02';
END $$;

CREATE FUNCTION sync.may(who sync.device, place uuid, writing boolean) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (who).everything OR EXISTS (
        SELECT FROM sync.device_scope g WHERE g.role_name = (who).role_name AND g.scope = place AND (g.write OR NOT writing)
    );
END $$;
