package com.example.reels;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.reelstore.adapter.postgres.PostgresSettings;
import dev.reelstore.adapter.postgres.Secret;
import dev.reelstore.application.Reelstore;
import dev.reelstore.bootstrap.PostgresModule;

public final class Main {

    private Main() {}

    /** Arguments: JDBC URL, user, password. */
    public static void main(String[] args) {
        PostgresSettings settings = PostgresSettings.of(args[0], args[1], Secret.of(args[2]));
        Injector injector = Guice.createInjector(new PostgresModule(settings), new EncoderModule());
        try (Reelstore reelstore = injector.getInstance(Reelstore.class)) {
            Encoder encoder = injector.getInstance(Encoder.class);
            encoder.submit("video123");
            encoder.drain();
            System.out.println("encoded: " + encoder.encoded("video123"));
        }
    }
}
