package dev.reelstore.cli.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PacketsTest {

    @Test
    void packetsAreCountedAndTimedPerStream() {
        Packets packets = new Packets();
        """
        #extradata 0:       43, 0x28470cfa
        #software: Lavf58.76.100
        #tb 0: 1/90000
        #media_type 0: video
        #tb 1: 1/48000
        0,          0,          0,     3000,    22055, 0xb7be5944
        1,          0,          0,     1024,      247, 0xa7a57b46
        0,       3000,       6000,     3000,     2848, 0x739ccff2, F=0x0
        0,       6000,       3000,     3000,     1468, 0x02d44d27, F=0x0, S=1,       80, 0x00000000
        1, -9223372036854775808, -9223372036854775808,     1024,      219, 0x0a566f2b
        """.lines().forEach(packets::accept);
        assertThat(packets.count(0)).isEqualTo(3);
        assertThat(packets.bytes(0)).isEqualTo(22055 + 2848 + 1468);
        assertThat(packets.count(1)).isEqualTo(2);
        assertThat(packets.count(2)).isZero();
        assertThat(packets.end()).isCloseTo(0.1, within(1e-9));
    }
}
