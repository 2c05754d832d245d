/** Simple learners over coded columns: what leak lints and utility checks stand on. Pure and deterministic. */
@NullMarked
package podium.scoring.learn;

import org.jspecify.annotations.NullMarked;
