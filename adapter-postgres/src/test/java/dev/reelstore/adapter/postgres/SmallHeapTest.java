package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.OutcomeUnknownException;
import dev.reelstore.domain.job.Claim;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.value.JsonDocument;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A process in which the jobs that it claims do not find room. Whether the server has committed depends on where the driver
 * ran out of memory: where it reads on to the end, it has; where it loses its place, the connection is lost too.
 */
final class SmallHeapTest {

    private static final int JOBS = 60;

    @BeforeEach
    void clear() {
        TestStore.clear();
    }

    @Test
    void aClaimWhoseAnswerDoesNotFitIsInDoubtAndCanBeGivenBack() throws Exception {
        String large = "\"" + "x".repeat(JsonDocument.MAX_LENGTH - 2) + "\"";
        WorkerId worker = WorkerId.next();
        try (Persistence store = PostgresPersistence.open(TestStore.settings())) {
            store.jobs()
                    .createAll(IntStream.range(0, JOBS)
                            .mapToObj(i -> NewJob.of("encode", new Target("film", "film-" + i))
                                    .parameters(large))
                            .toList());

            List<String> said = ChildProcess.output(ChildProcess.startWithin(
                    "48m", Claimant.class, worker.value().toString()));

            assertThat(said).containsExactly("in doubt");
            store.claims().retire(worker);
            assertThat(store.jobs().count(JobFilter.all().status(JobStatus.QUEUED)))
                    .isEqualTo(JOBS);
        }
    }

    /** The other process: claims all at once. */
    static final class Claimant {

        public static void main(String[] arguments) {
            WorkerId worker = new WorkerId(UUID.fromString(arguments[0]));
            try (Persistence store = PostgresPersistence.open(TestStore.settings())) {
                List<Claim> claims = store.claims()
                        .claim(ClaimRequest.of(worker, NewJob.DEFAULT_QUEUE, List.of("encode"))
                                .limit(JOBS));
                System.out.println(claims.size());
            } catch (OutcomeUnknownException | OutOfMemoryError doubt) {
                System.out.println("in doubt");
            }
        }
    }
}
