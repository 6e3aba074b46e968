package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.unit.UnitHandle;
import dev.reelstore.domain.unit.UnitOptions;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** In which order a unit ends, seen from the caller's DataSource, and that it always gives its connection back. */
final class UnitEndTest {

    private static final Set<String> ENDS = Set.of("commit", "rollback", "close");

    private final List<String> ends = new ArrayList<>();
    private final PostgresPersistence store = PostgresPersistence.on(
            new Recording(), DataSourceSettings.DEFAULT.schema(SchemaMode.OFF).limits(TestStore.LIMITS));
    private final NewJob job = NewJob.of("encode", new Target("film", "one"));

    @BeforeEach
    void clear() {
        TestStore.clear();
        ends.clear();
    }

    @AfterEach
    void everyConnectionIsBack() {
        assertThat(TestStore.dataSource().getHikariPoolMXBean().getActiveConnections())
                .isZero();
        store.close();
    }

    @Test
    void aUnitThatReturnsCommitsThenCloses() {
        store.unitOfWork().run(stores -> stores.jobs().create(job));
        store.jobs().create(NewJob.of("encode", new Target("film", "two")));

        assertThat(ends).containsExactly("commit", "close", "commit", "close");
    }

    @Test
    void aUnitThatThrowsRollsBackThenCloses() {
        assertThatThrownBy(() -> store.unitOfWork().run(stores -> {
                    stores.jobs().create(job);
                    throw new IOException("disk full");
                }))
                .isInstanceOf(IOException.class);

        assertThat(ends).containsExactly("rollback", "close");
    }

    @Test
    void soDoesACallThatIsRefusedAndAManualUnitThatIsNotCommitted() {
        assertThatThrownBy(() -> store.videos().findByExternalId(" ")).isInstanceOf(InvalidDataException.class);
        try (UnitHandle unit = store.unitOfWork().open(UnitOptions.DEFAULT)) {
            unit.stores().jobs().create(job);
        }
        assertThatThrownBy(() -> store.tables().execute("SELECT nonsense")).isInstanceOf(RuntimeException.class);

        assertThat(ends).containsExactly("rollback", "close", "rollback", "close", "rollback", "close");
        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    /** Notes how the transactions on its connections end. */
    private final class Recording extends DelegatingDataSource {

        Recording() {
            super(TestStore.dataSource());
        }

        @Override
        public Connection getConnection() throws java.sql.SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Recording.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (ENDS.contains(method.getName())) {
                            ends.add(method.getName());
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getTargetException();
                        }
                    });
        }
    }
}
