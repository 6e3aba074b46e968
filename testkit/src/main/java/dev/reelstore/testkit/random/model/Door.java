package dev.reelstore.testkit.random.model;

import java.util.function.Function;

/** The way of a port to the state: each call is atomic, in the unit that is open or in one of its own. */
interface Door {

    /** Runs a call that changes nothing. */
    <T> T read(Function<State, T> call);

    /** Runs a call that may change the state; when it throws, it changed nothing. */
    <T> T write(Function<State, T> call);
}
