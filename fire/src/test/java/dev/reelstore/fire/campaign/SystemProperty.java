package dev.reelstore.fire.campaign;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A system property that has a value of its own while the tests of a class run, and then the one from before again. */
public final class SystemProperty implements BeforeAllCallback, AfterAllCallback {

    private final String name;
    private final String value;
    private @Nullable String before;

    public SystemProperty(String name, String value) {
        this.name = name;
        this.value = value;
    }

    /** How long campaigns are. */
    public static SystemProperty scale(double scale) {
        return new SystemProperty("reelstore.fire.scale", Double.toString(scale));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        before = System.setProperty(name, value);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (before == null) {
            System.clearProperty(name);
        } else {
            System.setProperty(name, before);
        }
    }
}
