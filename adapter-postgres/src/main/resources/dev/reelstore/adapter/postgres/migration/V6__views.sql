-- What the workers claim, and views of jobs and videos for people, dashboards and joins.
-- By hand: psql --single-transaction --set ON_ERROR_STOP=1 --file V6__views.sql (as the role that owns the schema)
SET LOCAL lock_timeout = '3s';

-- In the row that each heartbeat writes anyway, so that it comes and goes with the lease.
ALTER TABLE reelstore.worker
    ADD COLUMN queue text COLLATE "C" CHECK (char_length(queue) BETWEEN 1 AND 100),
    ADD COLUMN types text[] COLLATE "C",
    ADD CONSTRAINT worker_duty CHECK ((queue IS NULL) = (types IS NULL));

-- The store's time for views. STABLE, as a view with a volatile column is not merged into the query that reads it, and
-- a join with it could not use an index. PL/pgSQL, so that the planner does not look inside.
CREATE FUNCTION reelstore.view_clock() RETURNS timestamptz LANGUAGE plpgsql STABLE AS
    'BEGIN RETURN reelstore.clock(); END';

-- Both halves are read by their keys where the reader joins or filters by id; by status, QUEUED and RUNNING are found
-- among live jobs only, and FAILED and CANCELLED by job_end_bad.
CREATE VIEW reelstore.jobs AS
SELECT
    j.id,
    j.type,
    j.target_type,
    j.target_id,
    j.queue,
    j.priority,
    s.status,
    s.attempt,
    s.attempt_limit,
    j.max_attempts,
    s.run_at,
    j.timeout_micros * interval '1 microsecond' AS timeout,
    s.worker,
    CASE WHEN w.lease_until IS NOT NULL THEN w.lease_until - reelstore.view_clock() END AS lease_left,
    (SELECT g.stage FROM reelstore.job_stage g WHERE g.job_id = j.id ORDER BY g.updated_at DESC, g.place LIMIT 1)
        AS stage,
    CASE WHEN s.status = 'COMPLETED' THEN 100.00
        ELSE (
            SELECT coalesce(
                round(sum(g.weight::bigint * g.percent_hundredths) / nullif(sum(g.weight), 0) / 100, 2), 0.00)
            FROM reelstore.job_stage g WHERE g.job_id = j.id)
    END AS percent,
    s.error,
    j.created_at,
    s.started_at,
    s.finished_at,
    j.source_hash,
    j.source_location,
    j.source_file_name,
    j.source_size_bytes,
    j.source_content_type,
    j.parameters,
    s.result
FROM reelstore.job j
JOIN (
    SELECT
        l.job_id,
        CASE WHEN l.worker IS NULL THEN 'QUEUED' ELSE 'RUNNING' END COLLATE "C" AS status,
        l.attempts AS attempt,
        l.attempt_limit,
        l.run_at,
        l.worker,
        CASE WHEN l.worker IS NOT NULL THEN l.started_at END AS started_at,
        NULL::timestamptz AS finished_at,
        NULL::json AS result,
        l.error
    FROM reelstore.job_live l
    UNION ALL
    SELECT
        e.job_id,
        e.status,
        e.attempts AS attempt,
        e.attempt_limit,
        e.run_at,
        NULL::uuid AS worker,
        e.started_at,
        e.finished_at,
        e.result,
        e.error
    FROM reelstore.job_end e
) s ON s.job_id = j.id
LEFT JOIN reelstore.worker w ON w.id = s.worker;

CREATE VIEW reelstore.videos AS
SELECT
    v.id,
    v.external_id,
    v.source_hash,
    v.channel_id,
    c.external_id AS channel_external_id,
    c.name AS channel_name,
    v.title,
    v.description,
    v.url,
    v.thumbnail_url,
    v.duration_micros * interval '1 microsecond' AS duration,
    v.user_id,
    v.views,
    v.likes,
    v.status,
    d.id AS default_quality_id,
    d.level AS default_level,
    d.variant AS default_variant,
    d.url AS default_url,
    d.status AS default_status,
    (SELECT count(q.id) FROM reelstore.video_quality q WHERE q.video_id = v.id AND q.status = 'READY')
        AS ready_qualities,
    (SELECT count(q.id) FROM reelstore.video_quality q WHERE q.video_id = v.id AND q.status = 'PROCESSING')
        AS processing_qualities,
    (SELECT count(q.id) FROM reelstore.video_quality q WHERE q.video_id = v.id AND q.status = 'FAILED')
        AS failed_qualities,
    v.created_at,
    v.updated_at
FROM reelstore.video v
LEFT JOIN reelstore.channel c ON c.id = v.channel_id
LEFT JOIN reelstore.video_quality d ON d.video_id = v.id AND d.is_default;

UPDATE reelstore.schema_version SET version = 6;
