package podium.backends.nio2blob;

import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import podium.backends.nio2blob.Rights.Access;

/**
 * Serves a directory as S3, each of its subdirectories as a bucket. The one argument is a file of settings:
 *
 * <pre>
 * endpoint=http://127.0.0.1:9000
 * directory=/where/buckets/are
 * identities=front,judge
 * front.secret=...
 * front.bucket.uploads=WRITE
 * judge.secret=...
 * judge.bucket.uploads=READ
 * </pre>
 */
public final class StoreMain {
    private StoreMain() {}

    /**
     * Runs until the process is ended.
     *
     * @param arguments the path of the file of settings
     * @throws Exception if it cannot start
     */
    public static void main(String[] arguments) throws Exception {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(arguments[0]))) {
            settings.load(reader);
        }
        Path directory = Path.of(settings.getProperty("directory"));
        Files.createDirectories(directory);
        BlobStore store = new FilesystemNio2BlobStore(directory.toString());
        Map<String, AccessGrant> grants = new HashMap<>();
        for (String name : List.of(settings.getProperty("identities").split(",", -1))) {
            Rights rights = rights(settings, name + ".bucket.");
            for (String bucket : rights.byBucket().keySet()) {
                Files.createDirectories(directory.resolve(bucket));
            }
            grants.put(
                    name, new AccessGrant(settings.getProperty(name + ".secret"), GuardedBlobStore.of(store, rights)));
        }
        Map.Entry<String, AccessGrant> any = grants.entrySet().iterator().next();
        S3Proxy proxy = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create(settings.getProperty("endpoint")))
                // Only switches authentication on; which identity it is, the locator tells.
                .awsAuthentication(
                        AuthenticationType.AWS_V4,
                        any.getKey(),
                        any.getValue().credential().orElseThrow())
                .build();
        proxy.setBlobStoreLocator((identity, _, _) -> identity == null ? null : grants.get(identity));
        proxy.start();
    }

    private static Rights rights(Properties settings, String prefix) {
        Map<String, Access> byBucket = new HashMap<>();
        for (String key : settings.stringPropertyNames()) {
            if (key.startsWith(prefix)) {
                byBucket.put(key.substring(prefix.length()), Access.valueOf(settings.getProperty(key)));
            }
        }
        return new Rights(byBucket);
    }
}
