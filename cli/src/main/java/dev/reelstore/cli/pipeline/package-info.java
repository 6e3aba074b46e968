/** The reference pipeline: from files to jobs, and from jobs to renditions that the store knows. */
@NullMarked
package dev.reelstore.cli.pipeline;

import org.jspecify.annotations.NullMarked;
