package dev.reelstore.cli.report;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import me.tongfei.progressbar.DefaultProgressBarRenderer;
import me.tongfei.progressbar.ProgressBarStyle;
import me.tongfei.progressbar.ProgressState;

/** A bar in ASCII without colours, which every terminal can show; counts only where the count means something. */
final class BarRenderer extends DefaultProgressBarRenderer {

    private final boolean counting;

    BarRenderer(boolean counting) {
        super(ProgressBarStyle.ASCII, "", 1, false, null, ChronoUnit.SECONDS, false, BarRenderer::unknown);
        this.counting = counting;
    }

    private static Optional<Duration> unknown(ProgressState state) {
        return Optional.empty();
    }

    @Override
    protected String ratio(ProgressState progress) {
        return counting ? super.ratio(progress) : "";
    }
}
