package dev.reelstore.adapter.inmemory;

import dev.reelstore.domain.channel.Channel;
import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.channel.ChannelRegistration;
import dev.reelstore.domain.channel.ChannelStore;
import dev.reelstore.domain.channel.NewChannel;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.value.Check;
import java.util.Optional;

/** The channels of one store or unit. As safe as the calls that it is given. */
final class InMemoryChannelStore implements ChannelStore {

    private final Calls calls;

    InMemoryChannelStore(Calls calls) {
        this.calls = calls;
    }

    @Override
    public ChannelRegistration register(NewChannel channel) {
        return calls.write(overlay -> ChannelChanges.register(overlay, Check.present("channel", channel)));
    }

    @Override
    public Optional<Channel> find(ChannelId id) {
        return calls.read(overlay -> Optional.ofNullable(overlay.channel(Check.present("channel id", id))));
    }

    @Override
    public Channel get(ChannelId id) {
        return calls.read(overlay -> {
            Channel channel = overlay.channel(Check.present("channel id", id));
            if (channel == null) {
                throw new RecordNotFoundException("there is no channel " + id + ": register it first", null);
            }
            return channel;
        });
    }

    @Override
    public Optional<Channel> findByExternalId(String externalId) {
        return calls.read(overlay -> {
            String name = NewChannel.checkExternalId(externalId);
            return Optional.ofNullable(overlay.view().channels().findByExternalId(name));
        });
    }

    @Override
    public boolean rename(ChannelId id, String name) {
        return calls.write(
                overlay -> ChannelChanges.rename(overlay, Check.present("channel id", id), NewChannel.checkName(name)));
    }

    @Override
    public boolean delete(ChannelId id) {
        return calls.write(overlay -> ChannelChanges.delete(overlay, Check.present("channel id", id)));
    }
}
