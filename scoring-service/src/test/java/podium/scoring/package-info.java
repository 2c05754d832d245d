@NullMarked
package podium.scoring;

import org.jspecify.annotations.NullMarked;
