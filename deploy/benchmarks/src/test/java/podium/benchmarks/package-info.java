@NullMarked
package podium.benchmarks;

import org.jspecify.annotations.NullMarked;
