package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.StoreTimeoutException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.Completion;
import dev.reelstore.domain.job.FailureSettlement;
import dev.reelstore.domain.job.Heartbeat;
import dev.reelstore.domain.job.HeartbeatRequest;
import dev.reelstore.domain.job.HeartbeatRequest.Report;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.Rescue;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.value.Check;
import dev.reelstore.domain.value.JsonDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims in PostgreSQL; safe from any thread where its scope is. */
final class PostgresClaimStore implements ClaimStore {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresClaimStore.class);

    private static final int ALL = Integer.MAX_VALUE;

    private static final Comparator<Claim> CLAIM_ORDER = Comparator.<Claim>comparingInt(
                    claim -> claim.job().priority())
            .thenComparing(claim -> claim.job().runAt())
            .thenComparing(Claim::jobId);

    private final Scope scope;
    private final LoneClaims alone;

    PostgresClaimStore(Scope scope) {
        this.scope = scope;
        this.alone = new LoneClaims(scope);
    }

    @Override
    public List<Claim> claim(ClaimRequest request) {
        Check.present("claim request", request);
        List<Claim> claims = scope.inUnit() ? claimInside(request) : alone.claim(request);
        return claims.stream().sorted(CLAIM_ORDER).toList();
    }

    private List<Claim> claimInside(ClaimRequest request) {
        alone.promote(request.queue());
        return scope.<List<Claim>>write("claim jobs", session -> {
            ClaimMapper claims = session.claims();
            if (claims.lease(request.worker()) == null) {
                claims.renew(request.worker(), request.lease(), request.duty());
            }
            return claims.claim(ClaimAttempt.promoted(request));
        });
    }

    /**
     * Transactions of their own where they can be, each ended by the server alone: no other transaction that has to wait
     * keeps the lease from being renewed, and a process that is frozen in the middle of its heartbeat holds no lock that
     * would keep its jobs from being rescued.
     */
    @Override
    public Heartbeat heartbeat(HeartbeatRequest request) {
        Check.present("heartbeat request", request);
        Instant leaseUntil = scope.<Instant>writeOnce(
                "heartbeat", session -> session.claims().renew(request.worker(), request.lease(), request.duty()));
        Set<Claim> lost = request.held().isEmpty()
                ? Set.of()
                : scope.<Set<Claim>>read("heartbeat", session -> lost(session.claims(), request.held()));
        List<Report> reports = request.reports().stream()
                .filter(report -> !lost.contains(report.claim()))
                .toList();
        if (!reports.isEmpty()) {
            scope.<Integer>writeOnce(
                    "report progress", session -> session.claims().progress(ProgressReports.lastOfEach(reports)));
        }
        return new Heartbeat(leaseUntil, lost);
    }

    private static Set<Claim> lost(ClaimMapper claims, List<Claim> held) {
        Set<Claim> lost = new HashSet<>();
        claims.lost(new HeldClaims(held)).forEach(place -> lost.add(held.get(place - 1)));
        return lost;
    }

    @Override
    public Settlement progress(Claim claim, StageProgress progress) {
        return scope.<Settlement>writeOnce("progress", session -> {
            Report report = new Report(Check.present("claim", claim), Check.present("progress", progress));
            return settlement(session.claims().progress(new ProgressReports(List.of(report))));
        });
    }

    @Override
    public Settlement checkpoint(Claim claim, String stage, JsonDocument checkpoint) {
        return scope.<Settlement>writeOnce("checkpoint", session -> {
            String name = new StageProgress(stage, 0, 0, null).stage();
            return settlement(session.claims()
                    .checkpoint(Check.present("claim", claim), name, Check.present("checkpoint", checkpoint)));
        });
    }

    @Override
    public Settlement complete(Claim claim, @Nullable JsonDocument result) {
        return scope.<Settlement>writeOnce("complete job", session -> {
            CommitMark mark = session.claims().complete(Check.present("claim", claim), result);
            if (mark == null) {
                return Settlement.STALE;
            }
            scope.marked(mark);
            return Settlement.DONE;
        });
    }

    @Override
    public Optional<JobStatus> endedUnder(Claim claim) {
        return scope.<Optional<JobStatus>>read(
                "look for settlement",
                session -> Optional.ofNullable(session.claims().endedUnder(Check.present("claim", claim))));
    }

    @Override
    public List<Settlement> completeAll(List<Completion> completions) {
        return scope.<List<Settlement>>writeOnce("complete jobs", session -> {
            Completions all = Completions.of(Check.all("completions", completions));
            return all.rows().isEmpty()
                    ? List.of()
                    : all.settlements(session.claims().completeAll(all));
        });
    }

    @Override
    public FailureSettlement fail(Claim claim, JobFailure failure) {
        return scope.<FailureSettlement>writeOnce("fail job", session -> {
            Boolean again = session.claims().fail(Check.present("claim", claim), Check.present("job failure", failure));
            if (again == null) {
                return FailureSettlement.STALE;
            }
            if (again) {
                session.wakes().cameBack();
            }
            return again ? FailureSettlement.REQUEUED : FailureSettlement.FAILED;
        });
    }

    @Override
    public Settlement release(Claim claim) {
        return scope.<Settlement>writeOnce("release job", session -> {
            session.wakes().cameBack();
            return session.claims().release(Check.present("claim", claim)) == null ? Settlement.STALE : Settlement.DONE;
        });
    }

    /** All that are dead at once; each alone where one of them keeps the others waiting for too long. */
    @Override
    public Rescue rescue() {
        Set<WorkerId> nobody = Set.of();
        try {
            return scope.<Rescue>write(
                    "rescue", session -> rescued(session, session.claims().bury(nobody, ALL)));
        } catch (StoreTimeoutException locked) {
            if (scope.inUnit()) {
                throw locked;
            }
            return rescueEachAlone();
        }
    }

    /** A process that is frozen inside a unit holds a lock on its job for as long as its transaction may be idle. */
    private Rescue rescueEachAlone() {
        Set<WorkerId> held = new HashSet<>();
        Rescue all = new Rescue(0, 0);
        while (true) {
            List<WorkerId> dead = new ArrayList<>();
            try {
                Rescue one = scope.<Rescue>write("rescue", session -> {
                    dead.addAll(session.claims().bury(held, 1));
                    return rescued(session, dead);
                });
                all = new Rescue(all.requeued() + one.requeued(), all.failed() + one.failed());
            } catch (StoreTimeoutException locked) {
                if (dead.isEmpty()) {
                    throw locked;
                }
                LOG.warn(
                        "Jobs of dead workers {} are locked by an open transaction, and left to the next rescue", dead);
                held.addAll(dead);
            }
            if (dead.isEmpty()) {
                return all;
            }
        }
    }

    private static Rescue rescued(Session session, List<WorkerId> dead) {
        if (dead.isEmpty()) {
            return new Rescue(0, 0);
        }
        session.wakes().cameBack();
        return session.claims().rescue(dead);
    }

    @Override
    public int retire(WorkerId worker) {
        return scope.<Integer>write("retire worker", session -> {
            session.claims().dismiss(Check.present("worker id", worker));
            session.wakes().cameBack();
            return session.claims().releaseAll(worker).size();
        });
    }

    private static Settlement settlement(int rows) {
        return rows > 0 ? Settlement.DONE : Settlement.STALE;
    }
}
