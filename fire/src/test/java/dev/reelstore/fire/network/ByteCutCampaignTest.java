package dev.reelstore.fire.network;

import dev.reelstore.fire.campaign.Campaign;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A unit of work whose connection is cut after any number of bytes, in either direction, happens wholly or not at all. */
@Tag("fire")
public final class ByteCutCampaignTest {

    @Test
    void aUnitThatIsCutAtAnyByteHappensWhollyOrNotAtAll() throws Exception {
        Campaign.run("byte-cut", campaign -> {
            CutStore cut = CutStore.open(campaign, 1);
            cut.renew();
            cut.awaitWhole();
            long sent = cut.proxy().bytesSent();
            long received = cut.proxy().bytesReceived();
            cut.cut(cut.direct().unitUnderClaim(), new Cut.AtByteSent(Long.MAX_VALUE), "never");
            sent = cut.proxy().bytesSent() - sent;
            received = cut.proxy().bytesReceived() - received;
            campaign.report().figure("bytes sent", sent);
            campaign.report().figure("bytes received", received);
            SplittableRandom random = campaign.random();
            cutAll(campaign, cut, sent, random, Cut.AtByteSent::new, "at a byte to the server");
            cutAll(campaign, cut, received, random, Cut.AtByteReceived::new, "at a byte from the server");
        });
    }

    /** At so many places spread over all of them, each chosen by chance in its part; at every one in the longest runs. */
    private static void cutAll(
            Campaign campaign, CutStore cut, long bytes, SplittableRandom random, LongFunction<Cut> at, String name)
            throws Exception {
        long places = Math.min(bytes, campaign.times(150));
        for (long place = 0; place < places; place++) {
            long begin = place * bytes / places;
            long end = (place + 1) * bytes / places;
            Acts acts = random.nextBoolean() ? cut.direct() : cut.repeated();
            Act act = campaign.longRun() ? acts.any(random) : acts.unitUnderClaim();
            cut.renew();
            cut.cut(act, at.apply(random.nextLong(begin, end)), name);
        }
    }
}
