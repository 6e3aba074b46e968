package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.failure.StoreConnectionException;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.job.ClaimRequest;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.JobStatus;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import dev.reelstore.domain.job.WorkerId;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.video.NewVideo;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

final class JoiningTest {

    private final HikariDataSource source = TestStore.dataSource();
    private final PostgresPersistence store = BorrowingContractTest.borrowing();
    private final JdbcTemplate sql = new JdbcTemplate(source);
    private final NewJob job = NewJob.of("encode", new Target("film", "one"));

    @BeforeEach
    void makeATableOfTheUsers() {
        TestStore.clear();
        sql.execute("CREATE TABLE IF NOT EXISTS public.upload (name text PRIMARY KEY)");
        sql.execute("DELETE FROM public.upload");
    }

    @AfterEach
    void close() {
        store.close();
        assertThat(source.isClosed()).isFalse();
    }

    @Test
    void aRowOfTheUsersAndAJobCommitTogether() throws SQLException {
        try (Connection connection = transaction()) {
            upload(connection);
            PostgresPersistence.joining(connection).jobs().create(job);
            assertThat(store.jobs().find(job.id())).isEmpty();
            connection.commit();
        }

        assertThat(store.jobs().find(job.id())).isPresent();
        assertThat(uploads()).isEqualTo(1);
    }

    @Test
    void aRowOfTheUsersAndAJobRollBackTogether() throws SQLException {
        try (Connection connection = transaction()) {
            upload(connection);
            PostgresPersistence.joining(connection).jobs().create(job);
            connection.rollback();
        }

        assertThat(store.jobs().find(job.id())).isEmpty();
        assertThat(uploads()).isZero();
    }

    @Test
    void aKeyThatIsTakenDoesNotAbortTheTransaction() throws SQLException {
        store.jobs().create(job);
        NewVideo video = NewVideo.ofExternalId("upload");
        store.videos().create(video);

        try (Connection connection = transaction()) {
            Stores stores = PostgresPersistence.joining(connection);
            NewJob foreign = NewJob.of("probe", job.target()).id(job.id());
            assertThat(stores.jobs().create(job).id()).isEqualTo(job.id());
            assertThat(stores.jobs().createIfAbsent(job, JobStatus.live()).created())
                    .isFalse();
            assertThat(stores.videos()
                            .registerByExternalId(NewVideo.ofExternalId("upload"))
                            .created())
                    .isFalse();
            assertThatThrownBy(() -> stores.jobs().create(foreign)).isInstanceOf(StoreConflictException.class);
            assertThatThrownBy(() -> stores.jobs().createAll(List.of(NewJob.of("probe", job.target()), foreign)))
                    .isInstanceOf(StoreConflictException.class);
            assertThatThrownBy(() -> stores.videos().create(NewVideo.ofExternalId("upload")))
                    .isInstanceOf(StoreConflictException.class);
            upload(connection);
            connection.commit();
        }

        assertThat(uploads()).isEqualTo(1);
        assertThat(store.jobs().count(JobFilter.all()))
                .as("no part of what was refused")
                .isEqualTo(1);
    }

    @Test
    void theWakeUpCommitsAndRollsBackWithTheTransaction() throws SQLException {
        try (Connection ear = source.getConnection();
                Statement listening = ear.createStatement();
                Connection connection = transaction()) {
            listening.execute("LISTEN reelstore_jobs");
            Stores stores = PostgresPersistence.joining(connection);
            stores.jobs().create(job.queue("undone"));
            connection.rollback();
            stores.jobs().create(job.queue("done"));
            stores.jobs().create(NewJob.of("encode", job.target()).queue("done"));
            connection.commit();

            PGNotification[] heard = ear.unwrap(PGConnection.class).getNotifications(5_000);
            listening.execute("UNLISTEN reelstore_jobs");
            assertThat(heard).extracting(PGNotification::getParameter).containsExactly("done");
        }
    }

    @Test
    void nothingOfTheConnectionIsChanged() throws SQLException {
        try (Connection connection = transaction();
                Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = 4321");
            statement.execute("SET LOCAL enable_sort = on");
            Stores stores = PostgresPersistence.joining(connection);
            stores.jobs().create(job);
            stores.claims().rescue();
            stores.claims().claim(ClaimRequest.of(WorkerId.next(), "default", List.of("encode")));

            assertThat(connection.getAutoCommit()).isFalse();
            assertThat(connection.isClosed()).isFalse();
            assertThat(sql(statement, "SHOW lock_timeout")).isEqualTo("4321ms");
            assertThat(sql(statement, "SHOW enable_sort")).isEqualTo("on");
            connection.rollback();
        }
        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    void autoCommitIsRefusedAtTheStartAndAtEveryCall() throws SQLException {
        try (Connection connection = source.getConnection()) {
            assertThatThrownBy(() -> PostgresPersistence.joining(connection))
                    .isInstanceOf(StoreOperationException.class)
                    .hasMessageContaining("setAutoCommit(false)");
            connection.setAutoCommit(false);
            Stores stores = PostgresPersistence.joining(connection);
            connection.setAutoCommit(true);
            assertThatThrownBy(() -> stores.jobs().create(job))
                    .isInstanceOfSatisfying(
                            StoreOperationException.class,
                            refused -> assertThat(refused.repeat()).isEqualTo(Repeat.USELESS));
        }
        assertThat(store.jobs().count(JobFilter.all())).isZero();
    }

    @Test
    void aClosedConnectionIsALostOne() throws SQLException {
        Connection connection = transaction();
        Stores stores = PostgresPersistence.joining(connection);
        connection.close();

        assertThatThrownBy(() -> stores.jobs().create(job)).isInstanceOf(StoreConnectionException.class);
    }

    @Test
    void aSpringTransactionCommitsAndRollsBackBoth() {
        TransactionTemplate spring = new TransactionTemplate(new JdbcTransactionManager(source));
        NewJob undone = NewJob.of("encode", new Target("film", "two"));

        spring.executeWithoutResult(status -> {
            sql.update("INSERT INTO public.upload (name) VALUES ('kept')");
            PostgresPersistence.joining(DataSourceUtils.getConnection(source))
                    .jobs()
                    .create(job);
        });
        spring.executeWithoutResult(status -> {
            sql.update("INSERT INTO public.upload (name) VALUES ('undone')");
            PostgresPersistence.joining(DataSourceUtils.getConnection(source))
                    .jobs()
                    .create(undone);
            status.setRollbackOnly();
        });

        assertThat(store.jobs().find(job.id())).isPresent();
        assertThat(store.jobs().find(undone.id())).isEmpty();
        assertThat(sql.queryForList("SELECT name FROM public.upload", String.class))
                .containsExactly("kept");
    }

    private Connection transaction() throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private int uploads() {
        Integer uploads = sql.queryForObject("SELECT count(*) FROM public.upload", Integer.class);
        return uploads == null ? 0 : uploads;
    }

    private static void upload(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO public.upload (name) VALUES ('film')");
        }
    }

    private static String sql(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
