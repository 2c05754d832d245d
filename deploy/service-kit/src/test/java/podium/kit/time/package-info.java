@NullMarked
package podium.kit.time;

import org.jspecify.annotations.NullMarked;
