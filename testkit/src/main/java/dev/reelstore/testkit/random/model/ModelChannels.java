package dev.reelstore.testkit.random.model;

import dev.reelstore.domain.channel.Channel;
import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.channel.ChannelRegistration;
import dev.reelstore.domain.channel.ChannelStore;
import dev.reelstore.domain.channel.NewChannel;
import dev.reelstore.domain.failure.RecordNotFoundException;
import dev.reelstore.domain.failure.Repeat;
import dev.reelstore.domain.failure.StoreConflictException;
import dev.reelstore.domain.video.VideoField;
import dev.reelstore.domain.video.VideoPatch;
import java.util.Optional;

/** The channels of the model. */
final class ModelChannels implements ChannelStore {

    private final ModelStore store;
    private final Door door;

    ModelChannels(ModelStore store, Door door) {
        this.store = store;
        this.door = door;
    }

    @Override
    public ChannelRegistration register(NewChannel channel) {
        return door.write(state -> named(state, channel.externalId())
                .map(there -> new ChannelRegistration(there, false))
                .orElseGet(() -> new ChannelRegistration(created(state, channel), true)));
    }

    private Channel created(State state, NewChannel asked) {
        if (state.channels.containsKey(asked.id())) {
            throw new StoreConflictException("the id belongs to another channel", Repeat.USELESS, null);
        }
        Channel channel = new Channel(asked.id(), asked.externalId(), asked.name(), store.now(), store.now());
        state.channels.put(asked.id(), channel);
        return channel;
    }

    @Override
    public Optional<Channel> find(ChannelId id) {
        return door.read(state -> Optional.ofNullable(state.channels.get(id)));
    }

    @Override
    public Channel get(ChannelId id) {
        return door.read(state -> Optional.ofNullable(state.channels.get(id))
                .orElseThrow(() -> new RecordNotFoundException("no such channel", null)));
    }

    @Override
    public Optional<Channel> findByExternalId(String externalId) {
        return door.read(state -> named(state, NewChannel.checkExternalId(externalId)));
    }

    @Override
    public boolean rename(ChannelId id, String name) {
        return door.write(state -> {
            String checked = NewChannel.checkName(name);
            return state.channels.computeIfPresent(
                            id, (same, old) -> new Channel(id, old.externalId(), checked, old.createdAt(), store.now()))
                    != null;
        });
    }

    @Override
    public boolean delete(ChannelId id) {
        return door.write(state -> {
            state.videos.replaceAll((key, video) -> id.equals(video.channel())
                    ? Patches.patched(video, VideoPatch.NOTHING.clear(VideoField.CHANNEL), video.updatedAt())
                    : video);
            return state.channels.remove(id) != null;
        });
    }

    private static Optional<Channel> named(State state, String externalId) {
        return state.channels.values().stream()
                .filter(channel -> channel.externalId().equals(externalId))
                .findFirst();
    }
}
