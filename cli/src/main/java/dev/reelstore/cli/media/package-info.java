/**
 * FFmpeg for the reference pipeline: finding one that works, probing files, choosing the ladder, rendering.
 *
 * <p>Nothing here knows of jobs, videos or a database.
 */
@NullMarked
package dev.reelstore.cli.media;

import org.jspecify.annotations.NullMarked;
