package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.JobId;
import java.util.List;

/** Statements on stages; each is described where it is written, in the mapper file. */
interface StageMapper {

    List<StageRow> list(JobId id);
}
