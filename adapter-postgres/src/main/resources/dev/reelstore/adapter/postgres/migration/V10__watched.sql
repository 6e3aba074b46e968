-- Whether anybody watches jobs is asked with every statement that changes some: of a number instead of by a query.
-- By hand: psql --single-transaction --set ON_ERROR_STOP=1 --file V10__watched.sql (as the role that owns the schema)
SET LOCAL lock_timeout = '3s';

-- Until which second somebody watches, as the last of all watchers said. A sequence, as it is read without a plan. No
-- rollback takes it back: at worst it is asked in vain for a minute.
CREATE SEQUENCE reelstore.watched_until;

CREATE FUNCTION reelstore.watched() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    PERFORM setval('reelstore.watched_until', ceil(date_part('epoch', NEW.until))::bigint);
    RETURN NULL;
END $$;

CREATE TRIGGER watched AFTER INSERT OR UPDATE ON reelstore.watcher FOR EACH ROW EXECUTE FUNCTION reelstore.watched();

CREATE OR REPLACE TRIGGER tell_queued AFTER INSERT ON reelstore.job_live
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
    WHEN (pg_sequence_last_value('reelstore.watched_until') > date_part('epoch', clock_timestamp()))
    EXECUTE FUNCTION reelstore.tell();
CREATE OR REPLACE TRIGGER tell_moved AFTER UPDATE ON reelstore.job_live
    REFERENCING NEW TABLE AS changed OLD TABLE AS before FOR EACH STATEMENT
    WHEN (pg_sequence_last_value('reelstore.watched_until') > date_part('epoch', clock_timestamp()))
    EXECUTE FUNCTION reelstore.tell_moved();
CREATE OR REPLACE TRIGGER tell_ended AFTER INSERT ON reelstore.job_end
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
    WHEN (pg_sequence_last_value('reelstore.watched_until') > date_part('epoch', clock_timestamp()))
    EXECUTE FUNCTION reelstore.tell();
CREATE OR REPLACE TRIGGER tell_deleted AFTER DELETE ON reelstore.job
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT
    WHEN (pg_sequence_last_value('reelstore.watched_until') > date_part('epoch', clock_timestamp()))
    EXECUTE FUNCTION reelstore.tell_deleted();
CREATE OR REPLACE TRIGGER tell_first_progress AFTER INSERT ON reelstore.job_stage
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
    WHEN (pg_sequence_last_value('reelstore.watched_until') > date_part('epoch', clock_timestamp()))
    EXECUTE FUNCTION reelstore.tell();
CREATE OR REPLACE TRIGGER tell_progress AFTER UPDATE ON reelstore.job_stage
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT
    WHEN (pg_sequence_last_value('reelstore.watched_until') > date_part('epoch', clock_timestamp()))
    EXECUTE FUNCTION reelstore.tell();

-- Whoever watches already is heard on.
SELECT setval('reelstore.watched_until', ceil(date_part('epoch', max(w.until)))::bigint)
FROM reelstore.watcher w HAVING max(w.until) IS NOT NULL;

UPDATE reelstore.schema_version SET version = 10;
