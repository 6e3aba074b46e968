package dev.reelstore.adapter.postgres;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Loads the adapter and its tests once more, with one statement changed. */
final class PlantedSql extends ClassLoader {

    private static final String PACKAGE = PlantedSql.class.getPackageName();

    private final String mapper;
    private final String right;
    private final String wrong;

    /**
     * @param mapper which mapper file
     * @param right what stands there, everywhere in it
     * @param wrong what is to stand there instead
     */
    PlantedSql(Class<?> mapper, String right, String wrong) {
        super(PlantedSql.class.getClassLoader());
        this.mapper = mapper.getName().replace('.', '/') + ".xml";
        this.right = right;
        this.wrong = wrong;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(PACKAGE)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] code = file.readAllBytes();
            return defineClass(name, code, 0, code.length);
        } catch (IOException failed) {
            throw new ClassNotFoundException(name, failed);
        }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        InputStream file = super.getResourceAsStream(name);
        if (!name.equals(mapper)) {
            return file;
        }
        try (file) {
            String source = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            if (!source.contains(right)) {
                throw new AssertionError(mapper + " does not hold what is to be changed: " + right);
            }
            return new ByteArrayInputStream(source.replace(right, wrong).getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
