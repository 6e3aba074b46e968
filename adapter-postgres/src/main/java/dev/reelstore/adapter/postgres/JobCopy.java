package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.job.MediaSource;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.value.SourceHash;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Makes many jobs by COPY, which is several times quicker than INSERT and takes no conflict: where an id is there already,
 * it undoes what it did and leaves the work to statements that can tell.
 */
final class JobCopy {

    private static final String JOBS =
            "COPY reelstore.job (id, type, target_type, target_id, queue, priority, parameters,"
                    + " max_attempts, timeout_micros, source_hash, source_location, source_file_name, source_size_bytes,"
                    + " source_content_type, created_at) FROM STDIN (FORMAT binary)";

    private static final String LIVE =
            "COPY reelstore.job_live (job_id, queue, type, priority, run_at, due, attempt_limit)"
                    + " FROM STDIN (FORMAT binary)";

    private static final String KEY_TAKEN = "23505";

    private final Session session;

    JobCopy(Session session) {
        this.session = session;
    }

    /** Whether all were made; if not, none was. */
    boolean created(List<NewJob> jobs) {
        Connection connection = session.sql().getConnection();
        try {
            if (!connection.isWrapperFor(PGConnection.class)) {
                return false;
            }
            Savepoint before = connection.setSavepoint();
            boolean done = copied(connection.unwrap(PGConnection.class).getCopyAPI(), jobs);
            if (!done) {
                connection.rollback(before);
            }
            connection.releaseSavepoint(before);
            return done;
        } catch (SQLException failed) {
            throw SqlFailures.inTransaction("create jobs", failed);
        }
    }

    private boolean copied(CopyManager copies, List<NewJob> jobs) throws SQLException {
        try {
            copy(copies, jobs);
            return true;
        } catch (SQLException failed) {
            if (KEY_TAKEN.equals(failed.getSQLState())) {
                return false;
            }
            throw failed;
        }
    }

    private void copy(CopyManager copies, List<NewJob> jobs) throws SQLException {
        Instant now = session.store().now();
        try (CopyRows rows = new CopyRows(copies.copyIn(JOBS))) {
            for (NewJob job : jobs) {
                addJob(rows, job, now);
            }
            rows.end();
        }
        Set<String> due = new HashSet<>();
        try (CopyRows rows = new CopyRows(copies.copyIn(LIVE))) {
            for (NewJob job : jobs) {
                if (addLive(rows, job, now)) {
                    due.add(job.queue());
                }
            }
            rows.end();
        }
        wake(due);
    }

    private static void addJob(CopyRows rows, NewJob job, Instant now) throws SQLException {
        Duration timeout = job.timeout();
        rows.beginRow();
        rows.uuid(job.id().value());
        rows.text(job.type());
        rows.text(job.target().type());
        rows.text(job.target().id());
        rows.text(job.queue());
        rows.smallint(job.priority());
        rows.text(job.parameters().text());
        rows.integer(job.maxAttempts());
        rows.bigint(timeout == null ? null : Mapping.micros(timeout));
        addSource(rows, job.source());
        rows.time(now);
    }

    private static void addSource(CopyRows rows, @Nullable MediaSource source) throws SQLException {
        SourceHash hash = source == null ? null : source.hash();
        rows.text(hash == null ? null : hash.hex());
        rows.text(source == null ? null : source.location());
        rows.text(source == null ? null : source.fileName());
        rows.bigint(source == null ? null : source.sizeBytes());
        rows.text(source == null ? null : source.contentType());
    }

    /** Answers whether it is due. */
    private static boolean addLive(CopyRows rows, NewJob job, Instant now) throws SQLException {
        Instant runAt = job.runAt() == null ? now : job.runAt();
        boolean due = !runAt.isAfter(now);
        rows.beginRow();
        rows.uuid(job.id().value());
        rows.text(job.queue());
        rows.text(job.type());
        rows.smallint(job.priority());
        rows.time(runAt);
        rows.bool(due);
        rows.integer(job.maxAttempts());
        return due;
    }

    private void wake(Set<String> due) {
        if (due.isEmpty()) {
            return;
        }
        session.wakes().cameBack();
        if (session.wakes().inside()) {
            session.store().wake(due);
        } else {
            session.wakes().afterCommit(due);
        }
    }
}
