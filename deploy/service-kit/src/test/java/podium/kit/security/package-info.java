@NullMarked
package podium.kit.security;

import org.jspecify.annotations.NullMarked;
