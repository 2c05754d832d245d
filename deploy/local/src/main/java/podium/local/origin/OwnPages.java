package podium.local.origin;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import podium.local.client.Json;

/** What the origin answers by itself: {@code /}, {@code /status}, {@code /openapi.json}, and 404. */
final class OwnPages {
    private static final List<Upstream> SERVICES = List.of(Upstream.SUBMISSION, Upstream.SCORING, Upstream.LEADERBOARD);
    private static final long OPENAPI_TIMEOUT_MILLIS = 5_000;
    private static final String WELCOME = """
            Podium

            /openapi.json            the HTTP API
            /status                  how all parts are
            /api/v1/contests         the contests
            /auth/realms/podium      sign-in (OpenID Connect)
            """;

    private final Vertx vertx;
    private final HttpClient client;
    private final Map<Upstream, Integer> ports;
    private final Supplier<Status> status;

    OwnPages(Vertx vertx, HttpClient client, Map<Upstream, Integer> ports, Supplier<Status> status) {
        this.vertx = vertx;
        this.client = client;
        this.ports = Map.copyOf(ports);
        this.status = status;
    }

    void handle(String path, HttpServerRequest request) {
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            notFound(request);
            return;
        }
        switch (path) {
            case "/" -> send(request, 200, "text/plain;charset=UTF-8", WELCOME.getBytes(StandardCharsets.UTF_8));
            case "/status" -> status(request);
            case "/openapi.json" -> openApi(request);
            default -> notFound(request);
        }
    }

    private void status(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        boolean plain = accept != null && accept.contains("text/") && !accept.contains("json");
        vertx.executeBlocking(status::get, false)
                .onSuccess(now -> send(
                        request,
                        now.up() ? 200 : 503,
                        plain ? "text/plain;charset=UTF-8" : "application/json",
                        plain ? now.text().getBytes(StandardCharsets.UTF_8) : json(now)))
                .onFailure(failure -> unavailable(request, "The parts cannot be asked: " + failure.getMessage()));
    }

    private static byte[] json(Status now) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("status", now.up() ? "up" : "down");
        members.put(
                "parts",
                now.parts().stream()
                        .map(part -> {
                            Map<String, String> one = new LinkedHashMap<>();
                            one.put("name", part.name());
                            one.put("status", part.up() ? "up" : "down");
                            one.put("detail", part.detail());
                            return one;
                        })
                        .toList());
        return Json.bytes(members);
    }

    private void openApi(HttpServerRequest request) {
        List<Future<JsonNode>> documents = SERVICES.stream().map(this::document).toList();
        Future.all(documents)
                .map(_ -> {
                    Map<String, JsonNode> byService = new LinkedHashMap<>();
                    for (int i = 0; i < SERVICES.size(); i++) {
                        byService.put(SERVICES.get(i).label(), documents.get(i).result());
                    }
                    return Json.bytes(OpenApiMerge.merge(
                            "Podium", "1", byService, path -> Routes.of(path).isPresent()));
                })
                .onSuccess(whole -> send(request, 200, "application/json", whole))
                .onFailure(
                        failure -> unavailable(request, "A service does not describe itself: " + failure.getMessage()));
    }

    private Future<JsonNode> document(Upstream service) {
        RequestOptions options = new RequestOptions()
                .setHost("127.0.0.1")
                .setPort(ports.get(service))
                .setURI("/q/openapi?format=json")
                .setTimeout(OPENAPI_TIMEOUT_MILLIS);
        return client.request(options)
                .compose(HttpClientRequest::send)
                .compose(response -> response.statusCode() == 200
                        ? response.body()
                        : Future.failedFuture(service.label() + " answered " + response.statusCode()))
                .map(OwnPages::parse);
    }

    private static JsonNode parse(Buffer json) {
        try {
            return Json.MAPPER.readTree(json.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unavailable(HttpServerRequest request, String detail) {
        request.response().putHeader("Retry-After", "1");
        send(request, new OriginProblem(503, "Service Unavailable", "upstream-down", detail));
    }

    private static void notFound(HttpServerRequest request) {
        send(request, new OriginProblem(404, "Not Found", "not-found", "There is nothing here. See /openapi.json."));
    }

    private static void send(HttpServerRequest request, OriginProblem problem) {
        send(request, problem.status(), OriginProblem.MEDIA_TYPE, problem.json());
    }

    private static void send(HttpServerRequest request, int status, String mediaType, byte[] body) {
        request.response().setStatusCode(status).putHeader("Content-Type", mediaType);
        if (request.method().equals(HttpMethod.HEAD)) {
            request.response()
                    .putHeader("Content-Length", Integer.toString(body.length))
                    .end();
        } else {
            request.response().end(Buffer.buffer(body));
        }
    }
}
