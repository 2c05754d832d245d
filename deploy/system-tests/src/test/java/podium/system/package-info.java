/** The whole system on real backends: what no single service can promise. */
@NullMarked
package podium.system;

import org.jspecify.annotations.NullMarked;
