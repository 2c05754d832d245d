/** What a release is still good for: a simple baseline trained on it, beside one trained on the raw data. Pure. */
@NullMarked
package podium.scoring.utility;

import org.jspecify.annotations.NullMarked;
