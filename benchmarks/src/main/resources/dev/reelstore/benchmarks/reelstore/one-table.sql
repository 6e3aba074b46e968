\set film random(1, 1000000000)
INSERT INTO reelstore.one_table (id, type, target_type, target_id, queue, priority, parameters, max_attempts, created_at,
  run_at, due, attempt_limit)
SELECT uuidv7(), 'encode', 'film', (:film)::text, 'default', 0, '%s', 3, c.now, c.now, TRUE, 3
FROM reelstore.clock() AS c (now)
ON CONFLICT (id) DO NOTHING
RETURNING id, run_at;
