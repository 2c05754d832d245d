package podium.kit.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Files as objects of an S3 bucket, named {@code <prefix><id>}.
 *
 * <p>Content is spooled to a local file first, because S3 wants its length; then it is put with {@code If-None-Match: *},
 * which the store decides atomically. The identity needs {@code s3:ListBucket}, or S3 answers 403 instead of 404 for what
 * is absent, and that is an error here.
 */
public final class S3FileStore implements FileStore {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final int PUT_ATTEMPTS = 3;
    private static final String WRITER = "writer";
    private static final String MEDIA_TYPE = "application/octet-stream";

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    /** @param prefix of the objects' names, empty or with a slash at its end */
    public S3FileStore(S3Client client, String bucket, String prefix) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    @Override
    public PendingFile create(UUID id) {
        try {
            return new S3PendingFile(id);
        } catch (IOException e) {
            throw new StoreException("Cannot spool the file " + id, e);
        }
    }

    @Override
    public InputStream open(UUID id) {
        return get(id, GetObjectRequest.builder());
    }

    @Override
    public InputStream open(UUID id, long from, long length) {
        if (length == 0) {
            return InputStream.nullInputStream();
        }
        String last = length > Long.MAX_VALUE - from ? "" : Long.toString(from + length - 1);
        try {
            return get(id, GetObjectRequest.builder().range("bytes=" + from + "-" + last));
        } catch (StoreException e) {
            // A part behind the end is empty here, as it is in a directory.
            if (e.getCause() instanceof S3Exception s3 && s3.statusCode() == RANGE_NOT_SATISFIABLE) {
                return InputStream.nullInputStream();
            }
            throw e;
        }
    }

    @Override
    public OptionalLong size(UUID id) {
        try {
            return OptionalLong.of(head(id).contentLength());
        } catch (SdkException e) {
            if (isAbsence(id, e)) {
                return OptionalLong.empty();
            }
            throw failed("read", id, e);
        }
    }

    @Override
    public boolean delete(UUID id) {
        boolean there = exists(id);
        try {
            client.deleteObject(r -> r.bucket(bucket).key(key(id)));
            return there;
        } catch (SdkException e) {
            throw failed("delete", id, e);
        }
    }

    @Override
    public Stream<UUID> list() {
        return Stream.iterate(Optional.of(page(null)), Optional::isPresent, page -> page.flatMap(this::pageAfter))
                .flatMap(page -> page.orElseThrow().contents().stream())
                .map(object -> object.key().substring(prefix.length()))
                .filter(name -> name.length() == 36)
                .map(UUID::fromString);
    }

    private Optional<ListObjectsV2Response> pageAfter(ListObjectsV2Response page) {
        return Boolean.TRUE.equals(page.isTruncated())
                ? Optional.of(page(page.nextContinuationToken()))
                : Optional.empty();
    }

    private ListObjectsV2Response page(@Nullable String token) {
        try {
            return client.listObjectsV2(r -> r.bucket(bucket).prefix(prefix).continuationToken(token));
        } catch (SdkException e) {
            throw new StoreException("Cannot list the bucket " + bucket, e);
        }
    }

    private InputStream get(UUID id, GetObjectRequest.Builder request) {
        try {
            return client.getObject(request.bucket(bucket).key(key(id)).build());
        } catch (SdkException e) {
            if (isAbsence(id, e)) {
                throw new FileAbsentException(id);
            }
            throw failed("read", id, e);
        }
    }

    private HeadObjectResponse head(UUID id) {
        return client.headObject(r -> r.bucket(bucket).key(key(id)));
    }

    /** A bucket that is gone is 404 as well, and an answer to HEAD has no body that could tell the two apart. */
    private boolean isAbsence(UUID id, SdkException e) {
        if (!(e instanceof S3Exception s3) || s3.statusCode() != NOT_FOUND) {
            return false;
        }
        try {
            client.headBucket(r -> r.bucket(bucket));
            return true;
        } catch (SdkException bucketIsGone) {
            throw failed("read", id, bucketIsGone);
        }
    }

    private String key(UUID id) {
        return prefix + id;
    }

    private StoreException failed(String verb, UUID id, SdkException e) {
        return new StoreException("Cannot " + verb + " the file " + id + " in the bucket " + bucket, e);
    }

    private final class S3PendingFile implements PendingFile {
        private final UUID id;
        private final String writer = UUID.randomUUID().toString();
        private final FileChannel spool;
        private final HashingOutputStream stream;

        S3PendingFile(UUID id) throws IOException {
            this.id = id;
            Path path = Files.createTempFile("podium-spool-", "");
            try {
                this.spool = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
            } finally {
                // Without a name the spool is gone with its channel, even if this process is killed.
                Files.delete(path);
            }
            this.stream = new HashingOutputStream(Channels.newOutputStream(spool));
        }

        @Override
        public OutputStream stream() {
            return stream;
        }

        @Override
        public StoredFile complete() {
            if (!spool.isOpen()) {
                throw new IllegalStateException("Already completed or discarded");
            }
            try {
                long bytes = spool.size();
                put(RequestBody.fromContentProvider(() -> new ChannelSlice(spool, 0, bytes, false), bytes, MEDIA_TYPE));
                return stream.stored(id);
            } catch (IOException | SdkException e) {
                throw new StoreException("Cannot put the file " + id + " into the bucket " + bucket, e);
            } finally {
                close();
            }
        }

        private void put(RequestBody body) {
            for (int attempt = 1; ; attempt++) {
                try {
                    client.putObject(
                            r -> r.bucket(bucket).key(key(id)).ifNoneMatch("*").metadata(Map.of(WRITER, writer)), body);
                    return;
                } catch (S3Exception e) {
                    if (e.statusCode() == PRECONDITION_FAILED) {
                        if (writtenByUs()) {
                            return;
                        }
                        throw new FileExistsException(id);
                    }
                    // 409: another conditional write was in flight; S3 asks to try again.
                    if (e.statusCode() != CONFLICT || attempt == PUT_ATTEMPTS) {
                        throw e;
                    }
                }
            }
        }

        /** The client repeats a put whose answer got lost; then the file that is in the way is this one. */
        private boolean writtenByUs() {
            return writer.equals(head(id).metadata().get(WRITER));
        }

        @Override
        public void close() {
            try {
                spool.close();
            } catch (IOException _) {
                // Nothing was promised about it.
            }
        }
    }
}
