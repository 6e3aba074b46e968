package dev.reelstore.benchmarks.jdbc;

/** The statements. */
final class Sql {

    static final String INSERT =
            "INSERT INTO job_hot (id, queue, kind, payload) VALUES (?, 'default', 'encode', ?::json)";

    static final String INSERT_AND_NOTIFY = """
            WITH n AS (SELECT pg_notify('bench', ''))
            INSERT INTO job_hot (id, queue, kind, payload) SELECT ?, 'default', 'encode', ?::json FROM n""";

    static final String COPY = "COPY job_hot (id, queue, kind, payload) FROM STDIN (FORMAT binary)";

    static final String CLAIM = """
            UPDATE job_hot j
            SET worker = ?, token = (SELECT gen_random_uuid()), fence = j.fence + 1, attempts = j.attempts + 1, started_at = now()
            WHERE j.id = ANY (ARRAY (
              SELECT r.id FROM job_hot r
              WHERE r.queue = 'default' AND r.worker IS NULL AND r.run_at <= now()
              ORDER BY r.priority, r.run_at, r.id
              LIMIT ?
              FOR UPDATE SKIP LOCKED))
            RETURNING j.id, j.fence, j.token, j.kind, j.attempts, j.payload""";

    static final String COMPLETE = """
            WITH d AS (
              DELETE FROM job_hot j
              USING unnest(?::uuid[], ?::bigint[], ?::uuid[]) AS c (id, fence, token)
              WHERE j.id = c.id AND j.fence = c.fence AND j.token = c.token
              RETURNING j.*)
            INSERT INTO job_done (id, queue, kind, priority, run_at, fence, attempts, token, created_at, started_at, payload)
            SELECT id, queue, kind, priority, run_at, fence, attempts, token, created_at, started_at, payload FROM d""";

    /** With a row of each in {@link dev.reelstore.benchmarks.Effects}' table. */
    static final String COMPLETE_WITH_EFFECTS = """
            WITH d AS (
              DELETE FROM job_hot j
              USING unnest(?::uuid[], ?::bigint[], ?::uuid[]) AS c (id, fence, token)
              WHERE j.id = c.id AND j.fence = c.fence AND j.token = c.token
              RETURNING j.*),
            e AS (INSERT INTO effect (job, stage) SELECT id, 'encode' FROM d)
            INSERT INTO job_done (id, queue, kind, priority, run_at, fence, attempts, token, created_at, started_at, payload)
            SELECT id, queue, kind, priority, run_at, fence, attempts, token, created_at, started_at, payload FROM d""";

    static final String COMPLETE_ONE = """
            WITH d AS (
              DELETE FROM job_hot j WHERE j.id = ? AND j.fence = ? AND j.token = ?
              RETURNING j.*)
            INSERT INTO job_done (id, queue, kind, priority, run_at, fence, attempts, token, created_at, started_at, payload)
            SELECT id, queue, kind, priority, run_at, fence, attempts, token, created_at, started_at, payload FROM d""";

    /** For finished jobs created one after the other over the last days; takes their number and their payload. */
    static final String HISTORY = """
            INSERT INTO job_done (id, queue, kind, priority, run_at, fence, attempts, token, created_at, started_at,
              finished_at, payload)
            SELECT uuidv7((i - %1$d) * interval '10 milliseconds' - interval '1 day'), 'default', 'encode', 0, at, 1, 1,
              gen_random_uuid(), at, at, at, '%2$s'
            FROM generate_series(1, %1$d) AS i, LATERAL (
              SELECT now() + (i - %1$d) * interval '10 milliseconds' - interval '1 day') AS past (at)""";

    /** What is younger than those. */
    static final String FORGET = "DELETE FROM job_done WHERE id > (SELECT uuidv7(-interval '1 day'))";

    static final String COUNT_LIVE =
            "SELECT count(*) FILTER (WHERE worker IS NULL), count(worker) FROM job_hot WHERE queue = ?";

    /** Wherever it stands. */
    static final String FIND = """
            SELECT id, queue, kind, priority, run_at, fence, attempts, created_at, started_at, payload
            FROM job_hot WHERE id = ?
            UNION ALL
            SELECT id, queue, kind, priority, run_at, fence, attempts, created_at, started_at, payload
            FROM job_done WHERE id = ?""";

    static final String PUT_QUALITIES = """
            INSERT INTO quality (id, video, level, rank, url, status)
            SELECT i.id, ?, i.level, i.rank, i.url, 'READY'
            FROM unnest(?::uuid[], ?::text[], ?::smallint[], ?::text[]) AS i (id, level, rank, url)
            ON CONFLICT (video, level) DO UPDATE SET url = excluded.url""";

    static final String SET_DEFAULT = "UPDATE quality SET is_default = TRUE WHERE id = ? AND video = ?";

    static final String LIST_QUALITIES = """
            SELECT id, level, url, status, is_default, created_at FROM quality WHERE video = ? ORDER BY rank""";

    private Sql() {}
}
