/** Identifiers that sort by the time they were made. */
@NullMarked
package podium.kit.id;

import org.jspecify.annotations.NullMarked;
