/** Child processes that are waited for, can be killed, and never outlive this JVM. */
@NullMarked
package podium.backends.process;

import org.jspecify.annotations.NullMarked;
