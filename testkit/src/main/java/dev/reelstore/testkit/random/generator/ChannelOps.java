package dev.reelstore.testkit.random.generator;

import dev.reelstore.domain.channel.NewChannel;
import dev.reelstore.testkit.random.generator.Dice.Choice;
import dev.reelstore.testkit.random.operation.ChannelOp;
import dev.reelstore.testkit.random.operation.Op;
import java.util.List;

/** Draws operations on channels. */
final class ChannelOps {

    private final Dice dice;
    private final Values values;
    private final Ids ids;

    ChannelOps(Dice dice, Values values, Ids ids) {
        this.dice = dice;
        this.values = values;
        this.ids = ids;
    }

    Op next() {
        return dice.weighted(List.of(
                new Choice<>(
                        5,
                        () -> new ChannelOp.Register(dice.accepted(
                                () -> new NewChannel(ids.channel(), values.text(200), values.text(1_000))))),
                new Choice<>(1, () -> new ChannelOp.Find(ids.channel())),
                new Choice<>(1, () -> new ChannelOp.Get(ids.channel())),
                new Choice<>(1, () -> new ChannelOp.FindByExternalId(values.text(200))),
                new Choice<>(2, () -> new ChannelOp.Rename(ids.channel(), values.text(1_000))),
                new Choice<>(2, () -> new ChannelOp.Delete(ids.channel()))));
    }
}
