package com.example.reels;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.reelstore.application.Reelstore;
import dev.reelstore.bootstrap.InMemoryModule;
import org.junit.jupiter.api.Test;

final class EncoderTest {

    @Test
    void aVideoIsEncodedOnce() {
        Injector injector = Guice.createInjector(new InMemoryModule(), new EncoderModule());
        try (Reelstore reelstore = injector.getInstance(Reelstore.class)) {
            Encoder encoder = injector.getInstance(Encoder.class);
            assertThat(encoder.submit("video123")).isTrue();
            assertThat(encoder.submit("video123")).isFalse();
            encoder.drain();
            assertThat(encoder.encoded("video123")).isTrue();
        }
    }
}
