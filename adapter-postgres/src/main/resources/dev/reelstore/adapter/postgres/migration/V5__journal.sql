-- The journal of jobs, and what their retention needs.
-- By hand: psql --single-transaction --set ON_ERROR_STOP=1 --file V5__journal.sql (as the role that owns the schema)
SET LOCAL lock_timeout = '3s';

-- Both tables are only ever added to and purged. An id belongs to its job, so that no record can be in another's way.
CREATE TABLE reelstore.job_log (
    job_id uuid NOT NULL REFERENCES reelstore.job ON DELETE CASCADE,
    id uuid NOT NULL,
    stage text COLLATE "C" NOT NULL CHECK (char_length(stage) BETWEEN 1 AND 100),
    status text COLLATE "C" NOT NULL CHECK (status IN ('STARTED', 'COMPLETED', 'FAILED', 'SKIPPED', 'NOTE')),
    agent text COLLATE "C" CHECK (char_length(agent) <= 200),
    duration_micros bigint CHECK (duration_micros BETWEEN 0 AND 3153600000000000),
    message text COLLATE "C" CHECK (char_length(message) <= 2000),
    error text COLLATE "C" CHECK (char_length(error) <= 8000),
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (job_id, id)
);
CREATE INDEX job_log_by_job ON reelstore.job_log (job_id, recorded_at, id);
CREATE INDEX job_log_by_time ON reelstore.job_log (recorded_at, id, job_id);
CREATE INDEX job_log_failed ON reelstore.job_log (recorded_at, id, job_id) WHERE status = 'FAILED';

CREATE TABLE reelstore.job_metric (
    job_id uuid NOT NULL REFERENCES reelstore.job ON DELETE CASCADE,
    id uuid NOT NULL,
    stage text COLLATE "C" NOT NULL CHECK (char_length(stage) BETWEEN 1 AND 100),
    duration_micros bigint NOT NULL CHECK (duration_micros BETWEEN 0 AND 3153600000000000),
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (job_id, id)
);
CREATE INDEX job_metric_by_job ON reelstore.job_metric (job_id, recorded_at, id);
CREATE INDEX job_metric_by_time ON reelstore.job_metric (recorded_at, id, job_id);

-- Changed by whoever deletes gates, so that a transaction whose snapshot is older than that can tell.
CREATE TABLE reelstore.job_gate_sweeps (
    sweeps bigint NOT NULL,
    one_row boolean PRIMARY KEY DEFAULT TRUE CHECK (one_row)
) WITH (fillfactor = 20);
INSERT INTO reelstore.job_gate_sweeps (sweeps) VALUES (0);

UPDATE reelstore.schema_version SET version = 5;
