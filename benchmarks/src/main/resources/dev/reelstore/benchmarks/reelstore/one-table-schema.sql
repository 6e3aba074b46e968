-- What job and job_live hold of a job that has not ended, in one row: with the same rules, indexes and hints to who watches.
DROP TABLE IF EXISTS reelstore.one_table;
CREATE TABLE reelstore.one_table (
    LIKE reelstore.job INCLUDING INDEXES,
    run_at timestamptz NOT NULL,
    due boolean NOT NULL,
    fence reelstore.big_natural NOT NULL DEFAULT 0,
    attempts reelstore.natural NOT NULL DEFAULT 0,
    attempt_limit reelstore.attempt_limit NOT NULL,
    worker uuid,
    token uuid,
    started_at timestamptz,
    error reelstore.error_text
) WITH (fillfactor = 45, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000,
    autovacuum_vacuum_cost_delay = 0, autovacuum_vacuum_insert_threshold = -1,
    autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 100000);
CREATE INDEX one_table_ready ON reelstore.one_table (queue, priority, run_at, id) WHERE due;
CREATE INDEX one_table_future ON reelstore.one_table (queue, run_at) WHERE NOT due;
CREATE TRIGGER tell_queued AFTER INSERT ON reelstore.one_table
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
    WHEN (pg_sequence_last_value('reelstore.watched_until') > date_part('epoch', clock_timestamp()))
    EXECUTE FUNCTION reelstore.tell();
