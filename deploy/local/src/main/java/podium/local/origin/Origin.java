package podium.local.origin;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import java.net.BindException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * An HTTP reverse proxy on 127.0.0.1. Bodies stream both ways, whatever their size; a stream of events may be silent for
 * as long as it likes. What is not a {@linkplain Routes public route} is 404; an upstream that is down is a problem with
 * {@code Retry-After}.
 */
public final class Origin implements AutoCloseable {
    /** Every stream of events holds one connection to its service. */
    private static final int CONNECTIONS_PER_UPSTREAM = 20_000;

    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    /** Shorter than the services keep idle connections, so that none is used while it is being closed. */
    private static final int KEEP_ALIVE_SECONDS = 20;

    private static final long BOUND_SECONDS = 10;

    private final Vertx vertx;
    private final HttpServer server;

    private Origin(Vertx vertx, HttpServer server) {
        this.vertx = vertx;
        this.server = server;
    }

    /** The port is somebody else's. */
    public static final class PortTakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PortTakenException(int port, Throwable cause) {
            super("Port " + port + " is taken by another program. Choose another one with --port.", cause);
        }
    }

    /**
     * Starts to listen.
     *
     * @param port where; 0 for any free port
     * @param upstreams ports of everybody behind, on 127.0.0.1
     * @param status asked by {@code /status}, on a thread that may block
     * @return the listening origin
     * @throws PortTakenException if somebody listens there
     */
    public static Origin start(int port, Map<Upstream, Integer> upstreams, Supplier<Status> status) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setWorkerPoolSize(4)
                .setInternalBlockingPoolSize(2)
                // No cache directory in the temporary directory.
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                        .setDecompressionSupported(false),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_UPSTREAM));
        Map<Upstream, HttpProxy> proxies = new EnumMap<>(Upstream.class);
        upstreams.forEach((upstream, at) -> proxies.put(
                upstream,
                HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                        .origin(SocketAddress.inetSocketAddress(at, "127.0.0.1"))
                        .addInterceptor(new HopHeaders())
                        .addInterceptor(new DownUpstream(upstream))));
        OwnPages pages = new OwnPages(vertx, client, upstreams, status);
        HttpServer server = vertx.createHttpServer(new HttpServerOptions()
                .setHandle100ContinueAutomatically(true)
                .setDecompressionSupported(false)
                .setCompressionSupported(false));
        server.requestHandler(request -> dispatch(request, proxies, pages));
        try {
            server.listen(port, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(BOUND_SECONDS, TimeUnit.SECONDS);
            return new Origin(vertx, server);
        } catch (ExecutionException e) {
            vertx.close();
            throw e.getCause() instanceof BindException
                    ? new PortTakenException(port, e.getCause())
                    : new IllegalStateException("The origin does not start: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            vertx.close();
            throw new IllegalStateException("The origin does not start.", e);
        } catch (InterruptedException e) {
            vertx.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted.", e);
        }
    }

    private static void dispatch(HttpServerRequest request, Map<Upstream, HttpProxy> proxies, OwnPages pages) {
        String path = Optional.ofNullable(request.path()).orElse("/");
        HttpProxy proxy = Routes.of(path).map(proxies::get).orElse(null);
        if (proxy != null) {
            proxy.handle(request);
        } else {
            pages.handle(path, request);
        }
    }

    /**
     * Where it listens.
     *
     * @return the port on 127.0.0.1
     */
    public int port() {
        return server.actualPort();
    }

    /** Closes every connection and frees the port. */
    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(BOUND_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The origin does not stop.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
