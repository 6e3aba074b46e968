-- The rules of the tables that every job goes through, where they cost least. The server parses the CHECK constraints of a
-- table anew for each statement (more than a quarter of what it took to create a job), those of a domain once; and a
-- foreign key asks for its parent row by row. Rewrites the tables of jobs and of renditions: with millions of rows, plan
-- for minutes.
-- By hand: psql --single-transaction --set ON_ERROR_STOP=1 --file V9__lighter_tables.sql (as the role that owns the schema)
SET LOCAL lock_timeout = '3s';

CREATE DOMAIN reelstore.natural AS integer CHECK (VALUE >= 0);
CREATE DOMAIN reelstore.big_natural AS bigint CHECK (VALUE >= 0);
CREATE DOMAIN reelstore.time_span_micros AS bigint CHECK (VALUE BETWEEN 0 AND 3153600000000000);
CREATE DOMAIN reelstore.error_text AS text COLLATE "C" CHECK (char_length(VALUE) <= 8000);

CREATE DOMAIN reelstore.job_type AS text COLLATE "C" CHECK (char_length(VALUE) BETWEEN 1 AND 200);
CREATE DOMAIN reelstore.target_type AS text COLLATE "C" CHECK (char_length(VALUE) BETWEEN 1 AND 100);
CREATE DOMAIN reelstore.target_id AS text COLLATE "C" CHECK (char_length(VALUE) BETWEEN 1 AND 500);
CREATE DOMAIN reelstore.queue_name AS text COLLATE "C" CHECK (char_length(VALUE) BETWEEN 1 AND 100);
CREATE DOMAIN reelstore.max_attempts AS integer CHECK (VALUE BETWEEN 1 AND 10000);
CREATE DOMAIN reelstore.attempt_limit AS integer CHECK (VALUE >= 1);
CREATE DOMAIN reelstore.timeout_micros AS bigint CHECK (VALUE BETWEEN 1000 AND 3153600000000000);
CREATE DOMAIN reelstore.source_hash AS text COLLATE "C" CHECK (VALUE ~ '^[0-9a-f]{64}$');
CREATE DOMAIN reelstore.source_location AS text COLLATE "C" CHECK (char_length(VALUE) <= 4000);
CREATE DOMAIN reelstore.file_name AS text COLLATE "C" CHECK (char_length(VALUE) <= 1000);
CREATE DOMAIN reelstore.content_type AS text COLLATE "C" CHECK (char_length(VALUE) <= 200);
CREATE DOMAIN reelstore.end_status AS text COLLATE "C" CHECK (VALUE IN ('COMPLETED', 'FAILED', 'CANCELLED'));

CREATE DOMAIN reelstore.stage_name AS text COLLATE "C" CHECK (char_length(VALUE) BETWEEN 1 AND 100);
CREATE DOMAIN reelstore.stage_weight AS integer CHECK (VALUE BETWEEN 0 AND 1000000);
CREATE DOMAIN reelstore.percent_hundredths AS integer CHECK (VALUE BETWEEN 0 AND 10000);
CREATE DOMAIN reelstore.stage_message AS text COLLATE "C" CHECK (char_length(VALUE) <= 500);

CREATE DOMAIN reelstore.quality_level AS text COLLATE "C"
    CHECK (VALUE IN ('2160p', '1440p', '1080p', '720p', '480p', '360p', '240p', '144p', 'original'));
CREATE DOMAIN reelstore.media_name AS text COLLATE "C" CHECK (char_length(VALUE) <= 50);
CREATE DOMAIN reelstore.media_url AS text COLLATE "C" CHECK (char_length(VALUE) BETWEEN 1 AND 4000);
CREATE DOMAIN reelstore.quality_status AS text COLLATE "C" CHECK (VALUE IN ('PROCESSING', 'READY', 'FAILED'));
CREATE DOMAIN reelstore.frame_rate AS double precision CHECK (VALUE BETWEEN 0 AND 100000);
CREATE DOMAIN reelstore.aspect_ratio AS text COLLATE "C" CHECK (char_length(VALUE) <= 20);

-- No column that a view names can change its type. Replaced twice and not dropped, so that what was granted on it stays.
CREATE OR REPLACE VIEW reelstore.jobs AS
SELECT
    NULL::uuid AS id,
    NULL::text COLLATE "C" AS type,
    NULL::text COLLATE "C" AS target_type,
    NULL::text COLLATE "C" AS target_id,
    NULL::text COLLATE "C" AS queue,
    NULL::smallint AS priority,
    NULL::text COLLATE "C" AS status,
    NULL::integer AS attempt,
    NULL::integer AS attempt_limit,
    NULL::integer AS max_attempts,
    NULL::timestamptz AS run_at,
    NULL::interval AS timeout,
    NULL::uuid AS worker,
    NULL::interval AS lease_left,
    NULL::text COLLATE "C" AS stage,
    NULL::numeric AS percent,
    NULL::text COLLATE "C" AS error,
    NULL::timestamptz AS created_at,
    NULL::timestamptz AS started_at,
    NULL::timestamptz AS finished_at,
    NULL::text COLLATE "C" AS source_hash,
    NULL::text COLLATE "C" AS source_location,
    NULL::text COLLATE "C" AS source_file_name,
    NULL::bigint AS source_size_bytes,
    NULL::text COLLATE "C" AS source_content_type,
    NULL::json AS parameters,
    NULL::json AS result;

CREATE OR REPLACE VIEW reelstore.videos AS
SELECT
    NULL::uuid AS id,
    NULL::text COLLATE "C" AS external_id,
    NULL::text COLLATE "C" AS source_hash,
    NULL::uuid AS channel_id,
    NULL::text COLLATE "C" AS channel_external_id,
    NULL::text COLLATE "C" AS channel_name,
    NULL::text COLLATE "C" AS title,
    NULL::text COLLATE "C" AS description,
    NULL::text COLLATE "C" AS url,
    NULL::text COLLATE "C" AS thumbnail_url,
    NULL::interval AS duration,
    NULL::text COLLATE "C" AS user_id,
    NULL::bigint AS views,
    NULL::bigint AS likes,
    NULL::text COLLATE "C" AS status,
    NULL::uuid AS default_quality_id,
    NULL::text COLLATE "C" AS default_level,
    NULL::text COLLATE "C" AS default_variant,
    NULL::text COLLATE "C" AS default_url,
    NULL::text COLLATE "C" AS default_status,
    NULL::bigint AS ready_qualities,
    NULL::bigint AS processing_qualities,
    NULL::bigint AS failed_qualities,
    NULL::timestamptz AS created_at,
    NULL::timestamptz AS updated_at;

-- Rules that span columns, and that a running job has a worker, are kept by the statements.
ALTER TABLE reelstore.job
    DROP CONSTRAINT job_type_check,
    DROP CONSTRAINT job_target_type_check,
    DROP CONSTRAINT job_target_id_check,
    DROP CONSTRAINT job_queue_check,
    DROP CONSTRAINT job_max_attempts_check,
    DROP CONSTRAINT job_timeout_micros_check,
    DROP CONSTRAINT job_source_hash_check,
    DROP CONSTRAINT job_source_location_check,
    DROP CONSTRAINT job_source_file_name_check,
    DROP CONSTRAINT job_source_size_bytes_check,
    DROP CONSTRAINT job_source_content_type_check,
    DROP CONSTRAINT job_check,
    ALTER COLUMN type TYPE reelstore.job_type,
    ALTER COLUMN target_type TYPE reelstore.target_type,
    ALTER COLUMN target_id TYPE reelstore.target_id,
    ALTER COLUMN queue TYPE reelstore.queue_name,
    ALTER COLUMN max_attempts TYPE reelstore.max_attempts,
    ALTER COLUMN timeout_micros TYPE reelstore.timeout_micros,
    ALTER COLUMN source_hash TYPE reelstore.source_hash,
    ALTER COLUMN source_location TYPE reelstore.source_location,
    ALTER COLUMN source_file_name TYPE reelstore.file_name,
    ALTER COLUMN source_size_bytes TYPE reelstore.big_natural,
    ALTER COLUMN source_content_type TYPE reelstore.content_type;

ALTER TABLE reelstore.job_live
    DROP CONSTRAINT job_live_job_id_fkey,
    DROP CONSTRAINT job_live_queue_check,
    DROP CONSTRAINT job_live_type_check,
    DROP CONSTRAINT job_live_fence_check,
    DROP CONSTRAINT job_live_attempts_check,
    DROP CONSTRAINT job_live_attempt_limit_check,
    DROP CONSTRAINT job_live_error_check,
    DROP CONSTRAINT job_live_check,
    DROP CONSTRAINT job_live_check1,
    ALTER COLUMN queue TYPE reelstore.queue_name,
    ALTER COLUMN type TYPE reelstore.job_type,
    ALTER COLUMN fence TYPE reelstore.big_natural,
    ALTER COLUMN attempts TYPE reelstore.natural,
    ALTER COLUMN attempt_limit TYPE reelstore.attempt_limit,
    ALTER COLUMN error TYPE reelstore.error_text;

ALTER TABLE reelstore.job_end
    DROP CONSTRAINT job_end_job_id_fkey,
    DROP CONSTRAINT job_end_status_check,
    DROP CONSTRAINT job_end_fence_check,
    DROP CONSTRAINT job_end_attempts_check,
    DROP CONSTRAINT job_end_attempt_limit_check,
    DROP CONSTRAINT job_end_error_check,
    DROP CONSTRAINT job_end_check,
    DROP CONSTRAINT job_end_check1,
    ALTER COLUMN status TYPE reelstore.end_status,
    ALTER COLUMN fence TYPE reelstore.big_natural,
    ALTER COLUMN attempts TYPE reelstore.natural,
    ALTER COLUMN attempt_limit TYPE reelstore.attempt_limit,
    ALTER COLUMN error TYPE reelstore.error_text;

ALTER TABLE reelstore.job_stage
    DROP CONSTRAINT job_stage_stage_check,
    DROP CONSTRAINT job_stage_weight_check,
    DROP CONSTRAINT job_stage_percent_hundredths_check,
    DROP CONSTRAINT job_stage_message_check,
    ALTER COLUMN stage TYPE reelstore.stage_name,
    ALTER COLUMN weight TYPE reelstore.stage_weight,
    ALTER COLUMN percent_hundredths TYPE reelstore.percent_hundredths,
    ALTER COLUMN message TYPE reelstore.stage_message;

ALTER TABLE reelstore.job_metric
    DROP CONSTRAINT job_metric_stage_check,
    DROP CONSTRAINT job_metric_duration_micros_check,
    ALTER COLUMN stage TYPE reelstore.stage_name,
    ALTER COLUMN duration_micros TYPE reelstore.time_span_micros;

ALTER TABLE reelstore.video_quality
    DROP CONSTRAINT video_quality_level_check,
    DROP CONSTRAINT video_quality_variant_check,
    DROP CONSTRAINT video_quality_url_check,
    DROP CONSTRAINT video_quality_status_check,
    DROP CONSTRAINT video_quality_file_size_bytes_check,
    DROP CONSTRAINT video_quality_width_check,
    DROP CONSTRAINT video_quality_height_check,
    DROP CONSTRAINT video_quality_codec_check,
    DROP CONSTRAINT video_quality_container_check,
    DROP CONSTRAINT video_quality_bitrate_kbps_check,
    DROP CONSTRAINT video_quality_duration_micros_check,
    DROP CONSTRAINT video_quality_fps_check,
    DROP CONSTRAINT video_quality_pixel_format_check,
    DROP CONSTRAINT video_quality_color_space_check,
    DROP CONSTRAINT video_quality_color_range_check,
    DROP CONSTRAINT video_quality_aspect_ratio_check,
    DROP CONSTRAINT video_quality_frames_check,
    DROP CONSTRAINT video_quality_audio_codec_check,
    DROP CONSTRAINT video_quality_audio_bitrate_kbps_check,
    DROP CONSTRAINT video_quality_audio_sample_rate_hz_check,
    DROP CONSTRAINT video_quality_audio_channels_check,
    DROP CONSTRAINT video_quality_encoding_micros_check,
    ALTER COLUMN level TYPE reelstore.quality_level,
    ALTER COLUMN variant TYPE reelstore.media_name,
    ALTER COLUMN url TYPE reelstore.media_url,
    ALTER COLUMN status TYPE reelstore.quality_status,
    ALTER COLUMN file_size_bytes TYPE reelstore.big_natural,
    ALTER COLUMN width TYPE reelstore.natural,
    ALTER COLUMN height TYPE reelstore.natural,
    ALTER COLUMN codec TYPE reelstore.media_name,
    ALTER COLUMN container TYPE reelstore.media_name,
    ALTER COLUMN bitrate_kbps TYPE reelstore.natural,
    ALTER COLUMN duration_micros TYPE reelstore.time_span_micros,
    ALTER COLUMN fps TYPE reelstore.frame_rate,
    ALTER COLUMN pixel_format TYPE reelstore.media_name,
    ALTER COLUMN color_space TYPE reelstore.media_name,
    ALTER COLUMN color_range TYPE reelstore.media_name,
    ALTER COLUMN aspect_ratio TYPE reelstore.aspect_ratio,
    ALTER COLUMN frames TYPE reelstore.big_natural,
    ALTER COLUMN audio_codec TYPE reelstore.media_name,
    ALTER COLUMN audio_bitrate_kbps TYPE reelstore.natural,
    ALTER COLUMN audio_sample_rate_hz TYPE reelstore.natural,
    ALTER COLUMN audio_channels TYPE reelstore.natural,
    ALTER COLUMN encoding_micros TYPE reelstore.time_span_micros;

-- In the place of the foreign keys. Each statement waits for whoever is moving the job from the one table to the other,
-- and the next one sees what that has left. Who makes a live row of an end locks the job first.
CREATE FUNCTION reelstore.job_deleted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    DELETE FROM reelstore.job_live l WHERE l.job_id = OLD.id;
    DELETE FROM reelstore.job_end e WHERE e.job_id = OLD.id;
    RETURN NULL;
END $$;
CREATE TRIGGER job_deleted AFTER DELETE ON reelstore.job
    FOR EACH ROW EXECUTE FUNCTION reelstore.job_deleted();

-- Both halves have the very same types, without which a condition on one of these columns would not reach the tables.
CREATE OR REPLACE VIEW reelstore.jobs AS
SELECT
    j.id,
    j.type::text AS type,
    j.target_type::text AS target_type,
    j.target_id::text AS target_id,
    j.queue::text AS queue,
    j.priority,
    s.status,
    s.attempt,
    s.attempt_limit,
    j.max_attempts::integer AS max_attempts,
    s.run_at,
    j.timeout_micros * interval '1 microsecond' AS timeout,
    s.worker,
    CASE WHEN w.lease_until IS NOT NULL THEN w.lease_until - reelstore.view_clock() END AS lease_left,
    (SELECT g.stage::text FROM reelstore.job_stage g WHERE g.job_id = j.id ORDER BY g.updated_at DESC, g.place LIMIT 1)
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
    j.source_hash::text AS source_hash,
    j.source_location::text AS source_location,
    j.source_file_name::text AS source_file_name,
    j.source_size_bytes::bigint AS source_size_bytes,
    j.source_content_type::text AS source_content_type,
    j.parameters,
    s.result
FROM reelstore.job j
JOIN (
    SELECT
        l.job_id,
        CASE WHEN l.worker IS NULL THEN 'QUEUED' ELSE 'RUNNING' END COLLATE "C" AS status,
        l.attempts::integer AS attempt,
        l.attempt_limit::integer AS attempt_limit,
        l.run_at,
        l.worker,
        CASE WHEN l.worker IS NOT NULL THEN l.started_at END AS started_at,
        NULL::timestamptz AS finished_at,
        NULL::json AS result,
        l.error::text AS error
    FROM reelstore.job_live l
    UNION ALL
    SELECT
        e.job_id,
        e.status::text AS status,
        e.attempts::integer AS attempt,
        e.attempt_limit::integer AS attempt_limit,
        e.run_at,
        NULL::uuid AS worker,
        e.started_at,
        e.finished_at,
        e.result,
        e.error::text AS error
    FROM reelstore.job_end e
) s ON s.job_id = j.id
LEFT JOIN reelstore.worker w ON w.id = s.worker;

CREATE OR REPLACE VIEW reelstore.videos AS
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
    d.level::text AS default_level,
    d.variant::text AS default_variant,
    d.url::text AS default_url,
    d.status::text AS default_status,
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

UPDATE reelstore.schema_version SET version = 9;
