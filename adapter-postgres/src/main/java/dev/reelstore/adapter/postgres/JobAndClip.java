package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.analysis.Clip;
import dev.reelstore.domain.job.Job;
import org.jspecify.annotations.Nullable;

/** A job beside one of its clips, or beside none. */
record JobAndClip(Job job, @Nullable Clip clip) {}
