/** Scoring a contest again: a dry run over all its submissions, then applied or discarded. */
@NullMarked
package podium.scoring.rescore;

import org.jspecify.annotations.NullMarked;
