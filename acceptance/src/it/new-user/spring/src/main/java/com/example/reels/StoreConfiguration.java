package com.example.reels;

import dev.reelstore.adapter.postgres.PostgresPersistence;
import dev.reelstore.application.Reelstore;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class StoreConfiguration {

    @Bean
    Reelstore reelstore(DataSource dataSource) {
        return Reelstore.on(PostgresPersistence.on(dataSource));
    }

    @Bean
    Encoder encoder(Reelstore reelstore) {
        return new Encoder(reelstore);
    }
}
