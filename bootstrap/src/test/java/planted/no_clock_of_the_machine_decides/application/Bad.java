package planted.no_clock_of_the_machine_decides.application;

import java.time.Instant;

final class Bad {
    boolean expired(Instant until) {
        return Instant.now().isAfter(until);
    }
}
