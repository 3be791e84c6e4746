-- Names of laptops, as every laptop makes them: UUIDv5, which wants SHA-1, which PostgreSQL has only in an extension.

CREATE OR REPLACE FUNCTION sync.sha1(message bytea) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    whole CONSTANT bigint := 4294967295;
    length CONSTANT integer := octet_length(message);
    padded CONSTANT bytea := message || '\x80'::bytea
        || decode(repeat('00', (119 - length % 64) % 64), 'hex') || int8send(length * 8::bigint);
    state bigint[] := ARRAY[1732584193, 4023233417, 2562383102, 271733878, 3285377520];
    word bigint[];
    a bigint; b bigint; c bigint; d bigint; e bigint; mixed bigint;
BEGIN
    FOR start IN 0 .. octet_length(padded) / 64 - 1 LOOP
        FOR i IN 0 .. 79 LOOP
            IF i < 16 THEN
                word[i] := ('x' || encode(substr(padded, start * 64 + i * 4 + 1, 4), 'hex'))::bit(32)::bigint;
            ELSE
                mixed := word[i - 3] # word[i - 8] # word[i - 14] # word[i - 16];
                word[i] := ((mixed << 1) | (mixed >> 31)) & whole;
            END IF;
        END LOOP;
        a := state[1]; b := state[2]; c := state[3]; d := state[4]; e := state[5];
        FOR i IN 0 .. 79 LOOP
            mixed := (((a << 5) | (a >> 27)) & whole) + e + word[i] + CASE
                WHEN i < 20 THEN ((b & c) | ((whole # b) & d)) + 1518500249
                WHEN i < 40 THEN (b # c # d) + 1859775393
                WHEN i < 60 THEN ((b & c) | (b & d) | (c & d)) + 2400959708
                ELSE (b # c # d) + 3395469782
            END;
            e := d; d := c; c := ((b << 30) | (b >> 2)) & whole; b := a; a := mixed & whole;
        END LOOP;
        state := ARRAY[(state[1] + a) & whole, (state[2] + b) & whole, (state[3] + c) & whole,
                       (state[4] + d) & whole, (state[5] + e) & whole];
    END LOOP;
    RETURN (SELECT string_agg(substr(int8send(part), 5), '' ORDER BY place)
            FROM unnest(state) WITH ORDINALITY AS parts(part, place));
END $$;

-- domain.team.device_id
CREATE OR REPLACE FUNCTION sync.device_id(public_key bytea) RETURNS uuid
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    named bytea := sync.sha1(
        uuid_send('5f1d7b1e-6c0e-5b52-9d3c-0f9c8e1a7d24'::uuid)
        || convert_to('device' || chr(31) || encode(public_key, 'hex'), 'UTF8')
    );
BEGIN
    named := set_byte(named, 6, get_byte(named, 6) & 15 | 80);
    named := set_byte(named, 8, get_byte(named, 8) & 63 | 128);
    RETURN encode(substr(named, 1, 16), 'hex')::uuid;
END $$;
