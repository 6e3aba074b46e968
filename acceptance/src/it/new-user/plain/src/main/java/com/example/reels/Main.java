package com.example.reels;

import dev.reelstore.adapter.postgres.PostgresPersistence;
import dev.reelstore.adapter.postgres.PostgresSettings;
import dev.reelstore.adapter.postgres.Secret;
import dev.reelstore.application.Reelstore;

public final class Main {

    private Main() {}

    /** Arguments: JDBC URL, user, password. */
    public static void main(String[] args) {
        PostgresSettings settings = PostgresSettings.of(args[0], args[1], Secret.of(args[2]));
        try (Reelstore reelstore = Reelstore.on(PostgresPersistence.open(settings))) {
            Encoder encoder = new Encoder(reelstore);
            encoder.submit("video123");
            encoder.drain();
            System.out.println("encoded: " + encoder.encoded("video123"));
        }
    }
}
