package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Creates that come together: what becomes of all where the server refuses one, which no input of the ports can bring about. */
final class GatheredCreatesTest {

    private static final int THREADS = 16;
    private static final int EACH = 25;

    private final PostgresPersistence store = PostgresPersistence.open(TestStore.settings());
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @BeforeEach
    void refusePoison() {
        TestStore.clear();
        TestStore.execute("CREATE FUNCTION reelstore.refuse_poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " IF NEW.type = 'poison' THEN RAISE EXCEPTION 'poison'; END IF; RETURN NEW; END $$");
        TestStore.execute("CREATE TRIGGER refuse_poison BEFORE INSERT ON reelstore.job FOR EACH ROW"
                + " EXECUTE FUNCTION reelstore.refuse_poison()");
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
        store.close();
        TestStore.execute("DROP TRIGGER refuse_poison ON reelstore.job; DROP FUNCTION reelstore.refuse_poison()");
        TestStore.clear();
    }

    @Test
    void aJobThatIsRefusedFailsAloneAndItsNeighboursAreCreated() throws Exception {
        List<Future<Job>> answers = new ArrayList<>();
        for (int i = 0; i < THREADS * EACH; i++) {
            NewJob job = NewJob.of(i % 10 == 0 ? "poison" : "encode", new Target("film", "film-" + i));
            answers.add(threads.submit(() -> store.jobs().create(job)));
        }

        for (int i = 0; i < answers.size(); i++) {
            if (i % 10 == 0) {
                assertThat(failureOf(answers.get(i))).isInstanceOf(StoreException.class);
            } else {
                assertThat(answers.get(i).get().target().id()).isEqualTo("film-" + i);
            }
        }
        assertThat(store.jobs().count(JobFilter.all())).isEqualTo(THREADS * EACH * 9 / 10);
    }

    private static Throwable failureOf(Future<Job> answer) throws InterruptedException {
        try {
            throw new AssertionError("was created: " + answer.get());
        } catch (ExecutionException refused) {
            return refused.getCause();
        }
    }
}
