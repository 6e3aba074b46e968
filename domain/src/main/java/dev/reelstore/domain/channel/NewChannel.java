package dev.reelstore.domain.channel;

import dev.reelstore.domain.value.Check;

/**
 * A channel to be registered.
 *
 * @param id its identity if it is new; one that is there keeps its own
 * @param externalId its name in another system, such as {@code CH123}, unique in the store, 1 to 200 characters
 * @param name what people call it, 1 to 1,000 characters
 */
public record NewChannel(ChannelId id, String externalId, String name) {

    /** @throws dev.reelstore.domain.failure.InvalidDataException when a value breaks its rule */
    public NewChannel {
        Check.present("channel id", id);
        externalId = checkExternalId(externalId);
        name = checkName(name);
    }

    /** A channel that another system calls so. */
    public static NewChannel of(String externalId, String name) {
        return new NewChannel(ChannelId.next(), externalId, name);
    }

    /** The same with this identity, if it is new. */
    public NewChannel id(ChannelId value) {
        return new NewChannel(value, externalId, name);
    }

    /** The rule of external ids, for look-ups too. */
    public static String checkExternalId(String externalId) {
        return Check.text("channel external id", externalId, 200);
    }

    /** The rule of names, for renaming too. */
    public static String checkName(String name) {
        return Check.text("channel name", name, 1_000);
    }
}
