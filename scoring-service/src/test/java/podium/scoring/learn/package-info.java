@NullMarked
package podium.scoring.learn;

import org.jspecify.annotations.NullMarked;
