/** The demo: a whole contest on real data, played by ten people through the public API. */
@NullMarked
package podium.local.demo;

import org.jspecify.annotations.NullMarked;
