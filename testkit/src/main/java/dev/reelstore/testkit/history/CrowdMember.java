package dev.reelstore.testkit.history;

import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.Completion;
import dev.reelstore.domain.job.Handover;
import dev.reelstore.domain.job.HeartbeatRequest;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.journal.NewMetric;
import dev.reelstore.domain.unit.FinishedJob;
import dev.reelstore.domain.unit.JobOutput;
import dev.reelstore.domain.unit.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One thread of a {@link Crowd}: a worker that also does what operators do. */
final class CrowdMember {

    private static final String TYPE = "crowded";

    private final Scene scene;
    private final SplittableRandom random;
    private final WorkerId worker = WorkerId.next();
    private final Recent<Claim> mine = new Recent<>(6);
    private Handover.@Nullable Standing standing;

    CrowdMember(Scene scene, long seed) {
        this.scene = scene;
        this.random = new SplittableRandom(seed);
    }

    void run(int operations) {
        create(scene.store());
        for (int i = 1; i < operations; i++) {
            if (random.nextInt(50) == 0) {
                scene.jump();
            }
            int dice = random.nextInt(100);
            scene.during(() -> trySafely(() -> act(dice)));
        }
    }

    /** Alone at last: frees what is still held, and takes all that waits. */
    void clearUp() {
        scene.jump();
        ClaimStore claims = scene.store().claims();
        claims.rescue();
        List<Claim> taken = claim(claims);
        while (!taken.isEmpty()) {
            taken.forEach(claim -> claims.complete(claim, null));
            taken = claim(claims);
        }
    }

    private static void trySafely(Runnable call) {
        try {
            call.run();
        } catch (StoreException failed) {
            if (failed.repeat() != Repeat.SAFE) {
                throw failed;
            }
        } catch (ChangeOfMind undone) {
            // meant to undo the unit
        }
    }

    private void act(int dice) {
        int how = random.nextInt(10);
        if (how > 2) {
            act(dice, scene.store());
            return;
        }
        scene.store().unitOfWork().run(stores -> {
            act(dice, stores);
            // What was done shows later, so that others meet it.
            LockSupport.parkNanos(random.nextInt(3_000_000));
            if (how == 0) {
                throw new ChangeOfMind();
            }
        });
    }

    private void act(int dice, Stores stores) {
        if (dice < 61) {
            work(dice, stores.claims());
        } else {
            operate(dice, stores);
        }
    }

    private void work(int dice, ClaimStore claims) {
        if (dice < 4) {
            leaveRequest(claims);
        } else if (dice < 18) {
            claim(claims);
        } else if (dice < 24) {
            claims.heartbeat(HeartbeatRequest.of(worker, scene.lease(), mine.all()));
        } else if (dice < 29) {
            withClaim(claim -> claims.progress(claim, new StageProgress("stage", 1, random.nextInt(100), null)));
        } else if (dice < 38) {
            withClaim(claim -> claims.complete(claim, null));
        } else if (dice < 47) {
            withClaim(claim -> claims.fail(claim, JobFailure.retryAfter(Duration.ZERO, "again")));
        } else if (dice < 49) {
            withClaim(claim -> claims.fail(claim, JobFailure.retryAfter(Duration.ofSeconds(10), "later")));
        } else if (dice < 51) {
            withClaim(claim -> claims.fail(claim, JobFailure.forGood("never")));
        } else if (dice < 54) {
            withClaim(claims::release);
        } else if (dice < 56) {
            withClaim(this::completeUnder);
        } else if (dice < 58) {
            claims.completeAll(some().map(claim -> new Completion(claim, null)).toList());
        } else if (dice < 60) {
            scene.store()
                    .unitOfWork()
                    .completeAll(some().map(CrowdMember::measured).toList());
        } else {
            claims.retire(worker);
        }
    }

    private void operate(int dice, Stores stores) {
        JobStore jobs = stores.jobs();
        if (dice < 68) {
            stores.claims().rescue();
        } else if (dice < 73) {
            withJob(jobs::cancel);
        } else if (dice < 82) {
            withJob(job -> jobs.retry(job, Set.of()));
        } else if (dice < 83) {
            withJob(jobs::delete);
        } else if (dice < 93) {
            withJob(jobs::find);
        } else {
            create(stores);
        }
    }

    private void create(Stores stores) {
        NewJob job = NewJob.of(TYPE, new Target("film", "one")).maxAttempts(1 + random.nextInt(3));
        stores.jobs().create(job);
        scene.jobs().add(job.id());
    }

    private List<Claim> claim(ClaimStore from) {
        List<Claim> taken = from.claim(request());
        taken.forEach(this::hold);
        return taken;
    }

    /** Takes a lease, and lets whoever creates a job hand it over. */
    private void leaveRequest(ClaimStore claims) {
        claims.heartbeat(HeartbeatRequest.of(worker, scene.lease(), mine.all()));
        Handover.Standing before = standing;
        if (before != null) {
            before.withdraw();
        }
        standing = scene.store().handover().leave(request(), new Handover.Taker() {
            @Override
            public void take(List<Claim> claims) {
                claims.forEach(CrowdMember.this::hold);
            }

            @Override
            public void doubt() {
                // what nobody knows of is rescued
            }
        });
    }

    private ClaimRequest request() {
        return ClaimRequest.of(worker, NewJob.DEFAULT_QUEUE, List.of(TYPE))
                .limit(1 + random.nextInt(3))
                .lease(scene.lease());
    }

    private void hold(Claim claim) {
        mine.add(claim);
        scene.claims().add(claim);
    }

    private Stream<Claim> some() {
        return Stream.of(
                        mine.any(random),
                        scene.claims().any(random),
                        scene.claims().any(random))
                .flatMap(Optional::stream);
    }

    private static FinishedJob measured(Claim claim) {
        return new FinishedJob(
                claim, JobOutput.NONE.measure(NewMetric.of(claim.jobId(), "stage", Duration.ofMillis(1))));
    }

    private void completeUnder(Claim claim) {
        scene.store().unitOfWork().under(claim, stores -> {
            stores.claims().progress(claim, new StageProgress("stage", 1, 50, null));
            return stores.claims().complete(claim, null);
        });
    }

    private void withJob(Consumer<JobId> call) {
        scene.jobs().any(random).ifPresent(call);
    }

    /** Mostly one's own, sometimes another's, now and then one that nobody was given. */
    private void withClaim(Consumer<Claim> call) {
        Optional<Claim> any =
                random.nextInt(3) > 0 ? mine.any(random) : scene.claims().any(random);
        any.map(claim -> random.nextInt(4) == 0 ? forged(claim) : claim).ifPresent(call);
    }

    private Claim forged(Claim claim) {
        return random.nextBoolean()
                ? new Claim(claim.job(), claim.worker(), claim.fence() + 1, claim.token())
                : new Claim(claim.job(), claim.worker(), claim.fence(), new UUID(random.nextLong(), random.nextLong()));
    }

    /** What makes a unit undo what it did. */
    private static final class ChangeOfMind extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ChangeOfMind() {
            super("changed its mind");
        }
    }
}
