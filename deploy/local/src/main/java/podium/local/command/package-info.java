/** The commands {@code deploy/local/up} and {@code deploy/local/demo}. */
@NullMarked
package podium.local.command;

import org.jspecify.annotations.NullMarked;
