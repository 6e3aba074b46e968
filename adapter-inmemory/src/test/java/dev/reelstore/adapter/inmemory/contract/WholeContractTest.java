package dev.reelstore.adapter.inmemory.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.testkit.Contracts;
import org.junit.jupiter.api.Test;

final class WholeContractTest {

    @Test
    void everyPartOfTheContractIsRun() {
        assertThat(Contracts.untestedIn(WholeContractTest.class)).isEmpty();
    }
}
