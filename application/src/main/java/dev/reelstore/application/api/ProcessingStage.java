package dev.reelstore.application.api;

import dev.reelstore.domain.failure.InvalidDataException;
import dev.reelstore.domain.job.Stages;
import dev.reelstore.domain.value.Check;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The stages that pipelines share, as an API names them. */
public enum ProcessingStage {
    UPLOADING(Stages.UPLOADING),
    SILENCE_DETECTION(Stages.SILENCE_DETECTION),
    TRANSCRIPTION(Stages.TRANSCRIPTION),
    LAYOUT_ANALYSIS(Stages.LAYOUT_ANALYSIS),
    CONTENT_ANALYSIS(Stages.CONTENT_ANALYSIS),
    SEGMENTATION(Stages.SEGMENTATION),
    COMPILATION(Stages.COMPILATION),
    COMPLETE(Stages.COMPLETE);

    private final String word;

    ProcessingStage(String word) {
        this.word = word;
    }

    /** The name of the stage in a job. */
    public String word() {
        return word;
    }

    /** The stage of this name, or empty where it is a pipeline's own. */
    public static Optional<ProcessingStage> of(String word) {
        return Arrays.stream(values()).filter(stage -> stage.word.equals(word)).findFirst();
    }

    /**
     * Reads a name in any case.
     *
     * @throws InvalidDataException when it is none of them
     */
    public static ProcessingStage parse(String text) {
        String word = Check.text("processing stage", text, 200).strip().toLowerCase(Locale.ROOT);
        return of(word).orElseThrow(() -> new InvalidDataException(
                "processing stage is '" + text + "': it must be one of "
                        + Arrays.stream(values()).map(ProcessingStage::word).collect(Collectors.joining(", ")),
                null));
    }
}
