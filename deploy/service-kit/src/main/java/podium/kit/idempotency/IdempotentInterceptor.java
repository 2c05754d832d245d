package podium.kit.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import podium.kit.security.Caller;

/** Does what {@link Idempotent} promises, outside of the method's own transaction so that there is one for both. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class IdempotentInterceptor {
    private final IdempotencyStore store;
    private final RequestFingerprint fingerprint;
    private final RoutingContext routing;
    private final Caller caller;

    @Inject
    IdempotentInterceptor(
            IdempotencyStore store, RequestFingerprint fingerprint, RoutingContext routing, Caller caller) {
        this.store = store;
        this.fingerprint = fingerprint;
        this.routing = routing;
        this.caller = caller;
    }

    @AroundInvoke
    @Nullable
    Object once(InvocationContext method) throws Exception {
        HttpServerRequest request = routing.request();
        Optional<IdempotencyKey> key = IdempotencyKey.of(
                caller.signedIn() ? caller.subject() : "",
                request.method().name(),
                request.uri(),
                request.getHeader(IdempotencyKey.HEADER));
        if (key.isEmpty()) {
            return method.proceed();
        }
        return QuarkusTransaction.joiningExisting().call(() -> once(method, key.get(), fingerprint.sha256()));
    }

    private @Nullable Object once(InvocationContext method, IdempotencyKey key, String fingerprint) throws Exception {
        Optional<Response> answered = store.recall(key, fingerprint);
        if (answered.isPresent()) {
            // Thrown, because the method's own type may be any.
            throw new WebApplicationException(answered.get());
        }
        Object result = method.proceed();
        store.remember(key, fingerprint, answer(result));
        return result;
    }

    private static Response answer(@Nullable Object result) {
        return switch (result) {
            case null -> Response.noContent().build();
            case Response response -> response;
            case RestResponse<?> response -> response.toResponse();
            case Uni<?> _, CompletionStage<?> _ ->
                throw new IllegalStateException("@Idempotent is for methods that return when they are done");
            case Object entity -> Response.ok(entity).build();
        };
    }
}
