package dev.reelstore.acceptance.guides;

import static dev.reelstore.domain.unit.Freshness.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.adapter.postgres.Limits;
import dev.reelstore.adapter.postgres.PoolSettings;
import dev.reelstore.adapter.postgres.PostgresPersistence;
import dev.reelstore.adapter.postgres.PostgresSettings;
import dev.reelstore.application.Reelstore;
import dev.reelstore.domain.Closing;
import dev.reelstore.domain.Opening;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.failure.StoreUnavailableException;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobId;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Settings, life cycle, health, several databases. */
final class S4DatabaseManagementGuideTest {

    @Test
    void theGuide() {
        PostgresSettings settings = Guides.settings("guide_s4")
                .pool(PoolSettings.fixed(10, 50).maxWait(Duration.ofSeconds(60)))
                .connectTimeout(Duration.ofSeconds(10))
                .limits(Limits.DEFAULT.statement(Duration.ofSeconds(30)));

        // nothing is opened yet; what is to follow the opening is said in order
        List<String> started = new ArrayList<>();
        Opening<PostgresPersistence> opening = Opening.of(() -> PostgresPersistence.open(settings))
                .afterOpen(store -> started.add("first"))
                .afterOpen(store -> started.add("then " + store.jobs().count(JobFilter.all()) + " jobs"));
        assertThat(started).isEmpty();

        Reelstore reelstore = Reelstore.on(opening.open());
        assertThat(started).containsExactly("first", "then 0 jobs");

        // use it
        Job job = reelstore.call(stores -> stores.jobs().create(NewJob.of("encode", new Target("file", "a.mp4"))));
        assertThat(reelstore.jobs().get(job.id())).isEqualTo(job);

        // how it is
        assertThat(reelstore.health().ping(RetryPolicy.NONE)).isTrue();
        assertThat(reelstore.health().poolHealthy()).isTrue();
        assertThat(reelstore.health().open()).isTrue();
        assertThat(reelstore.health().pool().orElseThrow().max()).isEqualTo(50);

        // failures have a family, and say whether to repeat
        assertThatThrownBy(() -> reelstore.jobs().get(JobId.next()))
                .isInstanceOf(RecordNotFoundException.class)
                .isInstanceOf(StoreException.class);
        assertThat(reelstore.jobs().delete(job.id())).isTrue();

        // a second database beside it, and reads that a replica may answer
        Reelstore archive = Reelstore.on(PostgresPersistence.open(Guides.settings("guide_s4_archive")));
        assertThat(archive.jobs().find(job.id())).isEmpty();
        Job kept = archive.jobs().create(NewJob.of("encode", new Target("file", "b.mp4")));
        Optional<Job> read =
                archive.read(after(archive.token()), stores -> stores.jobs().find(kept.id()));
        assertThat(read).contains(kept);

        // clean up all, once or twice
        Closing.of(archive, reelstore).close();
        reelstore.close();
        assertThat(archive.health().open()).isFalse();
        assertThat(reelstore.health().open()).isFalse();
        assertThatThrownBy(() -> reelstore.jobs().find(job.id())).isInstanceOf(StoreUnavailableException.class);
    }
}
