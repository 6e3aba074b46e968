-- Videos and their renditions.
-- By hand: psql --single-transaction --set ON_ERROR_STOP=1 --file V2__videos.sql (as the role that owns the schema)
SET LOCAL lock_timeout = '3s';

CREATE TABLE reelstore.video (
    id uuid PRIMARY KEY,
    external_id text COLLATE "C" UNIQUE CHECK (char_length(external_id) BETWEEN 1 AND 200),
    source_hash text COLLATE "C" UNIQUE CHECK (source_hash ~ '^[0-9a-f]{64}$'),
    title text COLLATE "C" CHECK (char_length(title) <= 1000),
    description text COLLATE "C" CHECK (char_length(description) <= 100000),
    url text COLLATE "C" CHECK (char_length(url) <= 4000),
    thumbnail_url text COLLATE "C" CHECK (char_length(thumbnail_url) <= 4000),
    duration_micros bigint CHECK (duration_micros BETWEEN 0 AND 3153600000000000),
    user_id text COLLATE "C" CHECK (char_length(user_id) <= 200),
    views bigint NOT NULL CHECK (views >= 0),
    likes bigint NOT NULL CHECK (likes >= 0),
    status text COLLATE "C" NOT NULL CHECK (status IN ('DRAFT', 'PROCESSING', 'PUBLISHED')),
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

-- Lock order: video, then its renditions. Who changes the default locks the video FOR NO KEY UPDATE first.
CREATE TABLE reelstore.video_quality (
    id uuid PRIMARY KEY,
    video_id uuid NOT NULL REFERENCES reelstore.video ON DELETE CASCADE,
    level text COLLATE "C" NOT NULL
        CHECK (level IN ('2160p', '1440p', '1080p', '720p', '480p', '360p', '240p', '144p', 'original')),
    variant text COLLATE "C" NOT NULL CHECK (char_length(variant) <= 50),
    url text COLLATE "C" NOT NULL CHECK (char_length(url) BETWEEN 1 AND 4000),
    status text COLLATE "C" NOT NULL CHECK (status IN ('PROCESSING', 'READY', 'FAILED')),
    is_default boolean NOT NULL,
    file_size_bytes bigint CHECK (file_size_bytes >= 0),
    width integer CHECK (width >= 0),
    height integer CHECK (height >= 0),
    codec text COLLATE "C" CHECK (char_length(codec) <= 50),
    container text COLLATE "C" CHECK (char_length(container) <= 50),
    bitrate_kbps integer CHECK (bitrate_kbps >= 0),
    duration_micros bigint CHECK (duration_micros BETWEEN 0 AND 3153600000000000),
    fps double precision CHECK (fps BETWEEN 0 AND 100000),
    pixel_format text COLLATE "C" CHECK (char_length(pixel_format) <= 50),
    color_space text COLLATE "C" CHECK (char_length(color_space) <= 50),
    color_range text COLLATE "C" CHECK (char_length(color_range) <= 50),
    aspect_ratio text COLLATE "C" CHECK (char_length(aspect_ratio) <= 20),
    frames bigint CHECK (frames >= 0),
    audio_codec text COLLATE "C" CHECK (char_length(audio_codec) <= 50),
    audio_bitrate_kbps integer CHECK (audio_bitrate_kbps >= 0),
    audio_sample_rate_hz integer CHECK (audio_sample_rate_hz >= 0),
    audio_channels integer CHECK (audio_channels >= 0),
    encoding_micros bigint CHECK (encoding_micros BETWEEN 0 AND 3153600000000000),
    processing_started_at timestamptz NOT NULL,
    processing_completed_at timestamptz,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    UNIQUE (video_id, level, variant),
    CHECK (NOT is_default OR status <> 'FAILED'),
    CHECK ((status = 'PROCESSING') = (processing_completed_at IS NULL))
);
CREATE UNIQUE INDEX video_quality_one_default ON reelstore.video_quality (video_id) WHERE is_default;

UPDATE reelstore.schema_version SET version = 2;
