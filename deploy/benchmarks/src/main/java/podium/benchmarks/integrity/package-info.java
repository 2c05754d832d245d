/** Fingerprints of prediction files and their comparison, at the Netflix Prize's size. */
@NullMarked
package podium.benchmarks.integrity;

import org.jspecify.annotations.NullMarked;
