package com.example.reels;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.reelstore.application.Reelstore;

final class EncoderModule extends AbstractModule {

    @Provides
    @Singleton
    Encoder encoder(Reelstore reelstore) {
        return new Encoder(reelstore);
    }
}
