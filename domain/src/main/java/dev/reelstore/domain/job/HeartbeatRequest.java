package dev.reelstore.domain.job;

import dev.reelstore.domain.value.Check;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sign of life of one worker process, with what it has to report.
 *
 * @param worker the process
 * @param lease for how long its claims hold from now on
 * @param held the claims that it believes to hold
 * @param reports progress of stages under such claims; the last one counts where several name the same stage
 * @param duty what the process claims, busy or idle, or null to leave what it said before
 */
public record HeartbeatRequest(
        WorkerId worker,
        Duration lease,
        List<Claim> held,
        List<Report> reports,
        @Nullable Duty duty) {

    /**
     * Progress under a claim.
     *
     * @param claim the claim that is worked under
     * @param progress what to keep
     */
    public record Report(Claim claim, StageProgress progress) {}

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value is missing or out of range */
    public HeartbeatRequest {
        Check.present("worker id", worker);
        lease = Check.positive("lease", lease);
        held = Check.all("held claims", held);
        reports = Check.all("reports", reports);
    }

    /** A sign of life without a report. */
    public static HeartbeatRequest of(WorkerId worker, Duration lease, Collection<Claim> held) {
        return new HeartbeatRequest(worker, lease, List.copyOf(held), List.of(), null);
    }

    /** The same with this to report. */
    public HeartbeatRequest reports(List<Report> value) {
        return new HeartbeatRequest(worker, lease, held, value, duty);
    }

    /** The same of a process that claims this. */
    public HeartbeatRequest duty(@Nullable Duty value) {
        return new HeartbeatRequest(worker, lease, held, reports, value);
    }
}
