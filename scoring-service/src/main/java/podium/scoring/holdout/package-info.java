/** The hidden rows: how they are chosen, which of them are public, and their labels. */
@NullMarked
package podium.scoring.holdout;

import org.jspecify.annotations.NullMarked;
