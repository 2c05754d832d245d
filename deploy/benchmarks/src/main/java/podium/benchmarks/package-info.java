/** Benchmarks of the whole platform; see docs/benchmarks.md. */
@NullMarked
package podium.benchmarks;

import org.jspecify.annotations.NullMarked;
