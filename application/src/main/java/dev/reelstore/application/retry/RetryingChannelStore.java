package dev.reelstore.application.retry;

import dev.reelstore.domain.channel.Channel;
import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.channel.ChannelRegistration;
import dev.reelstore.domain.channel.ChannelStore;
import dev.reelstore.domain.channel.NewChannel;
import java.util.Optional;

/** A channel store whose stand-alone calls are repeated. As safe from threads as what it decorates. */
final class RetryingChannelStore implements ChannelStore {

    private final ChannelStore channels;
    private final Calls calls;

    RetryingChannelStore(ChannelStore channels, Calls calls) {
        this.channels = channels;
        this.calls = calls;
    }

    @Override
    public ChannelRegistration register(NewChannel channel) {
        return calls.call("channels.register", () -> channels.register(channel));
    }

    @Override
    public Optional<Channel> find(ChannelId id) {
        return calls.call("channels.find", () -> channels.find(id));
    }

    @Override
    public Channel get(ChannelId id) {
        return calls.call("channels.get", () -> channels.get(id));
    }

    @Override
    public Optional<Channel> findByExternalId(String externalId) {
        return calls.call("channels.findByExternalId", () -> channels.findByExternalId(externalId));
    }

    @Override
    public boolean rename(ChannelId id, String name) {
        return calls.call("channels.rename", () -> channels.rename(id, name));
    }

    @Override
    public boolean delete(ChannelId id) {
        return calls.call("channels.delete", () -> channels.delete(id));
    }
}
