package dev.reelstore.application.worker;

import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.FailureSettlement;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.unit.FinishedJob;
import dev.reelstore.domain.unit.JobOutput;
import dev.reelstore.domain.unit.Work;
import dev.reelstore.domain.value.JsonDocument;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One claim in work. Of all who want to settle it, the first that begins does; the others are late. */
final class Attempt implements JobContext {

    private enum State {
        OPEN,
        SETTLING,
        SETTLED
    }

    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    private final Shift shift;
    private final Claim claim;
    private final Registration registration;
    private final Consumer<Attempt> onReport;
    private final ClaimCalls calls;
    private final StageReports stages = new StageReports();
    private final StopSignal stop = new StopSignal();
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);
    private volatile boolean lost;
    private volatile @Nullable TimeLimit limit;

    /** @param onReport called after the handler reported progress; must not throw */
    Attempt(Shift shift, Claim claim, Registration registration, Consumer<Attempt> onReport) {
        this.shift = shift;
        this.claim = claim;
        this.registration = registration;
        this.onReport = onReport;
        this.calls = new ClaimCalls(shift.store(), shift.settling(), claim);
    }

    @Override
    public Job job() {
        return claim.job();
    }

    @Override
    public Claim claim() {
        return claim;
    }

    @Override
    public Stage stage(String name, int weight) {
        return stages.stage(this, name, weight);
    }

    @Override
    public void onStop(Consumer<StopReason> callback) {
        stop.onStop(callback);
    }

    @Override
    public Optional<StopReason> stopReason() {
        return Optional.ofNullable(stop.reason());
    }

    @Override
    public Settlement complete(JobOutput output) {
        FinishedJob finished = new FinishedJob(claim, output);
        endIfOverdue();
        return settle(Settlement.STALE, () -> written(finished));
    }

    /** Progress that is still to be written is not worth a call in a commit that others wait for. */
    private Settlement written(FinishedJob job) {
        List<StageProgress> last = stages.last();
        Company.Answer shared = (last.isEmpty() ? shift.company() : Company.NONE).complete(job);
        Settlement settlement = shared.settlement();
        return settlement == null ? calls.complete(last, job, shared.doubt()) : settlement;
    }

    @Override
    public <E extends Exception> Settlement complete(Work.Action<E> effects) throws E {
        return this.<E>completeAfter(stores -> {
            effects.accept(stores);
            return null;
        });
    }

    @Override
    public <E extends Exception> Settlement completeWith(Work<JsonDocument, E> effects) throws E {
        return completeAfter(effects::apply);
    }

    @Override
    public FailureSettlement fail(JobFailure failure) {
        return settle(FailureSettlement.STALE, () -> calls.fail(stages.last(), failure));
    }

    @Override
    public Settlement release() {
        return settle(Settlement.STALE, () -> calls.release(stages.last()));
    }

    /** Begins to complete it, if there is nothing else to write; who gets true must end that by one of the next three. */
    boolean beginCompleting() {
        calls.refuseInsideUnit();
        return !stages.any() && state.compareAndSet(State.OPEN, State.SETTLING);
    }

    /** The store has answered. */
    void completed(Settlement answer) {
        state.set(State.SETTLED);
        if (answer == Settlement.STALE) {
            stopAsLost();
            tellIfLost();
        }
    }

    /**
     * Completes it by itself.
     *
     * @param doubt whether an earlier try may have been committed
     */
    void completeAlone(boolean doubt) {
        completed(calls.complete(List.of(), new FinishedJob(claim, JobOutput.NONE), doubt));
    }

    /** It could not be settled: whoever knows of no claim of ours gives it back. */
    void unsettled(Throwable failure) {
        LOG.error("Job {} could not be settled; it is given back later", job().id(), failure);
        shift.doubt();
    }

    void tellIfLost() {
        if (lost) {
            LOG.info("Job {} was lost before its handler was done; nothing of this attempt counts", job().id());
        }
    }

    Shift shift() {
        return shift;
    }

    StageReports stages() {
        return stages;
    }

    JobHandler handler() {
        return registration.handler();
    }

    /** What to keep of it when its handler threw this. */
    JobFailure failure(Throwable thrown) {
        return registration.failure(job(), thrown);
    }

    /** Whether it is neither settled nor being settled. */
    boolean open() {
        return state.get() == State.OPEN;
    }

    /** The handler begins now, and with it the time that the job allows. */
    void begin() {
        Duration timeout = job().timeout();
        limit = timeout == null ? null : new TimeLimit(timeout, System.nanoTime());
    }

    /** The time until it is overdue, zero when it is; null without a limit, or when there is nothing to end. */
    @Nullable
    Duration timeLeft() {
        TimeLimit set = limit;
        return set == null || !open() ? null : set.left(System.nanoTime());
    }

    /** Tells the handler, unless it has been told another reason. */
    void stop(StopReason why) {
        stop.raise(why, shift.aside());
    }

    /** Takes note that the store says the claim is stale, unless that may be because it is just being settled. */
    void lose() {
        if (state.compareAndSet(State.OPEN, State.SETTLED)) {
            stopAsLost();
        }
    }

    void endIfOverdue() {
        Duration left = timeLeft();
        if (left != null && left.isZero()) {
            timeOut();
        }
    }

    /** Fails it in the store, whatever its handler's thread does. */
    void timeOut() {
        if (!state.compareAndSet(State.OPEN, State.SETTLING)) {
            return;
        }
        String error = "timed out after " + job().timeout();
        LOG.warn("Job {} ({}) {}; its thread is busy until its handler returns", job().id(), job().type(), error);
        stop(StopReason.TIMED_OUT);
        try {
            calls.fail(stages.last(), registration.failure(job(), error));
        } catch (RuntimeException failure) {
            LOG.error("Job {} timed out, which could not be written", job().id(), failure);
            shift.doubt();
        } finally {
            state.set(State.SETTLED);
        }
    }

    void reported() {
        onReport.accept(this);
    }

    boolean checkpoint(String stage, JsonDocument checkpoint) {
        boolean kept = !lost && calls.checkpoint(stage, checkpoint) == Settlement.DONE;
        if (!kept) {
            lose();
        }
        return kept;
    }

    Optional<JsonDocument> resumeFrom(String stage) {
        return shift.store().jobs().stages(job().id()).stream()
                .filter(kept -> kept.stage().equals(stage))
                .findFirst()
                .flatMap(kept -> Optional.ofNullable(kept.checkpoint()));
    }

    private <E extends Exception> Settlement completeAfter(Effects<E> effects) throws E {
        endIfOverdue();
        return this.<Settlement, E>settle(Settlement.STALE, () -> calls.complete(stages.last(), effects));
    }

    private <R, E extends Exception> R settle(R stale, Settling.Try<R, E> call) throws E {
        calls.refuseInsideUnit();
        if (!state.compareAndSet(State.OPEN, State.SETTLING)) {
            return stale;
        }
        State after = State.OPEN;
        R answer;
        try {
            answer = call.make();
            after = State.SETTLED;
        } finally {
            state.set(after);
        }
        if (answer == stale) {
            stopAsLost();
        }
        return answer;
    }

    private void stopAsLost() {
        WhyLost.of(claim, shift.store().plain().jobs()).ifPresent(why -> {
            lost = true;
            stop(why);
        });
    }
}
