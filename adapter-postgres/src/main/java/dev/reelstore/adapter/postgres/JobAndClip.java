package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.analysis.Clip;
import org.jspecify.annotations.Nullable;

/** A job beside one of its clips, or beside none. */
record JobAndClip(JobRow job, @Nullable Clip clip) {}
