@NullMarked
package podium.scoring.reveal;

import org.jspecify.annotations.NullMarked;
