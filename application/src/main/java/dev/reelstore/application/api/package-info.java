/**
 * What an API in front of a pipeline takes in and gives out: plain records for any JSON library, validated before a store
 * is asked, with nothing in them that is internal to the store.
 */
@NullMarked
package dev.reelstore.application.api;

import org.jspecify.annotations.NullMarked;
