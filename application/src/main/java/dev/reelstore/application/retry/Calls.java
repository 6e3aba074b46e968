package dev.reelstore.application.retry;

import dev.reelstore.domain.unit.UnitOfWork;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How the calls of a store are made: at once where they are part of a unit, else repeated as units of their own. */
interface Calls {

    /** Part of a unit, which is repeated as a whole or not at all. */
    Calls DIRECT = new Calls() {
        @Override
        public <T extends @Nullable Object> T call(String name, Supplier<T> call) {
            return call.get();
        }
    };

    /** Makes the call under this name. */
    <T extends @Nullable Object> T call(String name, Supplier<T> call);

    /** The same for a call that is harmless twice, so that it may be repeated though its outcome is not known. */
    default <T extends @Nullable Object> T callHarmlessTwice(String name, Supplier<T> call) {
        return this.<T>callHarmlessTwice(name, call, answer -> answer);
    }

    /** @param afterDoubt mends the answer where an earlier attempt may have been committed */
    default <T extends @Nullable Object> T callHarmlessTwice(
            String name, Supplier<T> call, UnaryOperator<T> afterDoubt) {
        return this.<T>call(name, call);
    }

    /** Calls that join the unit which is open on their thread, and else are units of their own. */
    static Calls repeated(UnitOfWork units, Retrier retrier) {
        return new Calls() {
            @Override
            public <T extends @Nullable Object> T call(String name, Supplier<T> call) {
                return units.active() ? call.get() : retrier.<T, RuntimeException>call(name, timeLeft -> call.get());
            }

            @Override
            public <T extends @Nullable Object> T callHarmlessTwice(
                    String name, Supplier<T> call, UnaryOperator<T> afterDoubt) {
                return units.active() ? call.get() : retrier.<T>callHarmlessTwice(name, call, afterDoubt);
            }
        };
    }
}
