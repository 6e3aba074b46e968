/**
 * What all campaigns share: seed, scale, load, the figures they report, and what must hold at the end.
 *
 * <p>For each push: {@code ./mvnw verify -Pfire}. A long run: {@code ./mvnw verify -Pfire -Dreelstore.fire.scale=20}.
 * Once more: {@code -Dreelstore.fire.seed=…} as it was printed, with {@code -Dtest=…} for one campaign. That they can fail
 * at all: {@code ./mvnw verify -Pfire -Dgroups=mutants}. The figures are in {@code fire/target/fire/*.json}, a line for each
 * campaign that ran.
 */
@NullMarked
package dev.reelstore.fire.campaign;

import org.jspecify.annotations.NullMarked;
