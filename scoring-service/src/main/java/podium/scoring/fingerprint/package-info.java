/** What two prediction files have in common, told from a small keyed sample of each. Plain values, no store. */
@NullMarked
package podium.scoring.fingerprint;

import org.jspecify.annotations.NullMarked;
