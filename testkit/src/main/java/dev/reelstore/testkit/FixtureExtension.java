package dev.reelstore.testkit;

import dev.reelstore.domain.Persistence;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands each test of a contract its own fixture, or the store in it, and closes it when the test has ended. */
final class FixtureExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(FixtureExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Fixture.class || type == Persistence.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Contract contract = (Contract) context.getRequiredTestInstance();
        // JUnit closes what is AutoCloseable in a store when the test's context ends
        Fixture fixture =
                context.getStore(NAMESPACE).computeIfAbsent(Fixture.class, opened -> contract.open(), Fixture.class);
        return parameter.getParameter().getType() == Fixture.class ? fixture : fixture.persistence();
    }
}
