package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.analysis.Finding;
import dev.reelstore.domain.analysis.FindingKind;
import dev.reelstore.domain.job.JobId;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Statements on findings of any kind; each is described where it is written, in the mapper file. */
interface FindingMapper {

    List<JobId> pin(@Param("jobs") List<JobId> jobs);

    @Nullable
    JobId takeTurn(JobId job);

    List<FindingOwner> owners(FindingBatch batch);

    int insert(FindingBatch batch);

    List<Finding> list(FindingSearch search);

    long count(FindingSearch search);

    int delete(@Param("job") JobId job, @Param("kind") FindingKind<?> kind);
}
