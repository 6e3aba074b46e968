package dev.reelstore.adapter.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reelstore.domain.Opening;
import dev.reelstore.domain.Persistence;
import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.failure.StoreOperationException;
import dev.reelstore.domain.job.JobFilter;
import dev.reelstore.domain.job.NewJob;
import dev.reelstore.domain.job.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OpeningTest {

    private final List<String> happened = new ArrayList<>();
    private final List<Persistence> opened = new ArrayList<>();
    private final Opening<InMemoryPersistence> opening = Opening.of(() -> {
        happened.add("opened");
        return InMemoryPersistence.create();
    });
    private final Opening.Callback<Persistence> noting = opened::add;

    @Test
    void nothingHappensBeforeItIsOpened() {
        opening.afterOpen(store -> happened.add("called"));
        assertThat(happened).isEmpty();
    }

    @Test
    void callbacksHaveTheWholeStoreAndComeInTheirOrder() {
        Opening<InMemoryPersistence> prepared = opening.afterOpen(store -> happened.add("first"))
                .afterOpen(noting)
                .afterOpen(store -> store.unitOfWork()
                        .run(stores -> stores.jobs().create(NewJob.of("warm-up", new Target("film", "one")))))
                .afterOpen(store -> happened.add("last"));

        try (InMemoryPersistence store = prepared.open()) {
            assertThat(happened).containsExactly("opened", "first", "last");
            assertThat(opened).containsExactly(store);
            assertThat(store.jobs().count(JobFilter.all())).isEqualTo(1);
        }
    }

    @Test
    void eachAdditionLeavesTheOpeningAsItWasAndEachOpenOpensAnother() {
        Opening<InMemoryPersistence> more = opening.afterOpen(store -> happened.add("more"));
        try (InMemoryPersistence one = opening.open();
                InMemoryPersistence two = more.open()) {
            assertThat(one).isNotSameAs(two);
            assertThat(happened).containsExactly("opened", "opened", "more");
        }
    }

    @Test
    void aCallbackThatFailsClosesTheStoreAndEndsTheOpening() {
        IllegalStateException failure = new IllegalStateException("not today");

        assertThatThrownBy(() -> opening.afterOpen(noting)
                        .afterOpen(store -> {
                            throw failure;
                        })
                        .afterOpen(store -> happened.add("later"))
                        .open())
                .isSameAs(failure);
        assertThat(happened).containsExactly("opened");
        assertThat(opened).singleElement().matches(store -> !store.health().open());
    }

    @Test
    void aCheckedExceptionIsTheCauseOfWhatComesOut() {
        IOException failure = new IOException("no such file");

        assertThatThrownBy(() -> opening.afterOpen(noting)
                        .afterOpen(store -> {
                            throw failure;
                        })
                        .open())
                .isInstanceOf(StoreOperationException.class)
                .hasMessageContainingAll("callback 2", "no such file")
                .hasCause(failure);
        assertThat(opened).singleElement().matches(store -> !store.health().open());
    }

    @Test
    void whatIsMissingIsRefusedAtOnce() {
        assertThatThrownBy(() -> Opening.of(null)).isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> opening.afterOpen(null)).isInstanceOf(InvalidDataException.class);
    }
}
