/** A small typed client of Podium's HTTP API: what the demo, the system tests and the benchmarks speak through. */
@NullMarked
package podium.local.client;

import org.jspecify.annotations.NullMarked;
