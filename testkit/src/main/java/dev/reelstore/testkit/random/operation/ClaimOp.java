package dev.reelstore.testkit.random.operation;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.Completion;
import dev.reelstore.domain.job.Duty;
import dev.reelstore.domain.job.HeartbeatRequest;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.journal.NewLogEntry;
import dev.reelstore.domain.journal.NewMetric;
import dev.reelstore.domain.unit.FinishedJob;
import dev.reelstore.domain.unit.JobOutput;
import dev.reelstore.domain.value.JsonDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes, holds and settles jobs. */
public sealed interface ClaimOp extends Op {

    /** Claims jobs, and remembers the claims. */
    record Take(ClaimRequest request) implements ClaimOp {
        @Override
        public Object on(Ground ground) {
            List<Claim> claims = ground.stores().claims().claim(request);
            ground.claims().add(claims);
            return claims;
        }
    }

    /** Renews a lease; each report is on the claim at its place among the held ones. */
    record Beat(
            WorkerId worker,
            Duration lease,
            List<ClaimRef> held,
            List<StageProgress> reports,
            @Nullable Duty duty) implements ClaimOp {
        @Override
        public Object on(Ground ground) {
            List<Claim> claims = ground.claims().findAll(held);
            List<HeartbeatRequest.Report> said = new ArrayList<>();
            for (int i = 0; i < Math.min(claims.size(), reports.size()); i++) {
                said.add(new HeartbeatRequest.Report(claims.get(i), reports.get(i)));
            }
            return ground.stores().claims().heartbeat(new HeartbeatRequest(worker, lease, claims, said, duty));
        }
    }

    /** What is done under one claim; where none was handed out yet, nothing. */
    sealed interface Guarded extends ClaimOp {

        /** Under which. */
        ClaimRef claim();

        /** Does it. */
        Object under(Claim held, ClaimStore claims);

        @Override
        default Object on(Ground ground) {
            return ground.claims()
                    .find(claim())
                    .map(held -> under(held, ground.stores().claims()))
                    .orElse("no claim yet");
        }
    }

    /** Keeps how far a stage has come. */
    record Progress(ClaimRef claim, StageProgress progress) implements Guarded {
        @Override
        public Object under(Claim held, ClaimStore claims) {
            return claims.progress(held, progress);
        }
    }

    /** Keeps from where a stage resumes. */
    record Checkpoint(ClaimRef claim, String stage, JsonDocument checkpoint) implements Guarded {
        @Override
        public Object under(Claim held, ClaimStore claims) {
            return claims.checkpoint(held, stage, checkpoint);
        }
    }

    /** Ends a job as COMPLETED. */
    record Complete(ClaimRef claim, @Nullable JsonDocument result) implements Guarded {
        @Override
        public Object under(Claim held, ClaimStore claims) {
            return claims.complete(held, result);
        }
    }

    /** Ends jobs as COMPLETED in one step, all with this result. */
    record CompleteAll(List<ClaimRef> claims, @Nullable JsonDocument result) implements ClaimOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores()
                    .claims()
                    .completeAll(ground.claims().findAll(claims).stream()
                            .map(held -> new Completion(held, result))
                            .toList());
        }
    }

    /** Ends jobs as COMPLETED in one step, with records shared out among them, whatever job these name. */
    record Finish(
            List<ClaimRef> claims, @Nullable JsonDocument result, List<NewLogEntry> entries, List<NewMetric> metrics)
            implements ClaimOp {
        @Override
        public Object on(Ground ground) {
            List<Claim> held = ground.claims().findAll(claims);
            List<FinishedJob> finished = new ArrayList<>();
            for (int i = 0; i < held.size(); i++) {
                finished.add(new FinishedJob(held.get(i), output(held.get(i).jobId(), i, held.size())));
            }
            return ground.subject().unitOfWork().completeAll(finished);
        }

        private JobOutput output(JobId job, int turn, int turns) {
            return new JobOutput(
                    result,
                    every(entries, turn, turns)
                            .map(entry -> new NewLogEntry(
                                    entry.id(),
                                    job,
                                    entry.stage(),
                                    entry.status(),
                                    entry.agent(),
                                    entry.duration(),
                                    entry.message(),
                                    entry.error()))
                            .toList(),
                    every(metrics, turn, turns)
                            .map(metric -> new NewMetric(metric.id(), job, metric.stage(), metric.duration()))
                            .toList(),
                    List.of());
        }

        private static <T> Stream<T> every(List<T> all, int turn, int turns) {
            return IntStream.range(0, all.size())
                    .filter(place -> place % turns == turn)
                    .mapToObj(all::get);
        }
    }

    /** Asks how a job ended under a claim. */
    record EndedUnder(ClaimRef claim) implements Guarded {
        @Override
        public Object under(Claim held, ClaimStore claims) {
            return claims.endedUnder(held);
        }
    }

    /** Ends an attempt as failed. */
    record Fail(ClaimRef claim, JobFailure failure) implements Guarded {
        @Override
        public Object under(Claim held, ClaimStore claims) {
            return claims.fail(held, failure);
        }
    }

    /** Gives a job back. */
    record Release(ClaimRef claim) implements Guarded {
        @Override
        public Object under(Claim held, ClaimStore claims) {
            return claims.release(held);
        }
    }

    /** Frees the jobs of workers whose lease ran out. */
    record Rescue() implements ClaimOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().claims().rescue();
        }
    }

    /** Ends the lease of a worker. */
    record Retire(WorkerId worker) implements ClaimOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().claims().retire(worker);
        }
    }
}
