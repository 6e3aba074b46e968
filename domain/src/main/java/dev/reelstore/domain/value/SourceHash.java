package dev.reelstore.domain.value;

import dev.reelstore.domain.failure.InvalidDataException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a source file's bytes.
 *
 * @param hex 64 hexadecimal digits, kept in lower case
 */
public record SourceHash(String hex) {

    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

    /** @throws InvalidDataException when it is not 64 hexadecimal digits */
    public SourceHash {
        hex = Check.text("source hash", hex, 200).toLowerCase(Locale.ROOT);
        if (!DIGITS.matcher(hex).matches()) {
            throw new InvalidDataException(
                    "source hash is '" + hex + "': it must be the 64 hexadecimal digits of a SHA-256", null);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
