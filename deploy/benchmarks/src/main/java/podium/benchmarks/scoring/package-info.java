/** The scoring kernel on a case of the Netflix Prize's size, beside what others use. */
@NullMarked
package podium.benchmarks.scoring;

import org.jspecify.annotations.NullMarked;
