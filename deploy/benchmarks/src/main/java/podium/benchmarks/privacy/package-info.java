/** What privacy costs: from raw ratings to release files, and the attack on them. */
@NullMarked
package podium.benchmarks.privacy;

import org.jspecify.annotations.NullMarked;
