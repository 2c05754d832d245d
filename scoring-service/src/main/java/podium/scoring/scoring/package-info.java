/** A submission's way from accepted to scored: the file is fetched, verified, read and scored, and the outcome kept. */
@NullMarked
package podium.scoring.scoring;

import org.jspecify.annotations.NullMarked;
