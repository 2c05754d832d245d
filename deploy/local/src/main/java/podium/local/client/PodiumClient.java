package podium.local.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to a platform through its origin, as one person or as nobody. Immutable and safe for many threads.
 *
 * <p>It is patient: a request that met a connection error, 502, 503 or a 409 that will pass is repeated for a while, POSTs
 * under one {@code Idempotency-Key}, so that nothing is done twice.
 */
public final class PodiumClient {
    /** How long a request is repeated unless said otherwise. */
    public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(20);

    private static final String RESCORES = "/api/v1/rescores";

    private static final Duration REQUEST_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final HttpClient http;
    private final URI origin;
    private final @Nullable SignIn signIn;
    private final Duration patience;

    private PodiumClient(HttpClient http, URI origin, @Nullable SignIn signIn, Duration patience) {
        this.http = http;
        this.origin = origin;
        this.signIn = signIn;
        this.patience = patience;
    }

    /**
     * A client that is nobody.
     *
     * @param origin such as {@code http://localhost:8080}
     * @return the client
     */
    public static PodiumClient at(URI origin) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        return new PodiumClient(http, origin, null, DEFAULT_PATIENCE);
    }

    /**
     * The same client as a person.
     *
     * @param user user name
     * @param password password
     * @return another client
     */
    public PodiumClient as(String user, String password) {
        return new PodiumClient(http, origin, new SignIn(http, origin, user, password), patience);
    }

    /**
     * The same client with other patience.
     *
     * @param duration how long requests are repeated; zero for never
     * @return another client
     */
    public PodiumClient patient(Duration duration) {
        return new PodiumClient(http, origin, signIn, duration);
    }

    /**
     * The pseudonymous id of the person.
     *
     * @return the token's {@code sub}
     */
    public String subject() {
        if (signIn == null) {
            throw new IllegalStateException("Nobody is signed in.");
        }
        try {
            return signIn.subject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * Sends a request, whatever comes back.
     *
     * @param call the request
     * @return the answer of the last attempt
     */
    public Answer send(Call call) {
        Call sent = call.method().equals("POST") && !call.headers().containsKey("Idempotency-Key")
                ? call.with("Idempotency-Key", UUID.randomUUID().toString())
                : call;
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                Answer answer = once(sent);
                if (!passing(answer) || System.nanoTime() > deadline) {
                    return answer;
                }
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    throw new UncheckedIOException(call.method() + " " + origin.resolve(call.path()) + ": " + e, e);
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            pause();
        }
    }

    /** Whether the same request may have another answer soon: a service is down, or the request is being processed. */
    private static boolean passing(Answer answer) {
        return switch (answer.status()) {
            case 502, 503 -> true;
            case 409 -> answer.header("Retry-After").isPresent();
            default -> false;
        };
    }

    private Answer once(Call call) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(origin.resolve(call.path()))
                .timeout(REQUEST_TIMEOUT)
                .method(call.method(), call.body());
        call.headers().forEach(request::setHeader);
        if (signIn != null && !call.headers().containsKey("Authorization")) {
            request.setHeader("Authorization", "Bearer " + signIn.token());
        }
        return new Answer(
                call.method() + " " + call.path(), http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted.", e);
    }

    // Contests

    /** Creates a draft from a definition in YAML. */
    public Contest createContest(String yaml) {
        return send(Call.of("POST", "/api/v1/contests", "application/yaml", yaml.getBytes(StandardCharsets.UTF_8)))
                .as(Contest.class);
    }

    /** Reads a contest. */
    public Contest contest(String slug) {
        return send(Call.get(contestPath(slug))).as(Contest.class);
    }

    /** Sets who runs a contest, by subject. */
    public void organizers(String slug, List<String> subjects) {
        send(Call.json("PUT", contestPath(slug) + "/organizers", Map.of("organizers", subjects)))
                .orThrow();
    }

    /** Opens a contest. */
    public Contest open(String slug) {
        return send(post(contestPath(slug) + "/open")).as(Contest.class);
    }

    /** Closes a contest. */
    public Contest close(String slug) {
        return send(post(contestPath(slug) + "/close")).as(Contest.class);
    }

    // Taking part

    /** Reads the terms in force. */
    public Terms terms(String slug) {
        return send(Call.get(contestPath(slug) + "/terms")).as(Terms.class);
    }

    /** Accepts exactly these terms. */
    public void accept(String slug, Terms terms) {
        send(Call.json(
                        "POST",
                        contestPath(slug) + "/acceptances",
                        Map.of("version", terms.version(), "sha256", terms.sha256())))
                .orThrow();
    }

    /** Founds a team of one. */
    public Team createTeam(String slug, String name) {
        return send(Call.json("POST", contestPath(slug) + "/teams", Map.of("name", name)))
                .as(Team.class);
    }

    /** Lists what may be downloaded. */
    public List<ReleasedFile> files(String slug) {
        return List.of(Json.MAPPER.convertValue(
                send(Call.get(contestPath(slug) + "/data")).json().path("files"), ReleasedFile[].class));
    }

    /** Downloads a released file. */
    public byte[] download(String slug, String file) {
        return send(Call.get(contestPath(slug) + "/data/" + file)).orThrow().bytes();
    }

    /**
     * Submits a prediction file.
     *
     * @param slug the contest
     * @param csv the file
     * @param wait how long the answer may wait for the score; zero for not at all
     * @return what became of it so far
     */
    public Submission submit(String slug, byte[] csv, Duration wait) {
        Call call = Call.of("POST", contestPath(slug) + "/submissions", "text/csv", csv);
        return send(wait.isZero() ? call : call.with("Prefer", "wait=" + wait.toSeconds()))
                .as(Submission.class);
    }

    /** Reads a submission, waiting for its score if asked to. */
    public Submission submission(String id, Duration wait) {
        Call call = Call.get("/api/v1/submissions/" + id);
        return send(wait.isZero() ? call : call.with("Prefer", "wait=" + wait.toSeconds()))
                .as(Submission.class);
    }

    /** Chooses what counts on the private board. */
    public void select(String slug, List<String> submissions) {
        send(Call.json("PUT", contestPath(slug) + "/final-selection", Map.of("submissionIds", submissions)))
                .orThrow();
    }

    // Data

    /** Uploads the raw data, gzipped. */
    public Dataset uploadRaw(String slug, byte[] gzippedCsv) {
        return send(Call.of("POST", datasetPath(slug), "text/csv", gzippedCsv).with("Content-Encoding", "gzip"))
                .as(Dataset.class);
    }

    /** Gives the generalization hierarchy of a column. */
    public void hierarchy(String slug, String column, byte[] csv) {
        send(Call.of("PUT", datasetPath(slug) + "/hierarchies/" + column, "text/csv", csv))
                .orThrow();
    }

    /** Sends a plan of anonymization, as JSON. */
    public void plan(String slug, Object plan) {
        send(Call.json("POST", datasetPath(slug) + "/plans", plan)).orThrow();
    }

    /** Reads how far the data are, waiting for the work in progress if asked to. */
    public Dataset dataset(String slug, Duration wait) {
        Call call = Call.get(datasetPath(slug));
        return send(wait.isZero() ? call : call.with("Prefer", "wait=" + wait.toSeconds()))
                .as(Dataset.class);
    }

    /** Approves a release by the hash of its report. */
    public void approve(String slug, String reportSha256) {
        send(Call.json("POST", datasetPath(slug) + "/approvals", Map.of("reportSha256", reportSha256)))
                .orThrow();
    }

    /**
     * Begins a dry run over all submissions of a contest.
     *
     * @param request the contest, the reason and at least one cause
     * @return the rescore
     */
    public Rescore beginRescore(Map<String, Object> request) {
        return send(Call.json("POST", RESCORES, request)).as(Rescore.class);
    }

    /**
     * A rescore as it stands.
     *
     * @param id its id
     * @return the rescore
     */
    public Rescore rescore(String id) {
        return send(Call.get(RESCORES + "/" + id)).as(Rescore.class);
    }

    /**
     * Has a rescore applied whose dry run is ready.
     *
     * @param id its id
     */
    public void applyRescore(String id) {
        send(new Call("POST", RESCORES + "/" + id + "/apply", Map.of(), HttpRequest.BodyPublishers.noBody()))
                .orThrow();
    }

    // Boards

    /** Reads a board's first thousand rows. */
    public Board board(String slug, String view) {
        return send(Call.get(boardPath(slug) + "?limit=1000&view=" + view)).as(Board.class);
    }

    /** Follows a board live from now on. */
    public BoardStream follow(String slug, Consumer<ServerEvent> listener) {
        return follow(slug, null, listener);
    }

    /** Follows a board live from after an event, or from now on. */
    public BoardStream follow(String slug, @Nullable String lastEventId, Consumer<ServerEvent> listener) {
        URI uri = origin.resolve(boardPath(slug) + "/events");
        return new BoardStream(http, uri, signIn, lastEventId, listener).start();
    }

    private static Call post(String path) {
        return new Call("POST", path, Map.of(), BodyPublishers.noBody());
    }

    private static String contestPath(String slug) {
        return "/api/v1/contests/" + slug;
    }

    private static String datasetPath(String slug) {
        return "/api/v1/datasets/" + slug;
    }

    private static String boardPath(String slug) {
        return "/api/v1/leaderboards/" + slug;
    }
}
