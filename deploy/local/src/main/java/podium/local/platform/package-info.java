/**
 * The whole platform as processes of this machine: started, watched, killed, restarted and stopped by a program. The
 * command {@code up} is one user, the system tests and the benchmarks are others.
 */
@NullMarked
package podium.local.platform;

import org.jspecify.annotations.NullMarked;
