@NullMarked
package podium.scoring.bytes;

import org.jspecify.annotations.NullMarked;
