package podium.local.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A board's live stream, read on a thread of its own. When the connection ends, it is made again with the id of the last
 * event, so that the listener sees every version once.
 */
public final class BoardStream implements AutoCloseable {
    private static final long FIRST_RETRY_MILLIS = 200;

    private final HttpClient http;
    private final URI uri;
    private final @Nullable SignIn signIn;
    private final Consumer<ServerEvent> listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger connections = new AtomicInteger();
    private final Thread reader;
    private volatile @Nullable String lastId;
    private volatile @Nullable InputStream body;
    private long retryMillis = FIRST_RETRY_MILLIS;

    BoardStream(
            HttpClient http,
            URI uri,
            @Nullable SignIn signIn,
            @Nullable String lastId,
            Consumer<ServerEvent> listener) {
        this.http = http;
        this.uri = uri;
        this.signIn = signIn;
        this.lastId = lastId;
        this.listener = listener;
        this.reader = Thread.ofVirtual().name("board-stream").unstarted(this::run);
    }

    BoardStream start() {
        reader.start();
        return this;
    }

    /**
     * How often a connection was made.
     *
     * @return 1 if it never broke
     */
    public int connections() {
        return connections.get();
    }

    /**
     * The id of the last event.
     *
     * @return {@code epoch-version}, null before the first one
     */
    public @Nullable String lastId() {
        return lastId;
    }

    private void run() {
        while (closed.getCount() > 0) {
            try {
                read();
            } catch (IOException e) {
                // The connection broke or could not be made: that is what resuming is for.
            } catch (InterruptedException e) {
                return;
            }
            if (pause()) {
                return;
            }
        }
    }

    private boolean pause() {
        try {
            return closed.await(retryMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private void read() throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).header("Accept", "text/event-stream");
        String resumeAt = lastId;
        if (resumeAt != null) {
            request.header("Last-Event-ID", resumeAt);
        }
        if (signIn != null) {
            request.header("Authorization", "Bearer " + signIn.token());
        }
        HttpResponse<InputStream> response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            if (response.statusCode() != 200) {
                return;
            }
            body = in;
            connections.incrementAndGet();
            ServerSentEvents parser = new ServerSentEvents();
            for (Iterator<String> lines = lines(in).iterator(); closed.getCount() > 0 && lines.hasNext(); ) {
                parser.line(lines.next()).ifPresent(this::deliver);
                parser.retryMillis().ifPresent(millis -> retryMillis = millis);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            body = null;
        }
    }

    private static Stream<String> lines(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines();
    }

    private void deliver(ServerEvent event) {
        if (event.id() != null) {
            lastId = event.id();
        }
        listener.accept(event);
    }

    /** Breaks the connection as a bad network would; the stream makes it again. */
    public void breakConnection() {
        InputStream in = body;
        if (in != null) {
            try {
                in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
        breakConnection();
        reader.interrupt();
        try {
            reader.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
