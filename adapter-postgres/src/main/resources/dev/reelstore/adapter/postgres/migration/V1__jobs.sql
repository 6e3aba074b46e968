-- Jobs, their claims, their stages, and the workers' leases.
-- By hand: psql --single-transaction --set ON_ERROR_STOP=1 --file V1__jobs.sql (as the role that is to own the schema)
SET LOCAL lock_timeout = '3s';
-- The schema may be there: whoever keeps the history in it has made it first.
SET LOCAL client_min_messages = warning;

-- Made beforehand where the owner may not create schemas. (IF NOT EXISTS would warn each time.)
DO $$ BEGIN
    IF to_regnamespace('reelstore') IS NULL THEN
        CREATE SCHEMA reelstore;
    END IF;
END $$;

-- What a starting process asks before anything else: one row, raised by every migration.
CREATE TABLE reelstore.schema_version (
    version integer NOT NULL CHECK (version > 0),
    one_row boolean PRIMARY KEY DEFAULT TRUE CHECK (one_row)
);
INSERT INTO reelstore.schema_version (version) VALUES (1);

-- The store's time. Every statement asks it once, so that a test can move it by replacing this function.
CREATE FUNCTION reelstore.clock() RETURNS timestamptz LANGUAGE sql VOLATILE AS 'SELECT pg_catalog.clock_timestamp()';

-- Lock order of all that touches jobs: job_gate, worker, job_live, job, job_end and effects; several rows by their id.

-- Never updated, and so the row that everything else refers to.
CREATE TABLE reelstore.job (
    id uuid PRIMARY KEY,
    type text COLLATE "C" NOT NULL CHECK (char_length(type) BETWEEN 1 AND 200),
    target_type text COLLATE "C" NOT NULL CHECK (char_length(target_type) BETWEEN 1 AND 100),
    target_id text COLLATE "C" NOT NULL CHECK (char_length(target_id) BETWEEN 1 AND 500),
    queue text COLLATE "C" NOT NULL CHECK (char_length(queue) BETWEEN 1 AND 100),
    priority smallint NOT NULL,
    parameters json NOT NULL,
    max_attempts integer NOT NULL CHECK (max_attempts BETWEEN 1 AND 10000),
    timeout_micros bigint CHECK (timeout_micros BETWEEN 1000 AND 3153600000000000),
    source_hash text COLLATE "C" CHECK (source_hash ~ '^[0-9a-f]{64}$'),
    source_location text COLLATE "C" CHECK (char_length(source_location) <= 4000),
    source_file_name text COLLATE "C" CHECK (char_length(source_file_name) <= 1000),
    source_size_bytes bigint CHECK (source_size_bytes >= 0),
    source_content_type text COLLATE "C" CHECK (char_length(source_content_type) <= 200),
    created_at timestamptz NOT NULL,
    CHECK (num_nonnulls(source_hash, source_location, source_file_name) > 0
        OR num_nonnulls(source_size_bytes, source_content_type) = 0)
);
-- The first 200 characters of a target's id are enough to find it by; all 500 might not fit into an index row.
CREATE INDEX job_by_target ON reelstore.job (type, target_type, left(target_id, 200), created_at, id);
CREATE INDEX job_by_time ON reelstore.job (created_at, id);

-- Who wants to create or retry a job for a target only if no other is in the way updates the row of that target first.
-- A row and not an advisory lock: at REPEATABLE READ the loser gets a serialization failure instead of an old view.
-- The hash keeps it small; two targets that share one merely wait for each other.
CREATE TABLE reelstore.job_gate (
    target_hash bigint PRIMARY KEY,
    turn bigint NOT NULL
) WITH (fillfactor = 70);

-- One row per worker process. A claim holds it FOR KEY SHARE, so that it and a rescue exclude each other.
CREATE TABLE reelstore.worker (
    id uuid PRIMARY KEY,
    lease interval NOT NULL CHECK (lease > interval '0'),
    lease_until timestamptz NOT NULL
) WITH (fillfactor = 20);

-- Jobs that are QUEUED (worker null) or RUNNING; gone when they end. Narrow and updated in place: no index may name a
-- column that a claim changes. "due" turns true when run_at has come, so that future jobs are not in the way.
-- A row that is changed so that a claim goes stale is locked FOR UPDATE, a guarded unit locks FOR NO KEY UPDATE, and a
-- report of progress FOR KEY SHARE: reports do not wait for guarded units, everything else does.
CREATE TABLE reelstore.job_live (
    job_id uuid PRIMARY KEY REFERENCES reelstore.job ON DELETE CASCADE,
    queue text COLLATE "C" NOT NULL CHECK (char_length(queue) BETWEEN 1 AND 100),
    type text COLLATE "C" NOT NULL CHECK (char_length(type) BETWEEN 1 AND 200),
    priority smallint NOT NULL,
    run_at timestamptz NOT NULL,
    due boolean NOT NULL,
    fence bigint NOT NULL DEFAULT 0 CHECK (fence >= 0),
    attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    attempt_limit integer NOT NULL CHECK (attempt_limit >= 1),
    worker uuid,
    token uuid,
    started_at timestamptz,
    error text COLLATE "C" CHECK (char_length(error) <= 8000),
    CHECK ((worker IS NULL) = (token IS NULL)),
    CHECK (worker IS NULL OR (due AND fence > 0 AND attempts > 0 AND started_at IS NOT NULL))
) WITH (fillfactor = 45, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000,
    autovacuum_vacuum_cost_delay = 0, autovacuum_vacuum_insert_threshold = -1,
    autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 100000);
CREATE INDEX job_live_ready ON reelstore.job_live (queue, priority, run_at, job_id) WHERE due;
CREATE INDEX job_live_future ON reelstore.job_live (queue, run_at) WHERE NOT due;

-- How a job ended: inserted once; deleted when it is retried. Keeps what a retry goes on from.
CREATE TABLE reelstore.job_end (
    job_id uuid PRIMARY KEY REFERENCES reelstore.job ON DELETE CASCADE,
    status text COLLATE "C" NOT NULL CHECK (status IN ('COMPLETED', 'FAILED', 'CANCELLED')),
    run_at timestamptz NOT NULL,
    fence bigint NOT NULL CHECK (fence >= 0),
    attempts integer NOT NULL CHECK (attempts >= 0),
    attempt_limit integer NOT NULL CHECK (attempt_limit >= 1),
    token uuid,
    started_at timestamptz,
    finished_at timestamptz NOT NULL,
    result json,
    error text COLLATE "C" CHECK (char_length(error) <= 8000),
    CHECK (status = 'COMPLETED' OR result IS NULL),
    CHECK (status <> 'COMPLETED' OR error IS NULL)
);
CREATE INDEX job_end_by_finish ON reelstore.job_end (finished_at);
CREATE INDEX job_end_bad ON reelstore.job_end (status, job_id) WHERE status <> 'COMPLETED';

-- Outlives the attempt that wrote it. "place" is the order in which stages were first written.
CREATE TABLE reelstore.job_stage (
    job_id uuid NOT NULL REFERENCES reelstore.job ON DELETE CASCADE,
    stage text COLLATE "C" NOT NULL CHECK (char_length(stage) BETWEEN 1 AND 100),
    place bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    weight integer NOT NULL CHECK (weight BETWEEN 0 AND 1000000),
    percent_hundredths integer NOT NULL CHECK (percent_hundredths BETWEEN 0 AND 10000),
    message text COLLATE "C" CHECK (char_length(message) <= 500),
    checkpoint json,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (job_id, stage)
);
