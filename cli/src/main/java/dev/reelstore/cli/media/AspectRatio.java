package dev.reelstore.cli.media;

import java.math.BigInteger;
import java.util.List;

/** Names the shape of a picture: 854×480 is meant as 16:9, although it is 427:240. */
final class AspectRatio {

    private static final double NEAR = 0.0125;
    private static final List<int[]> USUAL = List.of(
            new int[] {1, 1},
            new int[] {5, 4},
            new int[] {4, 3},
            new int[] {3, 2},
            new int[] {16, 10},
            new int[] {16, 9},
            new int[] {2, 1},
            new int[] {21, 9});

    private AspectRatio() {}

    static String of(int width, int height) {
        double ratio = (double) width / height;
        for (int[] usual : USUAL) {
            double meant = (double) usual[0] / usual[1];
            if (Math.abs(ratio / meant - 1) < NEAR) {
                return usual[0] + ":" + usual[1];
            }
            if (Math.abs(ratio * meant - 1) < NEAR) {
                return usual[1] + ":" + usual[0];
            }
        }
        int common = BigInteger.valueOf(width).gcd(BigInteger.valueOf(height)).intValueExact();
        return width / common + ":" + height / common;
    }
}
