package planted.caffeine_stays_in_the_cache.application;

import com.github.benmanes.caffeine.cache.Caffeine;

final class Bad {

    Object cache = Caffeine.newBuilder().build();
}
