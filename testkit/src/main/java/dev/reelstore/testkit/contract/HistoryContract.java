package dev.reelstore.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import dev.reelstore.testkit.Contract;
import dev.reelstore.testkit.Fixture;
import dev.reelstore.testkit.history.Answer;
import dev.reelstore.testkit.history.Call;
import dev.reelstore.testkit.history.Crowd;
import dev.reelstore.testkit.history.HistoryCheck;
import dev.reelstore.testkit.history.HistoryRecorder;
import dev.reelstore.testkit.history.Operation;
import org.junit.jupiter.api.Test;

/**
 * What many threads do to the same few jobs looks to each of them as if it had been done one after the other (G3, G4).
 */
public interface HistoryContract extends Contract {

    @Test
    default void someOrderExplainsWhatAllOfACrowdAreAnswered(Fixture fixture) {
        HistoryCheck check = HistoryCheck.of(Crowd.of(1).run(fixture));

        check.requireLegal();
        assertThat(check.operations()).isGreaterThan(400);
        assertThat(check.longest()).isGreaterThan(20);
    }

    @Test
    default void aHistoryHasWhatWasCommittedAndNothingElse(Persistence store) {
        HistoryRecorder recorder = HistoryRecorder.inMemory("one");
        Persistence recorded = recorder.recording(store);
        NewJob kept = Given.job();
        NewJob after = Given.job();

        recorded.unitOfWork().run(stores -> {
            stores.jobs().create(kept);
            stores.savepoint("here");
            stores.jobs().create(Given.job());
            stores.rollbackTo("here");
            // The thread's own unit, which this call joins.
            recorded.jobs().create(after);
        });
        try (UnitHandle unit = recorded.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().jobs().create(Given.job());
        }

        assertThat(recorder.history().operations())
                .allMatch(operation -> operation.answer() != null)
                .filteredOn(operation -> !(operation.answer() instanceof Answer.Undone))
                .extracting(Operation::call)
                .extracting(call -> ((Call.Create) call).job())
                .containsExactly(kept.id(), after.id());
    }
}
