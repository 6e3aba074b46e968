-- Channels of videos, and the orders in which videos are listed.
-- By hand: psql --single-transaction --set ON_ERROR_STOP=1 --file V3__channels.sql (as the role that owns the schema)
SET LOCAL lock_timeout = '3s';

-- Lock order: channel, then its videos by their ids, then their renditions by video, level and variant.
CREATE TABLE reelstore.channel (
    id uuid PRIMARY KEY,
    external_id text COLLATE "C" NOT NULL UNIQUE CHECK (char_length(external_id) BETWEEN 1 AND 200),
    name text COLLATE "C" NOT NULL CHECK (char_length(name) BETWEEN 1 AND 1000),
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
);

ALTER TABLE reelstore.video ADD COLUMN channel_id uuid REFERENCES reelstore.channel ON DELETE SET NULL;

CREATE INDEX video_created ON reelstore.video (created_at, id);
CREATE INDEX video_by_status ON reelstore.video (status, created_at, id);
CREATE INDEX video_by_channel ON reelstore.video (channel_id, created_at, id) WHERE channel_id IS NOT NULL;

UPDATE reelstore.schema_version SET version = 3;
