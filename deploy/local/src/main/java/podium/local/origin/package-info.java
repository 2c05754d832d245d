/** The one origin: a reverse proxy that gives browsers and programs one address for all of Podium and Keycloak. */
@NullMarked
package podium.local.origin;

import org.jspecify.annotations.NullMarked;
