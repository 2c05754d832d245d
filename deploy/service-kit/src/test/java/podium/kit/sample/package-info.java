/** A small service for the kit's own tests: people are introduced, then greeted. */
@NullMarked
package podium.kit.sample;

import org.jspecify.annotations.NullMarked;
