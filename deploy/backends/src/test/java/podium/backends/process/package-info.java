/** Child processes and how they end. */
@NullMarked
package podium.backends.process;

import org.jspecify.annotations.NullMarked;
