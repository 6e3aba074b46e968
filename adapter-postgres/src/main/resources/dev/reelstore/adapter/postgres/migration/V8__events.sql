-- Hints to whoever watches jobs. By triggers and not in the statements, so that nothing that changes a job can forget it,
-- a cascade and a statement by hand neither.
-- By hand: psql --single-transaction --set ON_ERROR_STOP=1 --file V8__events.sql (as the role that owns the schema)
SET LOCAL lock_timeout = '3s';

-- One row per process that watches, renewed while it does. NOTIFY makes commits wait for each other: nobody pays for it
-- where nobody watches. In the time of the server: no job and no lease hangs on it.
CREATE TABLE reelstore.watcher (
    id uuid PRIMARY KEY,
    until timestamptz NOT NULL
) WITH (fillfactor = 50);

CREATE FUNCTION reelstore.tell() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF EXISTS (SELECT FROM reelstore.watcher w WHERE w.until > clock_timestamp()) THEN
        PERFORM pg_notify('reelstore_events', c.job_id::text) FROM (SELECT DISTINCT job_id FROM changed) c;
    END IF;
    RETURN NULL;
END $$;

-- That a job has become due is no change of its status.
CREATE FUNCTION reelstore.tell_moved() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF EXISTS (SELECT FROM reelstore.watcher w WHERE w.until > clock_timestamp()) THEN
        PERFORM pg_notify('reelstore_events', n.job_id::text)
        FROM changed n JOIN before o ON o.job_id = n.job_id
        WHERE (n.token, n.run_at) IS DISTINCT FROM (o.token, o.run_at);
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION reelstore.tell_deleted() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF EXISTS (SELECT FROM reelstore.watcher w WHERE w.until > clock_timestamp()) THEN
        PERFORM pg_notify('reelstore_events', c.id::text) FROM changed c;
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER tell_queued AFTER INSERT ON reelstore.job_live
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reelstore.tell();
CREATE TRIGGER tell_moved AFTER UPDATE ON reelstore.job_live
    REFERENCING NEW TABLE AS changed OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION reelstore.tell_moved();
CREATE TRIGGER tell_ended AFTER INSERT ON reelstore.job_end
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reelstore.tell();
CREATE TRIGGER tell_deleted AFTER DELETE ON reelstore.job
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reelstore.tell_deleted();
CREATE TRIGGER tell_first_progress AFTER INSERT ON reelstore.job_stage
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reelstore.tell();
CREATE TRIGGER tell_progress AFTER UPDATE ON reelstore.job_stage
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reelstore.tell();

UPDATE reelstore.schema_version SET version = 8;
