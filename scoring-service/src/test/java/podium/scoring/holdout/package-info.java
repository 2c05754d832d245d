@NullMarked
package podium.scoring.holdout;

import org.jspecify.annotations.NullMarked;
