package dev.reelstore.benchmarks;

/** The parameters of every job: a JSON object of 200 bytes. */
public final class Payload {

    /** Its text. */
    public static final String JSON = "{\"preset\": \"fast\", \"note\": \"" + "x".repeat(170) + "\"}";

    static {
        if (JSON.length() != 200) {
            throw new IllegalStateException("the payload has " + JSON.length() + " characters");
        }
    }

    private Payload() {}
}
