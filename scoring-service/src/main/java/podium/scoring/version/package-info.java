/** Scoring versions: what a contest is scored by, now and after a rescore. */
@NullMarked
package podium.scoring.version;

import org.jspecify.annotations.NullMarked;
