@NullMarked
package podium.scoring.key;

import org.jspecify.annotations.NullMarked;
