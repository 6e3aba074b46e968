package dev.reelstore.testkit.random.operation;

import dev.reelstore.domain.channel.ChannelId;
import dev.reelstore.domain.channel.NewChannel;

/** Registers, finds and changes channels. */
public sealed interface ChannelOp extends Op {

    /** Registers one. */
    record Register(NewChannel channel) implements ChannelOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().channels().register(channel);
        }
    }

    /** Finds one. */
    record Find(ChannelId id) implements ChannelOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().channels().find(id);
        }
    }

    /** Reads one that must be there. */
    record Get(ChannelId id) implements ChannelOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().channels().get(id);
        }
    }

    /** Finds one by its other name. */
    record FindByExternalId(String externalId) implements ChannelOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().channels().findByExternalId(externalId);
        }
    }

    /** Renames one. */
    record Rename(ChannelId id, String name) implements ChannelOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().channels().rename(id, name);
        }
    }

    /** Deletes one. */
    record Delete(ChannelId id) implements ChannelOp {
        @Override
        public Object on(Ground ground) {
            return ground.stores().channels().delete(id);
        }
    }
}
