/** A contest on made-up data, for tests and benchmarks of a running platform. */
@NullMarked
package podium.local.practice;

import org.jspecify.annotations.NullMarked;
