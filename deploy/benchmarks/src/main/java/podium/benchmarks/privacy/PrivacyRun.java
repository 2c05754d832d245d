package podium.benchmarks.privacy;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import podium.scoring.attack.AttackGrid;
import podium.scoring.attack.AttackReport;
import podium.scoring.privacy.GateVerdict;
import podium.scoring.privacy.RatingsGate;
import podium.scoring.ratings.Ratings;
import podium.scoring.ratings.RatingsFiles;
import podium.scoring.ratings.RatingsPlan;
import podium.scoring.ratings.RatingsRelease;
import podium.scoring.ratings.RatingsSplit;
import podium.scoring.ratings.RatingsStages;
import podium.scoring.ratings.SyntheticRatings;
import podium.scoring.raw.Profiler;
import podium.scoring.raw.RatingsReader;
import podium.scoring.raw.RawReader;
import podium.scoring.stage.Progress;
import podium.scoring.utility.RatingsUtility;

/**
 * The main class of the process that measures {@code privacy}: what scoring-service does with raw ratings, without the service
 * around it: encrypt the raw file while it comes in, profile it, read it, carry out the default plan, write the release files;
 * then the attack over the whole grid on ids merely replaced and on the default plan.
 */
public final class PrivacyRun {
    private static final int NETFLIX_ROWS = 100_480_507;
    private static final int NETFLIX_USERS = 480_189;
    private static final int NETFLIX_ITEMS = 17_770;
    private static final int SEGMENT = 1 << 20;
    private static final byte[] KEY = new byte[32];
    private static final RatingsSplit SPLIT = new RatingsSplit(RatingsSplit.By.ROW, 0.3);

    private final PrintStream out;
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final Map<String, Double> processorSeconds = new LinkedHashMap<>();

    private PrivacyRun(PrintStream out) {
        this.out = out;
    }

    /**
     * Measures.
     *
     * @param args {@code --rows N}
     */
    public static void main(String[] args) throws Exception {
        int rows =
                args.length == 2 && args[0].equals("--rows") ? Integer.parseInt(args[1].replace("_", "")) : 1_000_000;
        Path directory = Files.createTempDirectory("podium-privacy");
        try {
            new PrivacyRun(System.out).run(directory, rows);
        } finally {
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
    }

    private void run(Path directory, int rows) throws Exception {
        double scale = Math.min(1, (double) rows / NETFLIX_ROWS);
        // As many rows a user as there were; items by the root, or a small set would have none that people share.
        int users = Math.max(1_000, (int) (NETFLIX_USERS * scale));
        int items = Math.max(2_000, (int) (NETFLIX_ITEMS * Math.sqrt(scale)));
        Path csv = directory.resolve("ratings.csv");
        generate(csv, users, items, rows);
        out.printf(
                Locale.ROOT,
                "%n%,d rows of %,d users and %,d items, %,.0f MB%n",
                rows,
                users,
                items,
                Files.size(csv) / 1e6);

        Path sealed = directory.resolve("raw");
        measure("intake (encrypt)", () -> seal(csv, sealed));
        Files.delete(csv);
        measure("profile", () -> {
            try (RawReader reader = new RawReader(opened(sealed), 10)) {
                Profiler.profile(reader, Integer.MAX_VALUE, "rating");
            }
        });
        Ratings[] raw = new Ratings[1];
        measure("read", () -> {
            try (RawReader reader = new RawReader(opened(sealed), 10)) {
                raw[0] = new RatingsReader(
                                reader, new RatingsReader.Columns("user", "item", "rating", "day", List.of()))
                        .read(rows, Progress.NONE)
                        .ratings();
            }
        });
        RatingsRelease[] release = new RatingsRelease[1];
        measure("stages", () -> release[0] = released(raw[0], RatingsPlan.DEFAULT));
        measure("files", () -> write(release[0], directory));
        double pipeline = sum(seconds);
        double pipelineProcessor = sum(processorSeconds);
        measure(
                "utility",
                () -> out.printf(
                        Locale.ROOT,
                        "bias model %.4f worse on the release%n",
                        RatingsUtility.measure(release[0], Progress.NONE)
                                .utility()
                                .worseBy()));

        AttackReport[] reports = new AttackReport[2];
        RatingsRelease idsOnly = released(raw[0], RatingsPlan.IDS_ONLY);
        measure("attack, ids only", () -> reports[0] = new AttackGrid(1).attack(idsOnly, Progress.NONE));
        measure("attack, default plan", () -> reports[1] = new AttackGrid(1).attack(release[0], Progress.NONE));
        report(rows, pipeline, pipelineProcessor, reports);
    }

    private static double sum(Map<String, Double> seconds) {
        return seconds.values().stream().mapToDouble(s -> s).sum();
    }

    private static RatingsRelease released(Ratings raw, RatingsPlan plan) {
        return new RatingsStages(raw, plan, SPLIT, KEY, Progress.NONE).run().release();
    }

    private static void write(RatingsRelease release, Path directory) throws IOException {
        RatingsFiles files =
                new RatingsFiles(release, new RatingsFiles.Names("user", "item", "rating", "day"), KEY, KEY, KEY, 1);
        try (Writer train = Files.newBufferedWriter(directory.resolve("train.csv"));
                Writer test = Files.newBufferedWriter(directory.resolve("test.csv"))) {
            files.train(train);
            files.test(test);
        }
    }

    private static void generate(Path csv, int users, int items, int rows) throws IOException {
        Ratings ratings = SyntheticRatings.generate(1, users, items, rows);
        String[] days = new String[SyntheticRatings.LAST_DAY - SyntheticRatings.FIRST_DAY + 1];
        for (int day = 0; day < days.length; day++) {
            days[day] = LocalDate.ofEpochDay(SyntheticRatings.FIRST_DAY + day).toString();
        }
        try (BufferedWriter writer =
                new BufferedWriter(Files.newBufferedWriter(csv, StandardCharsets.US_ASCII), 1 << 16)) {
            writer.write("user,item,rating,day\n");
            for (int row = 0; row < rows; row++) {
                writer.write(Integer.toString(ratings.user(row)));
                writer.write(',');
                writer.write(Integer.toString(ratings.item(row)));
                writer.write(',');
                writer.write((char) ('0' + (int) ratings.rating(row)));
                writer.write(',');
                writer.write(days[ratings.day(row) - SyntheticRatings.FIRST_DAY]);
                writer.write('\n');
            }
        }
    }

    private static void seal(Path csv, Path sealed) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(csv);
                OutputStream file = new BufferedOutputStream(Files.newOutputStream(sealed), SEGMENT);
                OutputStream cipher = cipher().newEncryptingStream(file, new byte[0])) {
            in.transferTo(cipher);
        }
    }

    private static InputStream opened(Path sealed) throws IOException, GeneralSecurityException {
        return cipher().newDecryptingStream(Files.newInputStream(sealed), new byte[0]);
    }

    private static StreamingAead cipher() throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(KEY, "HmacSha256", KEY.length, SEGMENT, 0);
    }

    private void measure(String what, Work work) throws Exception {
        long begun = System.nanoTime();
        Duration before = ProcessUse.processorTime();
        work.run();
        double took = (System.nanoTime() - begun) / 1e9;
        seconds.put(what, took);
        processorSeconds.put(what, ProcessUse.processorTime().minus(before).toNanos() / 1e9);
        out.printf(Locale.ROOT, "%-22s %8.1f s%n", what, took);
    }

    private void report(int rows, double pipeline, double pipelineProcessor, AttackReport[] reports)
            throws IOException {
        RatingsGate gate = new RatingsGate(RatingsGate.POPULATION, RatingsGate.MEMBERS);
        GateVerdict idsOnly = gate.judge(reports[0]);
        GateVerdict standard = gate.judge(reports[1]);
        out.println(idsOnly.summary());
        out.println(standard.summary());
        out.printf(
                Locale.ROOT,
                "{\"benchmark\":\"privacy\",\"rows\":%d,\"pipeline_s\":%.1f,\"attack_s\":%.1f,\"attack_default_s\":%.1f,"
                        + "\"pipeline_processor_s\":%.1f,\"attack_processor_s\":%.1f,\"attack_default_processor_s\":%.1f,"
                        + "\"peak_mb\":%d,\"ids_only_top1\":%.3f,\"default_plan_top1\":%.3f,\"default_plan_population_top1\":%.3f,"
                        + "\"verdict_ids_only\":\"%s\",\"verdict_default\":\"%s\"}%n",
                rows,
                pipeline,
                seconds.get("attack, ids only"),
                seconds.get("attack, default plan"),
                pipelineProcessor,
                processorSeconds.get("attack, ids only"),
                processorSeconds.get("attack, default plan"),
                ProcessUse.peakMegabytes(),
                reports[0].worstForMembers().members().top1(),
                reports[1].worstForMembers().members().top1(),
                reports[1].worstForPopulation().population().top1(),
                idsOnly.passed() ? "passed" : "refused",
                standard.passed() ? "passed" : "refused");
    }

    /** Something that is timed. */
    private interface Work {
        void run() throws Exception;
    }
}
