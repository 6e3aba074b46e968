package dev.reelstore.application.retry;

import java.lang.reflect.Proxy;

/** Ports that a test does not use, and that fail it when it does. */
final class Unused {

    private Unused() {}

    static <T> T port(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    throw new AssertionError(method + " is not expected to be called");
                }));
    }
}
