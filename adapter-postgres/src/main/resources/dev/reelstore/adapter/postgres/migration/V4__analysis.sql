-- What was found in the media of jobs.
-- By hand: psql --single-transaction --set ON_ERROR_STOP=1 --file V4__analysis.sql (as the role that owns the schema)
SET LOCAL lock_timeout = '3s';

-- Lock order: the jobs, FOR KEY SHARE and by id, then what was found in them, by id. Who replaces all of a kind locks the
-- job FOR NO KEY UPDATE, so that two who do take turns.

-- "folded" is the text without the difference between capitals and small letters, made by the client: what the database
-- takes for the same letter depends on its locale.
CREATE TABLE reelstore.transcript_segment (
    id uuid PRIMARY KEY,
    job_id uuid NOT NULL REFERENCES reelstore.job ON DELETE CASCADE,
    start_micros bigint NOT NULL CHECK (start_micros >= 0),
    end_micros bigint NOT NULL CHECK (end_micros BETWEEN start_micros AND 3153600000000000),
    text text COLLATE "C" NOT NULL CHECK (char_length(text) <= 10000),
    folded text COLLATE "C" NOT NULL CHECK (char_length(folded) = char_length(text)),
    confidence double precision CHECK (confidence BETWEEN 0 AND 1),
    speaker text COLLATE "C" CHECK (char_length(speaker) <= 200)
);
CREATE INDEX transcript_segment_by_job ON reelstore.transcript_segment (job_id, start_micros, id);

CREATE TABLE reelstore.silence_region (
    id uuid PRIMARY KEY,
    job_id uuid NOT NULL REFERENCES reelstore.job ON DELETE CASCADE,
    start_micros bigint NOT NULL CHECK (start_micros >= 0),
    end_micros bigint NOT NULL CHECK (end_micros BETWEEN start_micros AND 3153600000000000),
    type text COLLATE "C" CHECK (char_length(type) <= 100),
    threshold_db double precision CHECK (threshold_db BETWEEN -1000 AND 1000)
);
CREATE INDEX silence_region_by_job ON reelstore.silence_region (job_id, start_micros, id);

CREATE TABLE reelstore.layout (
    job_id uuid PRIMARY KEY REFERENCES reelstore.job ON DELETE CASCADE,
    type text COLLATE "C" NOT NULL CHECK (char_length(type) BETWEEN 1 AND 100),
    split_ratio double precision CHECK (split_ratio BETWEEN 0 AND 1),
    confidence double precision CHECK (confidence BETWEEN 0 AND 1),
    regions json NOT NULL
);

-- "place" is the segment's or clip's place among those of its job.
CREATE TABLE reelstore.content_segment (
    id uuid PRIMARY KEY,
    job_id uuid NOT NULL REFERENCES reelstore.job ON DELETE CASCADE,
    start_micros bigint NOT NULL CHECK (start_micros >= 0),
    end_micros bigint NOT NULL CHECK (end_micros BETWEEN start_micros AND 3153600000000000),
    topic text COLLATE "C" NOT NULL CHECK (char_length(topic) BETWEEN 1 AND 1000),
    score double precision NOT NULL CHECK (score BETWEEN 0 AND 1),
    keywords text[] COLLATE "C" NOT NULL CHECK (cardinality(keywords) <= 100),
    place integer NOT NULL CHECK (place >= 0)
);
CREATE INDEX content_segment_by_job ON reelstore.content_segment (job_id, place, start_micros, id);

CREATE TABLE reelstore.highlight (
    id uuid PRIMARY KEY,
    job_id uuid NOT NULL REFERENCES reelstore.job ON DELETE CASCADE,
    start_micros bigint NOT NULL CHECK (start_micros >= 0),
    end_micros bigint NOT NULL CHECK (end_micros BETWEEN start_micros AND 3153600000000000),
    score double precision NOT NULL CHECK (score > '-Infinity' AND score < 'Infinity'),
    title text COLLATE "C" CHECK (char_length(title) <= 1000),
    reason text COLLATE "C" CHECK (char_length(reason) <= 10000)
);
CREATE INDEX highlight_by_job ON reelstore.highlight (job_id, start_micros, id);

CREATE TABLE reelstore.clip (
    id uuid PRIMARY KEY,
    job_id uuid NOT NULL REFERENCES reelstore.job ON DELETE CASCADE,
    start_micros bigint NOT NULL CHECK (start_micros >= 0),
    end_micros bigint NOT NULL CHECK (end_micros BETWEEN start_micros AND 3153600000000000),
    title text COLLATE "C" NOT NULL CHECK (char_length(title) BETWEEN 1 AND 1000),
    place integer NOT NULL CHECK (place >= 0),
    location text COLLATE "C" CHECK (char_length(location) <= 4000),
    thumbnail text COLLATE "C" CHECK (char_length(thumbnail) <= 4000),
    size_bytes bigint CHECK (size_bytes >= 0)
);
CREATE INDEX clip_by_job ON reelstore.clip (job_id, place, start_micros, id);

UPDATE reelstore.schema_version SET version = 4;
