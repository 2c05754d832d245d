@NullMarked
package podium.kit.outbox;

import org.jspecify.annotations.NullMarked;
