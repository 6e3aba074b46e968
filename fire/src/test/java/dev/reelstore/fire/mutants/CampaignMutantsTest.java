package dev.reelstore.fire.mutants;

import dev.reelstore.fire.campaign.SystemProperty;
import dev.reelstore.testkit.mutation.BugHunt;
import dev.reelstore.testkit.mutation.ChangedClasses;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each campaign, at a small scale, catches the mistakes that it is there for:
 * {@code ./mvnw verify -Pfire -Dgroups=mutants -pl fire -am}.
 */
final class CampaignMutantsTest {

    private static final Path MODULES = Path.of("").toAbsolutePath().resolve("..");
    private static final AtomicInteger CAUGHT = new AtomicInteger();

    @RegisterExtension
    static final SystemProperty SMALL = SystemProperty.scale(0.2);

    /** {@code reelstore.fire.mutant} runs those alone that have it in their names. */
    static Stream<Mutant> mutants() {
        String named = System.getProperty("reelstore.fire.mutant", "");
        return Stream.of(ServerAndNetworkMutants.ALL)
                .flatMap(List::stream)
                .filter(mutant -> mutant.bug().name().contains(named));
    }

    static Stream<Class<?>> campaigns() {
        return mutants().<Class<?>>map(Mutant::campaign).distinct();
    }

    @AfterAll
    static void tell() {
        if (CAUGHT.get() > 0) {
            System.out.println(
                    "campaign mutants caught: " + CAUGHT + " of " + mutants().count());
        }
    }

    @Tag("fire")
    @ParameterizedTest
    @MethodSource("mutants")
    void canBePlanted(Mutant mutant) {
        ChangedClasses.of(MODULES.resolve(mutant.module()), mutant.bug()).close();
    }

    @Tag("mutants")
    @ParameterizedTest
    @MethodSource("campaigns")
    void holdsWithoutOne(Class<?> campaign) {
        BugHunt.in(CampaignMutantsTest.class, MODULES.resolve("adapter-postgres"))
                .mustPass(List.of(campaign), Duration.ofMinutes(4));
    }

    @Tag("mutants")
    @ParameterizedTest
    @MethodSource("mutants")
    void catches(Mutant mutant) {
        List<String> failed = BugHunt.in(CampaignMutantsTest.class, MODULES.resolve(mutant.module()))
                .mustCatch(mutant.bug(), List.of(mutant.campaign()));
        System.out.println("campaign mutant caught: " + mutant + ", by " + failed);
        CAUGHT.incrementAndGet();
    }
}
