package podium.local.origin;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.net.ConnectException;

/** Answers for an upstream that cannot: 503 if it does not take connections, 502 if it broke off. */
final class DownUpstream implements ProxyInterceptor {
    private final Upstream upstream;

    DownUpstream(Upstream upstream) {
        this.upstream = upstream;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest().recover(failure -> Future.succeededFuture(answer(context, failure)));
    }

    private ProxyResponse answer(ProxyContext context, Throwable failure) {
        OriginProblem problem = failure instanceof ConnectException
                ? new OriginProblem(
                        503,
                        "Service Unavailable",
                        "upstream-down",
                        upstream.label() + " is not up. Try again in a moment.")
                : new OriginProblem(
                        502, "Bad Gateway", "upstream-broken", upstream.label() + " broke off. Try again in a moment.");
        ProxyResponse response = context.request().release().response();
        response.setStatusCode(problem.status());
        response.headers().clear();
        response.putHeader("Content-Type", OriginProblem.MEDIA_TYPE).putHeader("Retry-After", "1");
        return response.setBody(Body.body(Buffer.buffer(problem.json())));
    }
}
