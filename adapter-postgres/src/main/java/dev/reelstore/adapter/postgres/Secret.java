package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.value.Check;

/** A password that does not show itself: {@link #toString()} is masked. */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Wraps a password.
     *
     * @param value the password; may be empty where the server asks for none
     * @throws dev.reelstore.domain.failure.InvalidDataException when it is missing
     */
    public static Secret of(String value) {
        return new Secret(Check.present("password", value));
    }

    String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && value.equals(secret.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
