@NullMarked
package podium.scoring.attack;

import org.jspecify.annotations.NullMarked;
