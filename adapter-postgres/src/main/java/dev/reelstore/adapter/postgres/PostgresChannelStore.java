package dev.reelstore.adapter.postgres;

import dev.reelstore.domain.channel.Channel;
import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.channel.ChannelRegistration;
import dev.reelstore.domain.channel.ChannelStore;
import dev.reelstore.domain.channel.NewChannel;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.value.Check;
import java.util.Optional;

/** Channels in PostgreSQL; safe from any thread where its scope is. */
final class PostgresChannelStore implements ChannelStore {

    private final Scope scope;

    PostgresChannelStore(Scope scope) {
        this.scope = scope;
    }

    /** Looks, creates, and looks again where another was quicker: its commit was waited for. */
    @Override
    public ChannelRegistration register(NewChannel channel) {
        return scope.<ChannelRegistration>write("register channel", session -> {
            ChannelMapper channels = session.channels();
            String externalId = Check.present("channel", channel).externalId();
            Channel there = channels.findByExternalId(externalId);
            if (there != null) {
                return new ChannelRegistration(there, false);
            }
            Channel created = channels.insert(channel);
            if (created != null) {
                return new ChannelRegistration(created, true);
            }
            Channel quicker = channels.findByExternalId(externalId);
            if (quicker != null) {
                return new ChannelRegistration(quicker, false);
            }
            throw taken(channels, channel);
        });
    }

    @Override
    public Optional<Channel> find(ChannelId id) {
        return scope.<Optional<Channel>>read(
                "find channel",
                session -> Optional.ofNullable(session.channels().find(Check.present("channel id", id))));
    }

    @Override
    public Channel get(ChannelId id) {
        return scope.<Channel>read("get channel", session -> {
            Channel channel = session.channels().find(Check.present("channel id", id));
            if (channel == null) {
                throw new RecordNotFoundException("there is no channel " + id, null);
            }
            return channel;
        });
    }

    @Override
    public Optional<Channel> findByExternalId(String externalId) {
        return scope.<Optional<Channel>>read(
                "find channel",
                session -> Optional.ofNullable(
                        session.channels().findByExternalId(NewChannel.checkExternalId(externalId))));
    }

    @Override
    public boolean rename(ChannelId id, String name) {
        return scope.<Boolean>write(
                "rename channel",
                session -> session.channels().rename(Check.present("channel id", id), NewChannel.checkName(name)) > 0);
    }

    @Override
    public boolean delete(ChannelId id) {
        return scope.<Boolean>write("delete channel", session -> {
            if (session.channels().lock(Check.present("channel id", id)) == null) {
                return false;
            }
            session.channels().lockVideos(id);
            return session.channels().delete(id) > 0;
        });
    }

    private static StoreConflictException taken(ChannelMapper channels, NewChannel channel) {
        return channels.find(channel.id()) == null
                ? new StoreConflictException(
                        "another channel with a key of " + channel.id() + " came and went meanwhile", Repeat.SAFE, null)
                : new StoreConflictException(
                        "channel id " + channel.id() + " belongs to another channel", Repeat.USELESS, null);
    }
}
