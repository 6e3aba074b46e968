-- One hot table of live jobs with their payload, and a history: fewer rows and no foreign keys, so faster than what a
-- library can offer whose users refer to jobs and change their minds.
DROP TABLE IF EXISTS job_hot, job_done, quality, video CASCADE;
CREATE TABLE job_hot (
    id uuid PRIMARY KEY,
    queue text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    priority smallint NOT NULL DEFAULT 0,
    run_at timestamptz NOT NULL DEFAULT now(),
    fence bigint NOT NULL DEFAULT 0,
    attempts integer NOT NULL DEFAULT 0,
    max_attempts integer NOT NULL DEFAULT 5,
    worker uuid,
    token uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    started_at timestamptz,
    payload json NOT NULL
) WITH (fillfactor = 45, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000,
    autovacuum_vacuum_cost_delay = 0, autovacuum_vacuum_insert_threshold = -1,
    autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 100000);
CREATE INDEX job_hot_ready ON job_hot (queue, priority, run_at, id);
CREATE TABLE job_done (
    id uuid PRIMARY KEY,
    queue text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    priority smallint NOT NULL,
    run_at timestamptz NOT NULL,
    fence bigint NOT NULL,
    attempts integer NOT NULL,
    token uuid,
    created_at timestamptz NOT NULL,
    started_at timestamptz,
    finished_at timestamptz NOT NULL DEFAULT now(),
    payload json NOT NULL
);
CREATE TABLE video (id uuid PRIMARY KEY, title text);
CREATE TABLE quality (
    id uuid PRIMARY KEY,
    video uuid NOT NULL REFERENCES video ON DELETE CASCADE,
    level text COLLATE "C" NOT NULL,
    rank smallint NOT NULL,
    url text NOT NULL,
    status text COLLATE "C" NOT NULL,
    is_default boolean NOT NULL DEFAULT FALSE,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (video, level)
);
CREATE UNIQUE INDEX quality_default ON quality (video) WHERE is_default;
