@NullMarked
package podium.scoring.pipeline;

import org.jspecify.annotations.NullMarked;
