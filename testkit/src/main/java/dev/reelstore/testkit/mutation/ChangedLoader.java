package dev.reelstore.testkit.mutation;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads an adapter's main and test classes anew, with the change in them; all else is its parent's. What the parent has of
 * the unchanged module is out of sight.
 */
final class ChangedLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final AdapterModule module;

    ChangedLoader(AdapterModule module, ChangedModule changed, ClassLoader parent) {
        super(
                "planted-bug",
                new URL[] {AdapterModule.url(changed.classes()), AdapterModule.url(module.testClasses())},
                parent);
        this.module = module;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                boolean own = findResource(name.replace('.', '/') + ".class") != null;
                loaded = own ? findClass(name) : super.loadClass(name, false);
            }
            if (resolve) {
                resolveClass(loaded);
            }
            return loaded;
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        if (own != null) {
            return own;
        }
        URL inherited = getParent().getResource(name);
        return inherited != null && module.holds(inherited) ? null : inherited;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> all = new ArrayList<>(Collections.list(findResources(name)));
        for (URL inherited : Collections.list(getParent().getResources(name))) {
            if (!module.holds(inherited)) {
                all.add(inherited);
            }
        }
        return Collections.enumeration(all);
    }
}
