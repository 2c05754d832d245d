/** What the tests of every service share. */
@NullMarked
package podium.kit.test;

import org.jspecify.annotations.NullMarked;
