package dev.reelstore.bootstrap.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.reelstore.adapter.postgres.PostgresPersistence;
import dev.reelstore.adapter.postgres.tables.SqlGateway;
import dev.reelstore.application.Reelstore;
import dev.reelstore.bootstrap.PostgresModule;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.failure.TransientFailureException;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Settlement;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A user's own tables in the units of the façade and its workers. */
class OwnTablesTest {

    private final PostgresPersistence postgres = (PostgresPersistence) TestDatabases.borrowing();
    private final SqlGateway tables = postgres.tables();
    private final Reelstore reelstore = Reelstore.on(postgres);
    private final NewJob job = NewJob.of("encode", new Target("film", "one"));

    @BeforeEach
    void clear() {
        TestDatabases.clear();
        tables.execute("DROP TABLE IF EXISTS public.upload");
        tables.execute("CREATE TABLE public.upload (name text PRIMARY KEY, job uuid)");
    }

    @AfterEach
    void close() {
        reelstore.close();
    }

    @Test
    void aRowAndAJobCommitTogetherAndAreRepeatedTogether() {
        AtomicInteger runs = new AtomicInteger();

        reelstore.run(stores -> {
            Job created = stores.jobs().create(job);
            tables.insert("upload", Map.of("name", "a.mp4", "job", created.id()));
            if (runs.incrementAndGet() == 1) {
                throw new TransientFailureException("not ready");
            }
        });

        assertThat(runs).hasValue(2);
        assertThat(tables.findOne("upload", Map.of("job", job.id()))).isPresent();
    }

    @Test
    void aKeyThatIsTakenIsNotTriedAgain() {
        AtomicInteger runs = new AtomicInteger();
        tables.insert("upload", Map.of("name", "a.mp4"));

        assertThatThrownBy(() -> reelstore.run(stores -> {
                    stores.jobs().create(job);
                    runs.incrementAndGet();
                    tables.insert("upload", Map.of("name", "a.mp4"));
                }))
                .isInstanceOf(StoreConflictException.class);

        assertThat(runs).hasValue(1);
        assertThat(reelstore.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    void whoeverRepeatsAnyCodeRepeatsItsRowsToo() {
        AtomicInteger runs = new AtomicInteger();

        int changed = reelstore.retrying(RetryPolicy.attempts(3, Duration.ofMillis(1)), "update_with_check", () -> {
            tables.execute("INSERT INTO upload (name) VALUES ('a.mp4') ON CONFLICT DO NOTHING");
            if (runs.incrementAndGet() < 3) {
                throw new TransientFailureException("service not ready");
            }
            return tables.update("upload", Map.of("name", "b.mp4"), Map.of("name", "a.mp4"));
        });

        assertThat(runs).hasValue(3);
        assertThat(changed).isEqualTo(1);
    }

    @Test
    void whatAHandlerWritesCommitsWithItsJobAndNotAtAllUnderAStaleClaim() {
        Job held = reelstore.jobs().create(job);
        Job lost = reelstore.jobs().create(NewJob.of("encode", new Target("film", "two")));
        List<Settlement> settlements = new ArrayList<>();

        reelstore
                .worker("default")
                .handle("encode", context -> {
                    if (context.job().id().equals(lost.id())) {
                        reelstore.jobs().cancel(lost.id());
                    }
                    settlements.add(context.complete(stores -> {
                        tables.insert(
                                "upload",
                                Map.of(
                                        "name",
                                        context.job().target().id(),
                                        "job",
                                        context.job().id()));
                    }));
                })
                .drain();

        assertThat(settlements).containsExactlyInAnyOrder(Settlement.DONE, Settlement.STALE);
        assertThat(tables.execute("SELECT job FROM upload"))
                .containsExactly(Map.of("job", held.id().value()));
        assertThat(reelstore.jobs().get(held.id()).status()).isEqualTo(JobStatus.COMPLETED);
    }

    @Test
    void guiceBindsTheGateway() {
        Injector injector = Guice.createInjector(new PostgresModule(TestDatabases.settings()));
        try (Reelstore bound = injector.getInstance(Reelstore.class)) {
            SqlGateway gateway = injector.getInstance(SqlGateway.class);

            assertThatThrownBy(() -> bound.run(stores -> {
                        gateway.insert("upload", Map.of("name", "a.mp4"));
                        throw new IllegalStateException("undo");
                    }))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(gateway.count("upload", Map.of())).isZero();
        }
    }
}
