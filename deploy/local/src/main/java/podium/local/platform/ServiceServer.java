package podium.local.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import podium.backends.process.ChildProcess;
import podium.backends.process.ServerProcess;

/** A Quarkus service in a JVM of its own. */
final class ServiceServer extends ServerProcess implements Server {
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    /** Small and quick to start; the second compiler would need more memory and minutes to pay off. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    private final HttpClient http;
    private final ChildProcess.Start start;
    private final int port;

    private ServiceServer(HttpClient http, ChildProcess.Start start, int port) {
        this.http = http;
        this.start = start;
        this.port = port;
    }

    /**
     * Starts a service.
     *
     * @param http asks it how it is
     * @param service which
     * @param jar its runnable jar
     * @param settings its properties file
     * @param port where it listens, as the settings say
     * @param log where its output goes
     * @param options for its JVM, after the usual ones
     * @return the service, ready
     */
    static ServiceServer start(
            HttpClient http, Component service, Path jar, Path settings, int port, Path log, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        command.addAll(options);
        command.add("-Dquarkus.config.locations=" + settings.toUri());
        command.add("-jar");
        command.add(jar.toString());
        ServiceServer server = new ServiceServer(
                http, new ChildProcess.Start(service.label(), command, jar.resolveSibling("."), log), port);
        server.begin();
        return server;
    }

    @Override
    protected ChildProcess launch() {
        return ChildProcess.start(start).awaitReady(() -> ready(ANSWER_WITHIN), READY_WITHIN);
    }

    private boolean ready(Duration bound) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(bound)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    }

    @Override
    public ServerProcess process() {
        return this;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Path log() {
        return start.log();
    }

    @Override
    public boolean healthy() {
        try {
            return ready(ANSWER_WITHIN);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        stop("TERM", STOP_WITHIN);
    }
}
