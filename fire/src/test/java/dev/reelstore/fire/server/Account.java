package dev.reelstore.fire.server;

import dev.reelstore.adapter.postgres.PostgresSettings;
import dev.reelstore.adapter.postgres.Secret;

/** Whom the stores of a campaign connect as. The password is looked for in all that is written. */
public final class Account {

    public static final String USER = "pipeline";
    public static final String PASSWORD = "canary-3f9d1c";
    public static final String DATABASE = "campaign";

    private Account() {}

    /** At this port, whoever answers there. */
    public static PostgresSettings at(int port) {
        return PostgresSettings.of("127.0.0.1", port, DATABASE, USER, Secret.of(PASSWORD));
    }
}
