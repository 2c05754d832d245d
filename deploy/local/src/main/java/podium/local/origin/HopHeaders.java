package podium.local.origin;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;

/**
 * The headers that a proxy answers for: those of one hop stay on it (RFC 9110, section 7.6.1), and the upstream is told
 * who asked and how, whatever the client says about that.
 */
final class HopHeaders implements ProxyInterceptor {
    private static final int HTTP_PORT = 80;
    private static final List<String> ONE_HOP =
            List.of("Keep-Alive", "Proxy-Connection", "Proxy-Authenticate", "Proxy-Authorization", "TE", "Upgrade");
    private static final List<String> FROM_PROXIES_ONLY =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Prefix");

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest client = context.request().proxiedRequest();
        MultiMap headers = context.request().headers();
        dropOneHop(headers);
        FROM_PROXIES_ONLY.forEach(headers::remove);
        // The origin itself has told the client to continue.
        headers.remove("Expect");
        headers.set("X-Forwarded-For", client.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", "http");
        HostAndPort authority = client.authority();
        if (authority != null) {
            // The services make their Location of it.
            context.request().setAuthority(authority);
            headers.set("X-Forwarded-Host", authority.toString());
            headers.set("X-Forwarded-Port", Integer.toString(authority.port() < 0 ? HTTP_PORT : authority.port()));
        }
        return context.sendRequest();
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        dropOneHop(context.response().headers());
        return context.sendResponse();
    }

    private static void dropOneHop(MultiMap headers) {
        for (String connection : headers.getAll("Connection")) {
            for (String name : connection.split(",", -1)) {
                if (!name.isBlank() && !name.strip().equalsIgnoreCase("close")) {
                    headers.remove(name.strip());
                }
            }
        }
        headers.remove("Connection");
        ONE_HOP.forEach(headers::remove);
    }
}
