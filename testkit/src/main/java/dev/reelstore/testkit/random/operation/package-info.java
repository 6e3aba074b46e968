/**
 * The operations: small records, one for each thing that can be asked of a store, which anything that offers the ports
 * carries out alike and answers with a value that can be compared.
 */
@NullMarked
package dev.reelstore.testkit.random.operation;

import org.jspecify.annotations.NullMarked;
