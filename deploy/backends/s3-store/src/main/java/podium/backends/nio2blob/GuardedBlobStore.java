package podium.backends.nio2blob;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import podium.backends.nio2blob.Rights.Access;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Request;

/**
 * The store as one identity sees it. Each call is judged by the buckets that it names, the source of a copy included; a
 * method that is not known to read counts as writing, so that what a newer S3Proxy adds is refused and not let through.
 */
final class GuardedBlobStore {
    private static final Set<String> READING = Set.of(
            "list",
            "listV1",
            "headBucket",
            "containerExists",
            "getContainerAccess",
            "getContainerAcl",
            "blobExists",
            "blobMetadata",
            "blobMetadataIfPresent",
            "getBlob",
            "getBlobAccess",
            "getBlobAcl",
            "getBucketVersioning",
            "getBucketEncryption",
            "listVersions");

    /** Calls about the store and not about anything in it. */
    private static final Set<String> HARMLESS = Set.of(
            "close",
            "supportsVersioning",
            "supportsBucketEncryption",
            "supportsServerSideEncryption",
            "supportsCopyMultipartPart",
            "getMinimumMultipartPartSize",
            "hashCode",
            "equals",
            "toString");

    /** Not public, so that the class of the proxy is in this package. */
    private interface Guarded extends BlobStore {}

    private GuardedBlobStore() {}

    static BlobStore of(BlobStore store, Rights rights) {
        return (BlobStore) Proxy.newProxyInstance(
                Guarded.class.getClassLoader(), new Class<?>[] {Guarded.class}, (_, method, arguments) -> {
                    if (!HARMLESS.contains(method.getName())) {
                        check(rights, method.getName(), arguments == null ? new Object[0] : arguments);
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    private static void check(Rights rights, String method, @Nullable Object[] arguments) {
        Map<String, Access> needed = new HashMap<>();
        Access access = READING.contains(method) ? Access.READ : Access.WRITE;
        if (arguments.length > 0 && arguments[0] instanceof String bucket) {
            needed.put(bucket, access);
        }
        for (Object argument : arguments) {
            switch (argument) {
                case CopyObjectRequest copy -> {
                    needed.merge(copy.sourceBucket(), Access.READ, GuardedBlobStore::stronger);
                    needed.merge(copy.destinationBucket(), Access.WRITE, GuardedBlobStore::stronger);
                }
                case MultipartUpload upload -> needed.merge(upload.containerName(), access, GuardedBlobStore::stronger);
                case S3Request request ->
                    request.getValueForField("Bucket", String.class)
                            .ifPresent(bucket -> needed.merge(bucket, access, GuardedBlobStore::stronger));
                case null, default -> {}
            }
        }
        if (needed.isEmpty()
                || !needed.entrySet().stream().allMatch(entry -> rights.allow(entry.getValue(), entry.getKey()))) {
            throw denied();
        }
    }

    private static Access stronger(Access one, Access other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static RuntimeException denied() {
        return S3Exception.builder()
                .message("Access Denied")
                .statusCode(403)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("AccessDenied")
                        .errorMessage("Access Denied")
                        .build())
                .build();
    }
}
