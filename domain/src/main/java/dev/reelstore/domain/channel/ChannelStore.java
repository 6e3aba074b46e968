package dev.reelstore.domain.channel;

import java.util.Optional;

/**
 * The channels to which videos belong.
 *
 * <p>Each call is atomic: its own unit of work when called outside one, part of the unit when called on its stores.
 * Safe from any thread outside units. Every method may throw a {@link dev.reelstore.domain.failure.StoreException}; only
 * those that are particular to it are named.
 */
public interface ChannelStore {

    /**
     * The channel with this external id, created if there is none. Of any number of racing callers exactly one creates,
     * and all get the same channel. One that is there keeps its name.
     *
     * @throws dev.reelstore.domain.failure.StoreConflictException when it is new and its id belongs to another channel
     */
    ChannelRegistration register(NewChannel channel);

    /** The channel, or empty where there is none. */
    Optional<Channel> find(ChannelId id);

    /**
     * The channel.
     *
     * @throws dev.reelstore.domain.failure.RecordNotFoundException when there is none
     */
    Channel get(ChannelId id);

    /** The channel that another system calls so, or empty. */
    Optional<Channel> findByExternalId(String externalId);

    /**
     * Gives it another name.
     *
     * @return whether there is such a channel
     */
    boolean rename(ChannelId id, String name);

    /**
     * Deletes it. Its videos stay, without a channel; that does not count as a change of theirs.
     *
     * @return whether there was such a channel
     */
    boolean delete(ChannelId id);
}
