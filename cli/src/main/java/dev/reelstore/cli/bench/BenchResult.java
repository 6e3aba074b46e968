package dev.reelstore.cli.bench;

/**
 * All that was measured.
 *
 * @param settings of the server
 * @param ground what nothing can be faster than
 * @param creates jobs created one by one
 * @param drain queued jobs worked off by {@value Drain#WORKERS} workers
 * @param pickUps jobs picked up by an idle worker
 */
public record BenchResult(ServerSettings settings, Ground ground, Creates creates, Rate drain, PickUps pickUps) {}
