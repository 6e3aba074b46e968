package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.failure.InvalidDataException;
import org.jspecify.annotations.Nullable;

/**
 * A pooler between the store and its server that lends a session for one transaction at a time, such as PgBouncer with
 * {@code pool_mode = transaction}. What would be said once to a session is said in each transaction then: a call is three
 * or four round trips in the place of one, statements are planned each time, and limits do not hold for the few questions
 * that are asked outside of transactions. The user's own {@code SET}, temporary tables and session locks do not outlive
 * a transaction.
 *
 * @param directUrl how the server is reached past the pooler, for what needs a session: migrations, and one connection on
 *     which a process listens; null where it is not. Then the schema is not migrated but only checked, and nobody is woken
 *     by signals: workers learn of jobs at their next poll
 */
public record TransactionPooler(@Nullable String directUrl) {

    /** @throws InvalidDataException when the URL breaks a rule of {@link PostgresSettings#url()} */
    public TransactionPooler {
        directUrl = directUrl == null ? null : PostgresUrl.parse(directUrl).text();
    }

    /** One with no way past it. */
    public static TransactionPooler alone() {
        return new TransactionPooler(null);
    }

    /** One with this way past it. */
    public static TransactionPooler withDirectUrl(String url) {
        return new TransactionPooler(url);
    }

    @Override
    public String toString() {
        return "TransactionPooler[directUrl=" + (directUrl == null ? null : PostgresUrl.parse(directUrl)) + "]";
    }
}
