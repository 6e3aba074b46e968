package dev.reelstore.adapter.postgres;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.reflection.ReflectionException;
import org.apache.ibatis.reflection.factory.DefaultObjectFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows by constructors that it has looked up and opened once. MyBatis does both for each row, and runs into an
 * exception each time where the class is not public. Safe from any thread.
 */
final class RowFactory extends DefaultObjectFactory {

    private static final long serialVersionUID = 1L;

    private record Shape(Class<?> type, List<Class<?>> arguments) {}

    private final transient Map<Shape, Constructor<?>> constructors = new ConcurrentHashMap<>();

    @Override
    @SuppressWarnings("unchecked")
    public <T> T create(
            Class<T> type, @Nullable List<Class<?>> argumentTypes, @Nullable List<@Nullable Object> arguments) {
        if (argumentTypes == null || arguments == null) {
            return super.create(type, argumentTypes, arguments);
        }
        Constructor<?> constructor =
                constructors.computeIfAbsent(new Shape(type, argumentTypes), RowFactory::accessible);
        try {
            return (T) constructor.newInstance(arguments.toArray());
        } catch (ReflectiveOperationException failed) {
            throw new ReflectionException("cannot make a " + type.getSimpleName() + ": " + failed.getCause(), failed);
        }
    }

    private static Constructor<?> accessible(Shape shape) {
        try {
            Constructor<?> constructor =
                    shape.type().getDeclaredConstructor(shape.arguments().toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException missing) {
            throw new ReflectionException(shape.type().getSimpleName() + " has no such constructor", missing);
        }
    }
}
