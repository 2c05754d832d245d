package podium.kit.http;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import podium.kit.content.LimitedInputStream;
import podium.kit.problem.Problems;

/**
 * Holds request bodies to the limit of their path. A length that is declared is checked before anything is read; HTTP then
 * holds the sender to it. A body of unknown length is counted as it is read.
 */
@ApplicationScoped
class RequestLimitFilter {
    private final RequestLimits limits;
    private final Optional<MemorySize> serverLimit;

    @Inject
    RequestLimitFilter(
            RequestLimits limits,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> serverLimit) {
        this.limits = limits;
        this.serverLimit = serverLimit;
    }

    /** The server's own limit answers without a problem, so it must never be the one that is met. */
    void check(@Observes StartupEvent event) {
        long server = serverLimit.map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
        limits.limits().forEach((name, limit) -> {
            if (limit.bytes().asLongValue() > server) {
                throw new IllegalStateException("podium.kit.limits." + name + ".bytes is more than"
                        + " quarkus.http.limits.max-body-size; raise that one");
            }
        });
    }

    @ServerRequestFilter(preMatching = true)
    void limit(ContainerRequestContext request, RoutingContext routing) {
        long limit = limits.bytes(routing.normalizedPath());
        HttpServerRequest http = routing.request();
        String declared = http.getHeader("Content-Length");
        if (declared != null) {
            if (Long.parseLong(declared) > limit) {
                throw Problems.tooLarge(limit);
            }
            routing.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit);
        } else if (!http.isEnded()) {
            request.setEntityStream(new LimitedInputStream(request.getEntityStream(), limit));
        }
    }
}
