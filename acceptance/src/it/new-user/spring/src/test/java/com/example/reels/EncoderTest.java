package com.example.reels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.adapter.inmemory.InMemoryPersistence;
import dev.reelstore.application.Reelstore;
import org.junit.jupiter.api.Test;

final class EncoderTest {

    @Test
    void aVideoIsEncodedOnce() {
        try (Reelstore reelstore = Reelstore.on(InMemoryPersistence.create())) {
            Encoder encoder = new Encoder(reelstore);
            assertThat(encoder.submit("video123")).isTrue();
            assertThat(encoder.submit("video123")).isFalse();
            encoder.drain();
            assertThat(encoder.encoded("video123")).isTrue();
        }
    }
}
