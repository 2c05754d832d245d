package podium.kit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import podium.kit.sample.SampleBackends;
import podium.kit.sample.SampleLimits;

@QuarkusTest
@QuarkusTestResource(SampleBackends.class)
@QuarkusTestResource(SampleLimits.class)
class RequestLimitIT {
    private static final int MEBIBYTE = 1024 * 1024;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void letsThroughWhatThePathAllows() throws Exception {
        assertThat(upload(declared(3 * MEBIBYTE)).body()).isEqualTo("{\"bytes\":" + 3 * MEBIBYTE + "}");
        assertThat(upload(chunked(3 * MEBIBYTE)).body()).isEqualTo("{\"bytes\":" + 3 * MEBIBYTE + "}");
    }

    @Test
    void refusesALengthThatIsDeclaredTooLarge() throws Exception {
        tooLarge(upload(declared(3 * MEBIBYTE + 1)), 3 * MEBIBYTE);
    }

    @Test
    void refusesAStreamThatTurnsOutTooLarge() throws Exception {
        tooLarge(upload(chunked(3 * MEBIBYTE + 1)), 3 * MEBIBYTE);
    }

    @Test
    void holdsOtherPathsToTheDefault() throws Exception {
        byte[] large = ("{\"name\": \"" + "x".repeat(1500) + "\"}").getBytes(UTF_8);

        tooLarge(post("/sample/things", "application/json", BodyPublishers.ofByteArray(large)), 1024);
        tooLarge(
                post(
                        "/sample/things",
                        "application/json",
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))),
                1024);
    }

    @Test
    void readsSmallBodiesOfUnknownLength() throws Exception {
        byte[] small = "{\"name\": \"boat\"}".getBytes(UTF_8);

        HttpResponse<String> answer = post(
                "/sample/things",
                "application/json",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(small)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"name\":\"boat\"}");
    }

    private static void tooLarge(HttpResponse<String> answer, int limit) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"type\":\"urn:podium:problem:body-too-large\"")
                .contains("\"limit\":" + limit);
    }

    private HttpResponse<String> upload(BodyPublisher body) throws IOException, InterruptedException {
        return post("/sample/upload", "application/octet-stream", body);
    }

    private HttpResponse<String> post(String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", type)
                .POST(body)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static BodyPublisher declared(int bytes) {
        return BodyPublishers.ofByteArray(new byte[bytes]);
    }

    private static BodyPublisher chunked(int bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]));
    }
}
