package dev.reelstore.bootstrap.facade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reelstore.testkit.Contracts;
import dev.reelstore.testkit.Fixture;
import org.junit.jupiter.api.Test;

class InMemoryFacadeTest extends FacadeContract {

    @Override
    Fixture openFacade() {
        return new FacadeFixture(new InMemoryFixture());
    }

    @Test
    void everyPartOfTheContractIsRun() {
        assertThat(Contracts.untestedIn(FacadeContract.class)).isEmpty();
    }
}
