/** Small hints between the replicas of one service, over PostgreSQL's LISTEN and NOTIFY. */
@NullMarked
package podium.kit.signal;

import org.jspecify.annotations.NullMarked;
