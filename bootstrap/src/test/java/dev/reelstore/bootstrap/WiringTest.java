package dev.reelstore.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.inject.BindingAnnotation;
import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.ProvisionException;
import dev.reelstore.adapter.inmemory.InMemorySettings;
import dev.reelstore.adapter.postgres.PoolSettings;
import dev.reelstore.adapter.postgres.PostgresSettings;
import dev.reelstore.adapter.postgres.Secret;
import dev.reelstore.application.Reelstore;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.StoreConnectionException;
import dev.reelstore.domain.job.Job;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobStore;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.UnitOfWork;
import dev.reelstore.testkit.database.TestDatabase;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class WiringTest {

    @Retention(RetentionPolicy.RUNTIME)
    @BindingAnnotation
    @interface Archive {}

    @Retention(RetentionPolicy.RUNTIME)
    @BindingAnnotation
    @interface Drafts {}

    private static final PostgresSettings NOWHERE = PostgresSettings.of(
                    "jdbc:postgresql://127.0.0.1:1/none", "app", Secret.of("canary-7"))
            .connectTimeout(Duration.ofSeconds(1));

    @Test
    void oneModuleBindsTheFacadeAndItsPorts() {
        Injector injector = Guice.createInjector(new InMemoryModule());
        try (Reelstore reelstore = injector.getInstance(Reelstore.class)) {
            Job job = injector.getInstance(JobStore.class).create(NewJob.of("encode", new Target("file", "a")));
            assertThat(reelstore.jobs().find(job.id())).contains(job);
            assertThat(injector.getInstance(Reelstore.class)).isSameAs(reelstore);
            for (Method port : Stores.class.getMethods()) {
                assertThat(injector.getInstance(port.getReturnType())).isNotNull();
            }
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
        assertThatThrownBy(() -> Guice.createInjector(new PostgresModule(NOWHERE)))
                .isInstanceOf(CreationException.class)
                .satisfies(thrown -> assertThat(thrown.toString()).doesNotContain("canary-7"));
    }

    @Test
    void whatFollowsTheOpeningIsDoneInItsOrderBeforeAnybodyGetsTheFacade() {
        List<String> done = new ArrayList<>();
        Injector injector = Guice.createInjector(new InMemoryModule()
                .afterOpen(store -> store.jobs().create(NewJob.of("encode", new Target("file", "a"))))
                .afterOpen(store -> done.add("jobs: " + store.jobs().count(JobFilter.all())))
                .afterOpen(store -> done.add("last")));
        try (Reelstore reelstore = injector.getInstance(Reelstore.class)) {
            assertThat(done).containsExactly("jobs: 1", "last");
            assertThat(reelstore.health().open()).isTrue();
        }
    }

    @Test
    void aFailureAfterTheOpeningFailsTheInjectorAndLeavesNoConnection() {
        TestDatabase database = TestDatabase.get().named("wiring_main");
        IllegalStateException failure = new IllegalStateException("not today");
        PostgresModule module = new PostgresModule(settings(database).applicationName("wiring-failed"))
                .afterOpen(store -> store.jobs().count(JobFilter.all()))
                .afterOpen(store -> {
                    throw failure;
                });

        assertThatThrownBy(() -> Guice.createInjector(module))
                .isInstanceOf(CreationException.class)
                .hasCause(failure);
        await().untilAsserted(
                        () -> assertThat(connections(database, "wiring-failed")).isZero());
    }

    @Test
    void manyWhoAskAtOnceForAStoreThatIsOpenedAtFirstUseGetOnePool() throws Exception {
        TestDatabase database = TestDatabase.get().named("wiring_main");
        AtomicInteger opened = new AtomicInteger();
        Injector injector = Guice.createInjector(new PostgresModule(
                        settings(database).applicationName("wiring-lazy").pool(PoolSettings.fixed(1, 3)))
                .afterOpen(store -> opened.incrementAndGet())
                .openAtFirstUse());
        assertThat(opened).hasValue(0);

        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            Callable<Reelstore> use = () -> {
                Reelstore reelstore = injector.getInstance(Reelstore.class);
                injector.getInstance(JobStore.class).count(JobFilter.all());
                return reelstore;
            };
            Set<Reelstore> facades = new HashSet<>();
            for (Future<Reelstore> one : threads.invokeAll(Collections.nCopies(16, use))) {
                facades.add(one.get());
            }
            assertThat(facades).hasSize(1);
            assertThat(opened).hasValue(1);
            assertThat(connections(database, "wiring-lazy")).isBetween(1L, 3L);
        } finally {
            threads.shutdown();
            injector.getInstance(Reelstore.class).close();
        }
        await().untilAsserted(
                        () -> assertThat(connections(database, "wiring-lazy")).isZero());
    }

    @Test
    void aStoreThatIsOpenedAtFirstUseNeedsNoServerBefore() {
        Injector injector = Guice.createInjector(new PostgresModule(NOWHERE).openAtFirstUse());

        assertThatThrownBy(() -> injector.getInstance(Reelstore.class))
                .isInstanceOf(ProvisionException.class)
                .hasCauseInstanceOf(StoreConnectionException.class);
    }

    private static long connections(TestDatabase database, String application) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT count(*) FROM pg_stat_activity WHERE application_name = ?")) {
            statement.setString(1, application);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static PostgresSettings settings(TestDatabase database) {
        return PostgresSettings.of(database.url(), database.user(), Secret.of(database.password()));
    }
}
