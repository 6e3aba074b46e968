package dev.reelstore.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The layers and the house's rules, for any root package, so that each can be tried on a planted violation as well as on
 * the real classes.
 */
final class ArchitectureRules {

    private final String root;

    ArchitectureRules(String root) {
        this.root = root;
    }

    /** Every rule by its name, which is also the package of its planted violation. */
    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("domain_knows_nothing_but_the_jdk", domainKnowsNothingButTheJdk());
        rules.put("application_knows_the_domain_only", applicationKnowsTheDomainOnly());
        rules.put("adapters_know_the_domain_only", adaptersKnowTheDomainOnly());
        rules.put("adapters_do_not_know_each_other", adaptersDoNotKnowEachOther());
        rules.put("sql_stays_in_its_adapter", sqlStaysInItsAdapter());
        rules.put("guice_stays_in_bootstrap", guiceStaysInBootstrap());
        rules.put("caffeine_stays_in_the_cache", caffeineStaysInTheCache());
        rules.put("no_clock_of_the_machine_decides", noClockOfTheMachineDecides());
        rules.put("no_static_state", noStaticState());
        rules.put("nobody_prints", nobodyPrints());
        rules.put("packages_have_no_cycles", packagesHaveNoCycles());
        rules.put("ports_are_interfaces_of_the_domain", portsAreInterfacesOfTheDomain());
        rules.put("the_api_shows_nothing_internal", theApiShowsNothingInternal());
        return rules;
    }

    private ArchRule domainKnowsNothingButTheJdk() {
        return classes()
                .that()
                .resideInAPackage(in("domain"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        in("domain"), "java.lang..", "java.util..", "java.time..", "java.security..", "org.jspecify..");
    }

    private ArchRule applicationKnowsTheDomainOnly() {
        return classes()
                .that()
                .resideInAPackage(in("application"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        in("application"),
                        in("domain"),
                        "java..",
                        "org.jspecify..",
                        "org.slf4j..",
                        "com.github.benmanes.caffeine..");
    }

    private ArchRule adaptersKnowTheDomainOnly() {
        return noClasses()
                .that()
                .resideInAPackage(in("adapter"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(in("application"), in("bootstrap"), in("testkit"), in("cli"));
    }

    private ArchRule adaptersDoNotKnowEachOther() {
        return slices().matching(root + ".adapter.(*)..").should().notDependOnEachOther();
    }

    private ArchRule sqlStaysInItsAdapter() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(in("adapter.postgres"), in("bootstrap"), in("testkit.database"), in("cli"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "org.apache.ibatis..",
                        "com.zaxxer.hikari..",
                        "org.postgresql..",
                        "org.flywaydb..");
    }

    private ArchRule guiceStaysInBootstrap() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(in("bootstrap"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google.inject..", "jakarta.inject..", "javax.inject..");
    }

    /** Whoever has no cache needs no library for it. */
    private ArchRule caffeineStaysInTheCache() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(in("application.cache"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.github.benmanes.caffeine..", in("application.cache"));
    }

    /** Leases and due times are held against the store's time; a worker measures only what elapsed. */
    private ArchRule noClockOfTheMachineDecides() {
        return noClasses()
                .that()
                .resideInAnyPackage(in("domain.job"), in("application"), in("adapter.postgres"))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class);
    }

    private ArchRule noStaticState() {
        return fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage(in("testkit.database"))
                .should()
                .beFinal();
    }

    private ArchRule nobodyPrints() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(in("testkit"), in("cli"))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace");
    }

    private ArchRule packagesHaveNoCycles() {
        return slices().matching(root + ".(domain|application|adapter|bootstrap|testkit|cli).(**)")
                .should()
                .beFreeOfCycles();
    }

    private ArchRule portsAreInterfacesOfTheDomain() {
        return classes()
                .that()
                .resideInAPackage(in("domain"))
                .and()
                .haveSimpleNameEndingWith("Store")
                .should()
                .beInterfaces()
                .andShould()
                .bePublic();
    }

    /** Records of the API hold plain values, and none by which somebody could act in a worker's name. */
    private ArchRule theApiShowsNothingInternal() {
        return fields().that()
                .areNotStatic()
                .and()
                .areDeclaredInClassesThat()
                .areAssignableTo(Record.class)
                .and()
                .areDeclaredInClassesThat()
                .resideInAPackage(in("application.api"))
                .should()
                .notHaveRawType(resideInAPackage(in("domain")))
                .andShould()
                .haveNameNotMatching("(?i).*(token|fence|lease|worker|queue).*");
    }

    private String in(String module) {
        return root + "." + module + "..";
    }
}
