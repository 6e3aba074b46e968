\set film random(1, 1000000000)
WITH created AS (
  INSERT INTO reelstore.job (id, type, target_type, target_id, queue, priority, parameters, max_attempts, created_at)
  VALUES (uuidv7(), 'encode', 'film', (:film)::text, 'default', 0, '%s', 3, reelstore.clock())
  ON CONFLICT (id) DO NOTHING
  RETURNING id, type, queue, priority, max_attempts, created_at
)
INSERT INTO reelstore.job_live (job_id, queue, type, priority, run_at, due, attempt_limit)
SELECT c.id, c.queue, c.type, c.priority, c.created_at, TRUE, c.max_attempts FROM created c
RETURNING job_id, run_at;
