package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.journal.LogEntry;
import dev.reelstore.domain.journal.Metric;
import dev.reelstore.domain.journal.NewLogEntry;
import dev.reelstore.domain.journal.NewMetric;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Statements on the journal; each is described where it is written, in the mapper file. */
interface JournalMapper {

    int logOne(NewLogEntry entry);

    Appended log(NewLogEntries entries);

    int measureOne(NewMetric metric);

    Appended measure(NewMetrics metrics);

    List<LogEntry> entries(JournalListing listing);

    List<LogEntry> latest(JobId job);

    List<Metric> metrics(JournalListing listing);

    List<StageDurationsRow> durations(JournalListing listing);

    int purgeLog(@Param("before") Instant before, @Param("limit") int limit);

    int purgeMetrics(@Param("before") Instant before, @Param("limit") int limit);
}
