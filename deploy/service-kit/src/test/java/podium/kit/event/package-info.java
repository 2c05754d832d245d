@NullMarked
package podium.kit.event;

import org.jspecify.annotations.NullMarked;
