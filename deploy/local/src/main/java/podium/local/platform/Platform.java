package podium.local.platform;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import podium.backends.process.Ports;
import podium.local.client.PodiumClient;
import podium.local.origin.Origin;
import podium.local.origin.Status;
import podium.local.origin.Upstream;

/**
 * A running platform: PostgreSQL, Kafka, Keycloak and the three services, each a child process of this JVM on ports of
 * 127.0.0.1 that were free, and the origin, which is part of this JVM. It ends with {@link #close}, or with this JVM in
 * whatever way that ends.
 */
public final class Platform implements AutoCloseable {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final PlatformOptions options;
    private final Checkout checkout;
    private final StateDirectory state;
    private final Map<Component, Integer> ports = new EnumMap<>(Component.class);
    private final Map<Component, Server> servers = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final Thread atExit = new Thread(this::stopAll, "podium-stop");
    private final Origin origin;
    private @Nullable Supervisor supervisor;
    private boolean closing;
    private boolean closed;

    private Platform(PlatformOptions options) {
        this.options = options;
        this.checkout = Checkout.find();
        Component.SERVICES.forEach(checkout::jar);
        this.state = StateDirectory.take(options.home(), options.fresh());
        Iterator<Integer> free = Ports.free(Component.values().length).iterator();
        for (Component component : Component.values()) {
            ports.put(component, free.next());
        }
        try {
            this.origin = Origin.start(
                    options.port(),
                    Map.of(
                            Upstream.SUBMISSION, port(Component.SUBMISSION),
                            Upstream.SCORING, port(Component.SCORING),
                            Upstream.LEADERBOARD, port(Component.LEADERBOARD),
                            Upstream.KEYCLOAK, port(Component.KEYCLOAK)),
                    this::status);
        } catch (RuntimeException e) {
            state.close();
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts everything, in parallel where possible, and returns when everything answers.
     *
     * @param options how to run it
     * @return the running platform
     * @throws PlatformException if something does not start; what had started is stopped again
     */
    public static Platform start(PlatformOptions options) {
        Platform platform = new Platform(options);
        try {
            platform.startAll();
            return platform;
        } catch (CompletionException e) {
            if (platform.isClosing()) {
                platform.close();
                throw new PlatformException("Stopped while starting.", e);
            }
            Throwable cause = e.getCause() == null ? e : e.getCause();
            platform.close();
            throw new PlatformException(String.valueOf(cause.getMessage()), cause);
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    private void startAll() {
        CompletableFuture<Databases> databases =
                starting(Component.POSTGRES, () -> Databases.start(state, port(Component.POSTGRES)));
        CompletableFuture<Broker> broker =
                starting(Component.KAFKA, () -> Broker.start(state, checkout.asyncApi(), port(Component.KAFKA)));
        CompletableFuture<SignInServer> keycloak = starting(
                Component.KEYCLOAK,
                () -> SignInServer.start(http, state, checkout.realm(), port(Component.KEYCLOAK), origin()));
        CompletableFuture<ServiceSettings> settings = databases.thenCombine(
                broker, (database, kafka) -> new ServiceSettings(state, database, kafka, port(Component.KEYCLOAK)));
        Stream<CompletableFuture<?>> services = Component.SERVICES.stream()
                .map(service -> settings.thenCompose(known -> starting(
                        service,
                        () -> ServiceServer.start(
                                http,
                                service,
                                checkout.jar(service),
                                known.write(service, port(service)),
                                port(service),
                                state.log(service),
                                options.serviceOptions()))));
        allOrFirstFailure(Stream.concat(services, Stream.of(keycloak)).toList());
        synchronized (this) {
            supervisor = new Supervisor(servers, options.supervise(), options.log());
        }
    }

    /** Waits for all, but not for the others when one has failed. */
    private static void allOrFirstFailure(List<CompletableFuture<?>> futures) {
        CompletableFuture<Void> all = CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
        CompletableFuture<?>[] allOrOneFailed =
                futures.stream().map(future -> future.thenCompose(_ -> all)).toArray(CompletableFuture[]::new);
        CompletableFuture.anyOf(allOrOneFailed).join();
    }

    private <S extends Server> CompletableFuture<S> starting(Component component, Supplier<S> start) {
        return CompletableFuture.supplyAsync(
                () -> {
                    long began = System.nanoTime();
                    S server = start.get();
                    if (!register(component, server)) {
                        server.process().kill();
                        throw new PlatformException("Stopped while starting.");
                    }
                    options.log()
                            .accept("  %-20s %5.1f s   port %d, process %d"
                                    .formatted(
                                            component.label(),
                                            (System.nanoTime() - began) / 1e9,
                                            server.port(),
                                            server.process().pid()));
                    return server;
                },
                threads);
    }

    private synchronized boolean register(Component component, Server server) {
        if (!closing) {
            servers.put(component, server);
        }
        return !closing;
    }

    private synchronized boolean isClosing() {
        return closing;
    }

    private int port(Component component) {
        Integer port = ports.get(component);
        if (port == null) {
            throw new IllegalStateException(component + " has no port.");
        }
        return port;
    }

    private Server server(Component component) {
        Server server = servers.get(component);
        if (server == null) {
            throw new PlatformException(component.label() + " is not running.");
        }
        return server;
    }

    /**
     * The one address for everything.
     *
     * @return such as {@code http://localhost:8080}
     */
    public URI origin() {
        return URI.create("http://localhost:" + origin.port());
    }

    /**
     * A client that is nobody.
     *
     * @return a client of the origin
     */
    public PodiumClient client() {
        return PodiumClient.at(origin());
    }

    /**
     * Where everything is kept.
     *
     * @return the directory
     */
    public Path home() {
        return state.path();
    }

    /**
     * What a component writes.
     *
     * @param component which
     * @return its log file
     */
    public Path log(Component component) {
        return server(component).log();
    }

    /**
     * The process that a component runs in now.
     *
     * @param component which
     * @return its id
     */
    public long pid(Component component) {
        return server(component).process().pid();
    }

    /**
     * Where a service really listens, past the origin.
     *
     * @param component which
     * @return its address
     */
    public URI internal(Component component) {
        return URI.create("http://127.0.0.1:" + port(component));
    }

    /**
     * The database of a service, as that service reaches it.
     *
     * @param service which
     * @return how to connect
     */
    public Database database(Component service) {
        return ((Databases) server(Component.POSTGRES)).of(service);
    }

    /**
     * A database as the superuser reaches it.
     *
     * @param name the database
     * @return how to connect
     */
    public Database superuser(String name) {
        return ((Databases) server(Component.POSTGRES)).superuser(name);
    }

    /**
     * Where Kafka is.
     *
     * @return host and port
     */
    public String bootstrapServers() {
        return ((Broker) server(Component.KAFKA)).bootstrapServers();
    }

    /**
     * Kills a component with SIGKILL.
     *
     * @param component which
     */
    public void kill(Component component) {
        server(component).process().kill();
    }

    /**
     * Starts a component again, on its port and data, killing what is left of it.
     *
     * @param component which
     */
    public void restart(Component component) {
        server(component).process().restart();
    }

    /**
     * Waits until a component does its work.
     *
     * @param component which
     * @param bound how long
     * @throws PlatformException if it does not in time
     */
    public void awaitUp(Component component, Duration bound) {
        long deadline = System.nanoTime() + bound.toNanos();
        while (!server(component).process().alive() || !server(component).healthy()) {
            if (System.nanoTime() > deadline) {
                throw new PlatformException(component.label() + " is not up after " + bound.toSeconds() + " s. "
                        + LogTail.of(log(component)));
            }
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PlatformException("Interrupted.", e);
            }
        }
    }

    /**
     * The death of a component that is not started again.
     *
     * @return completed when it happens
     */
    public synchronized CompletableFuture<PlatformException> death() {
        if (supervisor == null) {
            throw new IllegalStateException("The platform has not started.");
        }
        return supervisor.death();
    }

    /**
     * How everything is.
     *
     * @return a part for each component
     */
    public Status status() {
        return Health.of(servers, threads);
    }

    /**
     * The memory that all processes use.
     *
     * @return by component
     */
    public MemoryUse memory() {
        Map<Long, String> names = new HashMap<>();
        servers.forEach((component, server) -> names.put(server.process().pid(), component.label()));
        return MemoryUse.measure(names);
    }

    /** Stops everything, in the order in which nobody misses anybody. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The JVM is ending already, and the hook does the work; stopAll waits for it.
        }
        stopAll();
    }

    private void stopAll() {
        synchronized (this) {
            closing = true;
        }
        synchronized (threads) {
            if (closed) {
                return;
            }
            closed = true;
            Optional.ofNullable(supervisor).ifPresent(Supervisor::close);
            origin.close();
            stop(Component.SERVICES);
            stop(List.of(Component.KEYCLOAK, Component.KAFKA));
            stop(List.of(Component.POSTGRES));
            threads.shutdownNow();
            state.close();
        }
    }

    private void stop(List<Component> together) {
        CompletableFuture.allOf(together.stream()
                        .flatMap(component -> Optional.ofNullable(servers.get(component)).stream())
                        .map(server -> CompletableFuture.runAsync(server.process()::close, threads))
                        .toArray(CompletableFuture[]::new))
                .exceptionally(problem -> {
                    options.log().accept("Stopping: " + problem.getMessage());
                    return null;
                })
                .join();
    }
}
