package dev.reelstore.application.worker;

import dev.reelstore.application.retry.AfterDoubt;
import dev.reelstore.application.retry.RetryingPersistence;
import dev.reelstore.domain.failure.OutcomeUnknownException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimStore;
import dev.reelstore.domain.job.FailureSettlement;
import dev.reelstore.domain.job.JobFailure;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.StageProgress;
import dev.reelstore.domain.unit.FinishedJob;
import dev.reelstore.domain.unit.Guarded;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.Unit;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.domain.unit.Work;
import dev.reelstore.domain.value.JsonDocument;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is written under one claim, each call carried over outages of the store. Progress that was not written yet goes
 * along in the same commit. Safe from any thread.
 */
final class ClaimCalls {

    private final RetryingPersistence store;
    private final Settling settling;
    private final Claim claim;
    private final AfterDoubt afterDoubt;

    ClaimCalls(RetryingPersistence store, Settling settling, Claim claim) {
        this.store = store;
        this.settling = settling;
        this.claim = claim;
        this.afterDoubt = new AfterDoubt(store.plain(), claim);
    }

    /** @param doubt whether it may have been completed before */
    Settlement complete(List<StageProgress> last, FinishedJob job, boolean doubt) {
        return settling.insist(what("completing"), doubt, () -> written(last, job), afterDoubt::complete);
    }

    <E extends Exception> Settlement complete(List<StageProgress> last, Effects<E> effects) throws E {
        try {
            return settling.<Settlement, E>insist(what("completing"), () -> unit(last, effects), afterDoubt::complete);
        } catch (ForeignDoubt foreign) {
            throw foreign.doubt();
        }
    }

    FailureSettlement fail(List<StageProgress> last, JobFailure failure) {
        return settling.insist(
                what("failing"),
                () -> value(
                        last, FailureSettlement.STALE, stores -> stores.claims().fail(claim, failure)),
                afterDoubt::fail);
    }

    Settlement release(List<StageProgress> last) {
        return settling.insist(
                what("releasing"),
                () -> value(last, Settlement.STALE, stores -> stores.claims().release(claim)),
                afterDoubt::release);
    }

    Settlement checkpoint(String stage, JsonDocument checkpoint) {
        ClaimStore claims = store.plain().claims();
        return insideUnit()
                ? claims.checkpoint(claim, stage, checkpoint)
                : settling.insist(
                        what("keeping a checkpoint of"),
                        () -> claims.checkpoint(claim, stage, checkpoint),
                        answer -> answer);
    }

    /** A settlement that an outer unit rolls back would leave a job that nobody works on and nobody rescues. */
    void refuseInsideUnit() {
        if (insideUnit()) {
            throw new IllegalStateException("job " + claim.jobId()
                    + " cannot be settled inside an open unit of work: end the unit first, or do its work in"
                    + " complete(stores -> ...), which is one commit");
        }
    }

    private boolean insideUnit() {
        return store.plain().unitOfWork().active();
    }

    private <R> R value(List<StageProgress> last, R stale, Function<Stores, R> call) {
        return last.isEmpty() ? call.apply(store.plain()) : this.<R, RuntimeException>under(last, stale, call::apply);
    }

    private Settlement written(List<StageProgress> last, FinishedJob job) {
        return this.value(
                last,
                Settlement.STALE,
                stores -> job.output().plain()
                        ? stores.claims().complete(claim, job.output().result())
                        : store.plain().unitOfWork().completeAll(List.of(job)).get(0));
    }

    private <E extends Exception> Settlement unit(List<StageProgress> last, Effects<E> effects) throws E {
        return this.<Settlement, E>under(last, Settlement.STALE, stores -> {
            JsonDocument result = guarded(stores, effects);
            return stores.claims().complete(claim, result);
        });
    }

    private static <E extends Exception> @Nullable JsonDocument guarded(Unit stores, Effects<E> effects) throws E {
        try {
            return effects.on(stores);
        } catch (OutcomeUnknownException foreign) {
            throw new ForeignDoubt(foreign);
        }
    }

    private <R, E extends Exception> R under(List<StageProgress> last, R stale, Work<R, E> work) throws E {
        Guarded<R> answer = store.unrepeated().<R, E>under(claim, UnitOptions.named("settle job"), stores -> {
            last.forEach(progress -> stores.claims().progress(claim, progress));
            return work.apply(stores);
        });
        return answer instanceof Guarded.Done<R> done ? done.value() : stale;
    }

    private String what(String verb) {
        return "Job " + claim.jobId() + ", " + verb + " it";
    }
}
