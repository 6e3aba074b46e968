package dev.reelstore.testkit.random.operation;

import dev.reelstore.domain.failure.StoreException;
import dev.reelstore.domain.unit.Stores;
import dev.reelstore.domain.unit.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Where operations are carried out: a store, or one unit of work of it. Used by one thread.
 *
 * @param subject the store
 * @param claims the claims that it has handed out
 * @param stores the ports to be asked
 * @param unit the unit whose ports these are, or null outside units
 */
public record Ground(
        Subject subject,
        KnownClaims claims,
        Stores stores,
        @Nullable Unit unit) {

    /** The answer of what answers nothing. */
    public static final String DONE = "done";

    /** The ground outside units. */
    public static Ground of(Subject subject) {
        return new Ground(subject, new KnownClaims(), subject.stores(), null);
    }

    /** The answer to an operation, fit to be compared; a refusal is an answer, too. */
    public Object answer(Op op) {
        try {
            return Answers.comparable(op.on(this));
        } catch (StoreException refused) {
            return Refusal.of(refused);
        } catch (RuntimeException | LinkageError broken) {
            return new Broken(broken.toString());
        }
    }

    Ground in(Unit inner) {
        return new Ground(subject, claims, inner, inner);
    }

    /** The ports that are not bound to the unit, and join it. */
    Ground beside() {
        return new Ground(subject, claims, subject.stores(), unit);
    }

    /** What no port may throw. */
    private record Broken(String what) {}
}
