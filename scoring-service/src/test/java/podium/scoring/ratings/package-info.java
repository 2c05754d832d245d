@NullMarked
package podium.scoring.ratings;

import org.jspecify.annotations.NullMarked;
