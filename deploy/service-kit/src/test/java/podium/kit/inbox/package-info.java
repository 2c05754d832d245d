@NullMarked
package podium.kit.inbox;

import org.jspecify.annotations.NullMarked;
