/** Tests of what HTTP endpoints have in common. */
@NullMarked
package podium.kit.http;

import org.jspecify.annotations.NullMarked;
