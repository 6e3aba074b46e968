package dev.reelstore.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.testkit.Contracts;
import org.junit.jupiter.api.Test;

final class WholeContractTest {

    @Test
    void everyPartOfTheContractRunsOnAnOwnPoolAndOnABorrowedOne() {
        assertThat(Contracts.all())
                .allSatisfy(part -> assertThat(Contracts.testsOf(part, WholeContractTest.class))
                        .extracting(Class::getEnclosingClass)
                        .contains(OpenContractTest.class, BorrowingContractTest.class));
    }
}
