@NullMarked
package podium.scoring.sandbox;

import org.jspecify.annotations.NullMarked;
