package podium.backends;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import podium.backends.S3Server.Access;
import podium.backends.S3Server.Identity;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

@Timeout(value = 3, unit = MINUTES)
class S3ServerIT {
    private static final Identity FRONT =
            new Identity("front", "front-secret", Map.of("uploads", Access.WRITE, "releases", Access.READ));
    private static final Identity JUDGE = new Identity(
            "judge", "judge-secret", Map.of("uploads", Access.READ, "vault", Access.WRITE, "releases", Access.WRITE));

    @Test
    void givesEachIdentityItsRightsAndNoMore() {
        try (S3Server server = S3Server.start(S3Server.Settings.forTests(FRONT, JUDGE));
                S3Client front = client(server, "front", "front-secret");
                S3Client judge = client(server, "judge", "judge-secret")) {
            // Given
            put(front, "uploads", "submission", "1,3.5");
            put(judge, "vault", "labels", "secret labels");
            put(judge, "releases", "train.csv", "released");

            // When, then: what is granted works
            assertThat(get(judge, "uploads", "submission")).isEqualTo("1,3.5");
            assertThat(get(front, "releases", "train.csv")).isEqualTo("released");
            assertThat(judge.listObjectsV2(list -> list.bucket("vault")).contents())
                    .extracting(object -> object.key())
                    .containsExactly("labels");

            // and everything else is refused: whatever touches the vault,
            assertDenied(() -> get(front, "vault", "labels"));
            assertDenied(() -> get(front, "vault", "absent"));
            assertDenied(() -> put(front, "vault", "labels", "overwritten"));
            assertDenied(() -> front.listObjectsV2(list -> list.bucket("vault")));
            assertDenied(() -> front.copyObject(copy -> copy.sourceBucket("vault")
                    .sourceKey("labels")
                    .destinationBucket("uploads")
                    .destinationKey("stolen")));
            assertDenied(() -> front.listBuckets());
            // writing where only reading is granted,
            assertDenied(() -> put(front, "releases", "train.csv", "changed"));
            assertDenied(
                    () -> front.deleteObject(delete -> delete.bucket("releases").key("train.csv")));
            assertDenied(() -> judge.createMultipartUpload(
                    upload -> upload.bucket("uploads").key("x")));
            assertDenied(
                    () -> judge.deleteObject(delete -> delete.bucket("uploads").key("submission")));
            // buckets that nobody granted
            assertDenied(() -> front.createBucket(bucket -> bucket.bucket("new")));
            assertThat(get(judge, "vault", "labels")).isEqualTo("secret labels");
            assertThat(get(judge, "releases", "train.csv")).isEqualTo("released");
        }
    }

    @Test
    void refusesStrangersAndWrongSecrets() {
        try (S3Server server = S3Server.start(S3Server.Settings.forTests(FRONT, JUDGE));
                S3Client stranger = client(server, "stranger", "front-secret");
                S3Client impostor = client(server, "judge", "front-secret")) {
            assertThatThrownBy(() -> put(stranger, "uploads", "x", "x"))
                    .isInstanceOfSatisfying(
                            S3Exception.class,
                            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidAccessKeyId"));
            assertThatThrownBy(() -> put(impostor, "vault", "x", "x"))
                    .isInstanceOfSatisfying(
                            S3Exception.class,
                            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("SignatureDoesNotMatch"));
        }
    }

    @Test
    void createsOnlyOnceAndKeepsWhatWasStoredWhenItIsKilled() {
        try (S3Server server = S3Server.start(S3Server.Settings.forTests(FRONT));
                S3Client front = client(server, "front", "front-secret")) {
            // Given
            front.putObject(put -> put.bucket("uploads").key("once").ifNoneMatch("*"), RequestBody.fromString("first"));
            String endpoint = server.endpoint();

            // When
            server.kill();
            server.restart();

            // Then
            assertThat(server.endpoint()).isEqualTo(endpoint);
            assertThat(get(front, "uploads", "once")).isEqualTo("first");
            assertThatThrownBy(() -> front.putObject(
                            put -> put.bucket("uploads").key("once").ifNoneMatch("*"),
                            RequestBody.fromString("second")))
                    .isInstanceOfSatisfying(
                            S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
        }
    }

    private static void assertDenied(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(S3Exception.class, e -> assertThat(
                        e.awsErrorDetails().errorCode())
                .isEqualTo("AccessDenied"));
    }

    private static void put(S3Client client, String bucket, String key, String content) {
        client.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromString(content));
    }

    private static String get(S3Client client, String bucket, String key) {
        return client.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asString(UTF_8);
    }

    private static S3Client client(S3 server, String accessKey, String secret) {
        return S3Client.builder()
                .endpointOverride(URI.create(server.endpoint()))
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .httpClient(Apache5HttpClient.create())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secret)))
                .build();
    }
}
