package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.OutcomeUnknownException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.failure.StoreConnectionException;
import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.failure.StorePoolExhaustedException;
import dev.reelstore.domain.failure.StoreTimeoutException;
import dev.reelstore.domain.failure.StoreUnavailableException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.apache.ibatis.exceptions.PersistenceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

final class SqlFailuresTest {

    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of("08006", StoreConnectionException.class, Repeat.SAFE),
                Arguments.of("08001", StoreConnectionException.class, Repeat.SAFE),
                Arguments.of("57P01", StoreConnectionException.class, Repeat.SAFE),
                Arguments.of("57P02", StoreConnectionException.class, Repeat.SAFE),
                Arguments.of("57P03", StoreUnavailableException.class, Repeat.SAFE),
                Arguments.of("53300", StoreUnavailableException.class, Repeat.SAFE),
                Arguments.of("25006", StoreUnavailableException.class, Repeat.SAFE),
                Arguments.of("40001", StoreConflictException.class, Repeat.SAFE),
                Arguments.of("40P01", StoreConflictException.class, Repeat.SAFE),
                Arguments.of("55P03", StoreTimeoutException.class, Repeat.SAFE),
                Arguments.of("57014", StoreTimeoutException.class, Repeat.SAFE),
                Arguments.of("25P03", StoreTimeoutException.class, Repeat.SAFE),
                Arguments.of("53100", StoreOperationException.class, Repeat.SAFE),
                Arguments.of("23505", StoreConflictException.class, Repeat.SAFE),
                Arguments.of("23503", StoreConflictException.class, Repeat.USELESS),
                Arguments.of("23514", InvalidDataException.class, Repeat.USELESS),
                Arguments.of("22P02", InvalidDataException.class, Repeat.USELESS),
                Arguments.of("42P01", StoreOperationException.class, Repeat.USELESS),
                Arguments.of("42501", StoreOperationException.class, Repeat.USELESS),
                Arguments.of("28P01", StoreOperationException.class, Repeat.USELESS),
                Arguments.of("0A000", StoreOperationException.class, Repeat.USELESS));
    }

    @ParameterizedTest
    @MethodSource("states")
    void beforeTheCommitEveryStateHasItsMeaning(String state, Class<? extends StoreException> meaning, Repeat repeat) {
        SQLException said = new SQLException("said", state);

        StoreException failure = SqlFailures.of("create job", new PersistenceException(said));

        assertThat(failure).isExactlyInstanceOf(meaning).hasCause(said).hasMessageContaining(state);
        assertThat(failure.getCause()).isSameAs(said);
        assertThat(failure.repeat()).isEqualTo(repeat);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08003", "08007", "57P01", "57P02", "57P03", "40003", "58030", "XX000", "1"})
    @NullSource
    void aCommitThatTheServerDidNotRefuseIsInDoubt(String state) {
        SQLException said = new SQLException("An I/O error occurred while sending to the backend.", state);

        StoreException failure = SqlFailures.atCommit("unit", said);

        assertThat(failure).isExactlyInstanceOf(OutcomeUnknownException.class);
        assertThat(failure.repeat()).isEqualTo(Repeat.UNKNOWN);
        assertThat(failure.getCause()).isSameAs(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "23503", "23505", "25P02", "55P03", "57014", "53100", "P0001"})
    void aCommitThatTheServerRefusedIsNoDoubt(String state) {
        StoreException failure = SqlFailures.atCommit("unit", new SQLException("refused", state));

        assertThat(failure).isNotInstanceOf(OutcomeUnknownException.class);
        assertThat(failure.repeat()).isNotEqualTo(Repeat.UNKNOWN);
    }

    /** The driver says it in the words of a server that is out of memory and has done nothing. */
    @Test
    void whatTheAnswerOfDidNotFitIntoTheMemoryHereIsInDoubt() {
        SQLException said = new PSQLException("Ran out of memory", PSQLState.OUT_OF_MEMORY, new OutOfMemoryError());

        StoreException failure = SqlFailures.whileCommitting("claim jobs", new PersistenceException(said));

        assertThat(failure).isExactlyInstanceOf(OutcomeUnknownException.class).hasMessageContaining("memory of this");
    }

    @Test
    void aStatementOfItsOwnWhoseAnswerCannotBeReadIsInDoubt() {
        PersistenceException unreadable = new PersistenceException("no such column");

        assertThat(SqlFailures.whileCommitting("claim jobs", unreadable))
                .isExactlyInstanceOf(OutcomeUnknownException.class)
                .hasCause(unreadable);
        assertThat(SqlFailures.of("claim jobs", unreadable)).isExactlyInstanceOf(StoreOperationException.class);
    }

    @Test
    void aPoolThatIsUsedUpIsToldFromADatabaseThatIsAway() {
        SQLException full = new SQLTransientConnectionException("not available, request timed out after 250ms");
        SQLException away = new SQLTransientConnectionException(
                "not available, request timed out after 250ms", "08001", new SQLException("refused", "08001"));

        assertThat(SqlFailures.whileConnecting("x", full)).isInstanceOf(StorePoolExhaustedException.class);
        assertThat(SqlFailures.whileConnecting("x", away))
                .isInstanceOf(StoreConnectionException.class)
                .hasCause(away);
    }

    @Test
    void aStatementPreparedBeforeAMigrationMayBeRepeated() {
        SQLException stale = new SQLException("ERROR: cached plan must not change result type", "0A000");

        assertThat(SqlFailures.inTransaction("x", stale).repeat()).isEqualTo(Repeat.SAFE);
    }

    @Test
    void whatIsNoSqlExceptionBecomesAStoreExceptionToo() {
        assertThat(SqlFailures.of("x", new IllegalStateException("broken")))
                .isInstanceOf(StoreOperationException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void onlyTheFirstLineOfTheServersWordsIsRepeated() {
        SQLException said = new SQLException("ERROR: value too long\n  Detail: Failing row contains (s3cret)", "22001");

        assertThat(SqlFailures.inTransaction("x", said).getMessage()).doesNotContain("s3cret");
    }
}
