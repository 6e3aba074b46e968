package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.unit.ReadToken;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the history of a cluster, which its replicas pass later than its primary.
 *
 * @param system which cluster, as all its copies say
 * @param lsn the place in its write-ahead log, as the server writes it
 */
record WalPosition(long system, String lsn) {

    private static final Pattern TOKEN = Pattern.compile("pg:(-?\\d{1,18}|-?\\d{19}):([0-9A-F]{1,8}/[0-9A-F]{1,8})");

    /** @throws dev.reelstore.domain.failure.InvalidDataException when it is not a token that {@link #token()} could have made */
    static WalPosition of(ReadToken token) {
        Matcher parts = TOKEN.matcher(token.text());
        if (parts.matches()) {
            try {
                return new WalPosition(Long.parseLong(parts.group(1)), parts.group(2));
            } catch (NumberFormatException tooLarge) {
                throw token.foreign();
            }
        }
        throw token.foreign();
    }

    ReadToken token() {
        return new ReadToken("pg:" + system + ":" + lsn);
    }
}
