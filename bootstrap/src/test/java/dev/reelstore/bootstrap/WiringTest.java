package dev.reelstore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.BindingAnnotation;
import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import dev.reelstore.adapter.inmemory.InMemorySettings;
import dev.reelstore.adapter.postgres.PostgresSettings;
import dev.reelstore.adapter.postgres.Secret;
import dev.reelstore.application.Reelstore;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.quality.QualityStore;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.domain.video.VideoStore;
import dev.reelstore.testkit.database.TestDatabase;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class WiringTest {

    @Retention(RetentionPolicy.RUNTIME)
    @BindingAnnotation
    @interface Archive {}

    @Retention(RetentionPolicy.RUNTIME)
    @BindingAnnotation
    @interface Drafts {}

    @Test
    void oneModuleBindsTheFacadeAndItsPorts() {
        Injector injector = Guice.createInjector(new InMemoryModule());
        try (Reelstore reelstore = injector.getInstance(Reelstore.class)) {
            Job job = injector.getInstance(JobStore.class).create(NewJob.of("encode", new Target("file", "a")));
            assertThat(reelstore.jobs().find(job.id())).contains(job);
            assertThat(injector.getInstance(Reelstore.class)).isSameAs(reelstore);
            assertThat(injector.getInstance(VideoStore.class)).isNotNull();
            assertThat(injector.getInstance(QualityStore.class)).isNotNull();
            assertThat(injector.getInstance(UnitOfWork.class).active()).isFalse();
        }
    }

    @Test
    void whatIsBehindTheFacadeStaysInside() {
        Injector injector = Guice.createInjector(new InMemoryModule());
        assertThatThrownBy(() -> injector.getInstance(Persistence.class)).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> injector.getInstance(InMemorySettings.class))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void severalDatabasesLiveInOneInjector() {
        TestDatabase database = TestDatabase.get();
        Injector injector = Guice.createInjector(
                new PostgresModule(settings(database.named("wiring_main"))),
                new PostgresModule(settings(database.named("wiring_archive"))).annotatedWith(Archive.class),
                new InMemoryModule().annotatedWith(Drafts.class));
        try (Reelstore main = injector.getInstance(Reelstore.class);
                Reelstore archive = injector.getInstance(Key.get(Reelstore.class, Archive.class));
                Reelstore drafts = injector.getInstance(Key.get(Reelstore.class, Drafts.class))) {
            Job job = main.jobs().create(NewJob.of("encode", new Target("file", "a")));
            assertThat(main.jobs().find(job.id())).isPresent();
            assertThat(archive.jobs().find(job.id())).isEmpty();
            assertThat(drafts.jobs().count(JobFilter.all())).isZero();
            main.jobs().delete(job.id());
        }
    }

    @Test
    void wrongDatabaseFailsAtTheStartAndNotAtFirstUse() {
        PostgresSettings nowhere = PostgresSettings.of(
                        "jdbc:postgresql://127.0.0.1:1/none", "app", Secret.of("canary-7"))
                .connectTimeout(Duration.ofSeconds(1));
        assertThatThrownBy(() -> Guice.createInjector(new PostgresModule(nowhere)))
                .isInstanceOf(CreationException.class)
                .satisfies(thrown -> assertThat(thrown.toString()).doesNotContain("canary-7"));
    }

    private static PostgresSettings settings(TestDatabase database) {
        return PostgresSettings.of(database.url(), database.user(), Secret.of(database.password()));
    }
}
