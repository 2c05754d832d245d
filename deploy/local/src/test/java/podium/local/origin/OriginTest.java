package podium.local.origin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.local.client.Json;

class OriginTest {
    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final int MEBIBYTE = 1 << 20;

    private final AtomicReference<HttpHandler> behaviour =
            new AtomicReference<>(exchange -> answer(exchange, 200, "ok"));
    private final AtomicReference<Status> status = new AtomicReference<>(new Status(List.of()));
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer upstream;
    private Origin origin;

    @BeforeEach
    void start() throws IOException {
        upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        upstream.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        upstream.createContext("/", exchange -> behaviour.get().handle(exchange));
        upstream.start();
        int port = upstream.getAddress().getPort();
        origin = Origin.start(
                0,
                Map.of(
                        Upstream.SUBMISSION, port,
                        Upstream.SCORING, port,
                        Upstream.LEADERBOARD, port,
                        Upstream.KEYCLOAK, port),
                status::get);
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
        origin.close();
        upstream.stop(0);
    }

    @Test
    void tellsTheUpstreamWhoAskedAndBelievesNoClientAboutIt() throws Exception {
        AtomicReference<Headers> seen = new AtomicReference<>();
        behaviour.set(exchange -> {
            seen.set(exchange.getRequestHeaders());
            answer(exchange, 200, "ok");
        });

        client.send(
                request("/auth/realms/podium")
                        .header("X-Forwarded-For", "6.6.6.6")
                        .header("X-Forwarded-Host", "evil.example.org")
                        .header("Forwarded", "for=6.6.6.6")
                        .build(),
                BodyHandlers.ofString());

        assertThat(seen.get().get("Host")).containsExactly("localhost:" + origin.port());
        assertThat(seen.get().get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(seen.get().get("X-Forwarded-Host")).containsExactly("localhost:" + origin.port());
        assertThat(seen.get().get("X-Forwarded-Port")).containsExactly(Integer.toString(origin.port()));
        assertThat(seen.get().get("X-Forwarded-Proto")).containsExactly("http");
        assertThat(seen.get()).doesNotContainKey("Forwarded");
    }

    @Test
    void hopByHopHeadersStayOnTheirHop() throws Exception {
        AtomicReference<Headers> seen = new AtomicReference<>();
        behaviour.set(exchange -> {
            seen.set(exchange.getRequestHeaders());
            exchange.getResponseHeaders().set("Keep-Alive", "timeout=5");
            exchange.getResponseHeaders().set("X-Own", "stays");
            answer(exchange, 200, "ok");
        });
        String response = raw("""
                GET /api/v1/contests HTTP/1.1
                Host: localhost
                TE: trailers
                Proxy-Authorization: Basic eA==
                Connection: close

                """.replace("\n", "\r\n"));

        assertThat(seen.get()).doesNotContainKeys("Te", "Proxy-authorization");
        assertThat(response).containsIgnoringCase("X-Own: stays").doesNotContainIgnoringCase("Keep-Alive: timeout");
    }

    @Test
    void streamsLargeBodiesBothWays() throws Exception {
        byte[] piece = new byte[MEBIBYTE];
        behaviour.set(exchange -> {
            long received = exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            exchange.getResponseHeaders().set("X-Received", Long.toString(received));
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 60; i++) {
                    out.write(piece);
                }
            }
        });
        HttpRequest upload = request("/api/v1/contests/x/submissions")
                .POST(BodyPublishers.ofByteArrays(Collections.nCopies(40, piece)))
                .build();

        HttpResponse<InputStream> response = client.send(upload, BodyHandlers.ofInputStream());

        assertThat(response.headers().firstValue("X-Received")).contains(Long.toString(40L * MEBIBYTE));
        try (InputStream in = response.body()) {
            assertThat(in.transferTo(OutputStream.nullOutputStream())).isEqualTo(60L * MEBIBYTE);
        }
    }

    @Test
    void theUpstreamReadsWhileTheClientStillSends() throws Exception {
        AtomicLong read = new AtomicLong();
        behaviour.set(exchange -> {
            InputStream in = exchange.getRequestBody();
            while (in.read() >= 0) {
                read.incrementAndGet();
            }
            answer(exchange, 200, Long.toString(read.get()));
        });
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), origin.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    "POST /api/v1/datasets/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 11\r\n\r\nfirst"
                            .getBytes(UTF_8));
            await().atMost(BOUND).untilAsserted(() -> assertThat(read).hasValue(5));
            out.write("second".getBytes(UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .endsWith("\r\n\r\n11");
        }
    }

    @Test
    void anAnswerBeforeTheBodyIsReadReachesTheClient() throws Exception {
        behaviour.set(exchange -> {
            exchange.sendResponseHeaders(413, 0);
            exchange.getResponseBody().write("too large".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            exchange.close();
        });
        HttpResponse<String> response = client.send(
                request("/api/v1/contests/x/submissions")
                        .POST(BodyPublishers.ofByteArray(new byte[8 * MEBIBYTE]))
                        .build(),
                BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).isEqualTo("too large");
    }

    @Test
    void aClientThatAsksIsToldToContinue() throws Exception {
        behaviour.set(exchange ->
                answer(exchange, 200, new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        HttpResponse<String> response = client.send(
                request("/api/v1/contests")
                        .expectContinue(true)
                        .POST(BodyPublishers.ofString("body"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(response.body()).isEqualTo("body");
    }

    @Test
    void eventsArriveOneByOneAndTheUpstreamLearnsThatTheClientIsGone() throws Exception {
        CompletableFuture<Void> second = new CompletableFuture<>();
        CompletableFuture<IOException> gone = new CompletableFuture<>();
        behaviour.set(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            out.write("data: 1\n\n".getBytes(UTF_8));
            out.flush();
            second.join();
            try {
                while (true) {
                    out.write(": still here\n\n".getBytes(UTF_8));
                    out.flush();
                }
            } catch (IOException e) {
                gone.complete(e);
            }
        });
        HttpResponse<InputStream> response =
                client.send(request("/api/v1/leaderboards/x/events").build(), BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            assertThat(new String(in.readNBytes(9), UTF_8)).isEqualTo("data: 1\n\n");
            second.complete(null);
            assertThat(new String(in.readNBytes(14), UTF_8)).isEqualTo(": still here\n\n");
        }
        assertThat(gone).succeedsWithin(BOUND);
    }

    @Test
    void anUpstreamThatIsDownIsAProblemWithRetryAfter() throws Exception {
        upstream.stop(0);
        HttpResponse<String> response = client.send(
                request("/api/v1/datasets/x")
                        .POST(BodyPublishers.ofString("body"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
        assertThat(Json.MAPPER.readTree(response.body()).path("detail").asText())
                .isEqualTo("scoring-service is not up. Try again in a moment.");
    }

    @Test
    void anUpstreamThatBreaksOffIsAProblem() throws Exception {
        behaviour.set(exchange -> {
            throw new IOException("broken on purpose");
        });
        HttpResponse<String> response = client.send(request("/api/v1/contests").build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(Json.MAPPER.readTree(response.body()).path("type").asText())
                .isEqualTo("urn:podium:problem:upstream-broken");
    }

    @Test
    void nothingButPublicRoutesIsReachable() throws Exception {
        assertThat(raw("GET /q/metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404 ");
        assertThat(raw("GET /api/v1/contests/../../../q/metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404 ");
    }

    @Test
    void statusIsOkOnlyWhenEverythingIsUp() throws Exception {
        status.set(new Status(List.of(new Status.Part("kafka", true, "pid 1"))));
        assertThat(client.send(request("/status").build(), BodyHandlers.ofString())
                        .body())
                .isEqualTo(
                        "{\"status\":\"up\",\"parts\":[{\"name\":\"kafka\",\"status\":\"up\",\"detail\":\"pid 1\"}]}");

        status.set(new Status(List.of(new Status.Part("kafka", false, "ended"))));
        HttpResponse<String> down =
                client.send(request("/status").header("Accept", "text/plain").build(), BodyHandlers.ofString());
        assertThat(down.statusCode()).isEqualTo(503);
        assertThat(down.body()).isEqualToNormalizingWhitespace("kafka DOWN ended");
    }

    @Test
    void describesTheWholeApi() throws Exception {
        behaviour.set(exchange -> answer(
                exchange,
                200,
                exchange.getRequestURI().toString().equals("/q/openapi?format=json")
                        ? "{\"openapi\":\"3.1.0\",\"paths\":{\"/q/x\":{}},\"components\":{}}"
                        : "{}"));
        assertThat(client.send(request("/openapi.json").build(), BodyHandlers.ofString())
                        .body())
                .isEqualTo("{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"Podium\",\"version\":\"1\"},"
                        + "\"servers\":[{\"url\":\"/\"}],\"paths\":{},\"components\":{}}");
    }

    @Test
    void aTakenPortIsSaidInOneSentence() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Origin.start(other.getLocalPort(), Map.of(), status::get))
                    .isInstanceOf(Origin.PortTakenException.class)
                    .hasMessage("Port " + other.getLocalPort()
                            + " is taken by another program. Choose another one with --port.");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + origin.port() + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(BOUND);
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), origin.port())) {
            socket.setSoTimeout((int) BOUND.toMillis());
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static void answer(HttpExchange exchange, int code, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
