-- What others than the owner of the schema may do. Two roles that nobody logs in as, to be granted to those who do:
--   GRANT reelstore_app TO encoder;        every process that opens a store with schema mode VALIDATE or OFF
--   GRANT reelstore_reader TO grafana;     people and dashboards: the two views and nothing else
-- Apply it after the migrations, and again after each that is new (it takes back what it does not grant):
--   psql --single-transaction --set ON_ERROR_STOP=1 --file roles.sql
-- as the role that owns the schema. Where that one may not create roles, create both beforehand.
SET LOCAL lock_timeout = '3s';

DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['reelstore_app', 'reelstore_reader'] LOOP
        IF to_regrole(wanted) IS NULL THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL; -- another database of this server was quicker
            END;
        END IF;
    END LOOP;
END $$;

REVOKE ALL ON SCHEMA reelstore FROM PUBLIC, reelstore_app, reelstore_reader;
REVOKE ALL ON ALL TABLES IN SCHEMA reelstore FROM PUBLIC, reelstore_app, reelstore_reader;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA reelstore FROM PUBLIC, reelstore_app, reelstore_reader;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA reelstore FROM PUBLIC, reelstore_app, reelstore_reader;

-- Not CREATE: no table, function or type of theirs can stand in this schema.
GRANT USAGE ON SCHEMA reelstore TO reelstore_app, reelstore_reader;

-- UPDATE also where nothing is ever updated: it is what locks a row. Neither TRUNCATE nor REFERENCES nor TRIGGER.
GRANT SELECT, INSERT, UPDATE, DELETE ON
    reelstore.channel,
    reelstore.clip,
    reelstore.content_segment,
    reelstore.highlight,
    reelstore.job,
    reelstore.job_end,
    reelstore.job_gate,
    reelstore.job_live,
    reelstore.job_log,
    reelstore.job_metric,
    reelstore.job_stage,
    reelstore.layout,
    reelstore.silence_region,
    reelstore.transcript_segment,
    reelstore.video,
    reelstore.video_quality,
    reelstore.watcher,
    reelstore.worker
    TO reelstore_app;
GRANT SELECT, UPDATE ON reelstore.job_gate_sweeps TO reelstore_app;
GRANT SELECT ON reelstore.schema_version TO reelstore_app;

-- What changes a job reads it, and who watches sets it.
GRANT SELECT, UPDATE ON SEQUENCE reelstore.watched_until TO reelstore_app;

-- A view reads its tables as the owner, and calls its functions as whoever asks. Triggers need no right to be called.
GRANT SELECT ON reelstore.jobs, reelstore.videos TO reelstore_app, reelstore_reader;
GRANT EXECUTE ON FUNCTION reelstore.clock(), reelstore.view_clock() TO reelstore_app, reelstore_reader;

-- PostgreSQL 14 lets everybody create in "public"; since 15 nobody may who was not told so.
DO $$
BEGIN
    IF to_regnamespace('public') IS NOT NULL AND has_schema_privilege('reelstore_app', 'public', 'CREATE') THEN
        REVOKE CREATE ON SCHEMA public FROM PUBLIC;
    END IF;
END $$;
