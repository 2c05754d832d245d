@NullMarked
package podium.scoring.prediction;

import org.jspecify.annotations.NullMarked;
