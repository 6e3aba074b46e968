package dev.reelstore.domain.job;

/** Stage names that pipelines share. Any other name is as good. */
public final class Stages {

    public static final String UPLOADING = "uploading";
    public static final String SILENCE_DETECTION = "silence_detection";
    public static final String TRANSCRIPTION = "transcription";
    public static final String LAYOUT_ANALYSIS = "layout_analysis";
    public static final String CONTENT_ANALYSIS = "content_analysis";
    public static final String SEGMENTATION = "segmentation";
    public static final String COMPILATION = "compilation";
    public static final String COMPLETE = "complete";

    private Stages() {}
}
