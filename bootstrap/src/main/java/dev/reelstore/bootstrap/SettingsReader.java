package dev.reelstore.bootstrap;

import dev.reelstore.adapter.postgres.PostgresSettings;
import dev.reelstore.domain.failure.InvalidDataException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settings of a PostgreSQL store from outside: a map, a file or the environment. Keys that are not given keep their
 * defaults; {@code url}, {@code user} and {@code password} must be given. Messages name the key, and never show a
 * password.
 */
public final class SettingsReader {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsReader.class);

    private SettingsReader() {}

    /**
     * Settings from a map. Keys that do not begin with {@code reelstore.} are other people's.
     *
     * @throws InvalidDataException when a key that begins so is unknown, one is missing, or a value breaks its rule
     */
    public static PostgresSettings fromMap(Map<String, String> map) {
        Map<SettingKey, String> values = new EnumMap<>(SettingKey.class);
        new TreeMap<>(map).forEach((key, value) -> {
            if (key.startsWith(SettingKey.PREFIX)) {
                values.put(known(key), value);
            }
        });
        return new PostgresSettingsBuilder(values, SettingKey::inFile).build();
    }

    /**
     * Settings from a properties file in UTF-8, as {@link #fromMap}.
     *
     * @throws InvalidDataException also when the file cannot be read
     */
    public static PostgresSettings fromFile(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new InvalidDataException("settings file " + file + " cannot be read: " + unreadable, unreadable);
        }
        Map<String, String> map = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> map.put(key, properties.getProperty(key)));
        return fromMap(map);
    }

    /**
     * Settings from environment variables such as {@code REELSTORE_URL}. Unknown ones are warned of, not refused: a
     * Kubernetes service named "reelstore" puts {@code REELSTORE_PORT} and others into every container beside it.
     *
     * @param environment such as {@link System#getenv()}
     * @throws InvalidDataException when a key is missing or a value breaks its rule
     */
    public static PostgresSettings fromEnvironment(Map<String, String> environment) {
        Map<SettingKey, String> values = new EnumMap<>(SettingKey.class);
        new TreeMap<>(environment).forEach((name, value) -> {
            if (!name.startsWith(SettingKey.ENVIRONMENT_PREFIX)) {
                return;
            }
            Arrays.stream(SettingKey.values())
                    .filter(key -> key.inEnvironment().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            key -> values.put(key, value),
                            () -> LOG.warn(
                                    "Environment variable {} is not a setting and has no effect{}",
                                    name,
                                    meant(name, SettingKey::inEnvironment)));
        });
        return new PostgresSettingsBuilder(values, SettingKey::inEnvironment).build();
    }

    private static SettingKey known(String name) {
        return Arrays.stream(SettingKey.values())
                .filter(key -> key.inFile().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidDataException(
                        "setting " + name + " is unknown" + meant(name, SettingKey::inFile), null));
    }

    private static String meant(String name, Function<SettingKey, String> spelling) {
        List<String> names = Arrays.stream(SettingKey.values()).map(spelling).toList();
        return DidYouMean.closest(name, names)
                .map(close -> ": did you mean " + close + "?")
                .orElse("");
    }
}
