package podium.benchmarks.scoring;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import podium.scoring.holdout.Labels;
import podium.scoring.holdout.Solution;
import podium.scoring.statistics.Blocks;

/**
 * Truth and predictions of the size of the Netflix Prize's qualifying set, made from a seed: 2,817,131 rows
 * {@code id,prediction} with 4 decimals, half of them public. The numbers are made up.
 */
final class NetflixCase {
    static final int ROWS = 2_817_131;
    private static final int PUBLIC_ROWS = 1_408_342;
    private static final long SEED = 20_061_002;

    private final double[] stars = new double[ROWS];
    private final BitSet publicRows = new BitSet(ROWS);
    private final int[] order;
    private final Path directory;

    /** Makes the case and writes its files; takes some seconds. */
    NetflixCase(Path directory) throws IOException {
        this.directory = directory;
        Random random = new Random(SEED);
        int[] predictions = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            stars[row] = 1 + random.nextInt(5);
            double predicted = Math.clamp(3.6 + 0.5 * (stars[row] - 3.6) + 0.8 * random.nextGaussian(), 1, 5);
            predictions[row] = (int) Math.round(predicted * 10_000);
        }
        order = shuffled(random);
        for (int i = 0; i < PUBLIC_ROWS; i++) {
            publicRows.set(order[i]);
        }
        byte[] inOrder = file(IntStream.range(0, ROWS).toArray(), predictions);
        Files.write(inOrder(), inOrder);
        Files.write(shuffled(), file(order, predictions));
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(gzipped()), 1 << 16)) {
            gzip.write(inOrder);
        }
        try (OutputStream zstd = new ZstdOutputStream(Files.newOutputStream(zstd()))) {
            zstd.write(inOrder);
        }
        Files.write(solutionCsv(), truth());
    }

    /** Rows in the order of the sample submission. */
    Path inOrder() {
        return directory.resolve("in-order.csv");
    }

    /** The same rows in another order. */
    Path shuffled() {
        return directory.resolve("shuffled.csv");
    }

    Path gzipped() {
        return directory.resolve("in-order.csv.gz");
    }

    Path zstd() {
        return directory.resolve("in-order.csv.zst");
    }

    /** The truth for others: {@code id,label,part}, part 1 being the public one. */
    Path solutionCsv() {
        return directory.resolve("solution.csv");
    }

    /** The truth for the kernel: stars from 1 to 5. */
    Solution solution() {
        return solution(stars);
    }

    /** The truth for metrics of binary labels: whether there are at least four stars. */
    Solution binarySolution() {
        return solution(Arrays.stream(stars).map(s -> s >= 4 ? 1 : 0).toArray());
    }

    /** The stars of all rows. */
    double[] stars() {
        return stars;
    }

    boolean isPublic(int row) {
        return publicRows.get(row);
    }

    private Solution solution(double[] labels) {
        int[] ids = IntStream.rangeClosed(1, ROWS).toArray();
        return new Solution(new UUID(0, 1), new UUID(0, 2), ids, new Labels.Numbers(labels), cells());
    }

    /** Blocks by chance, as keyed ones are to everybody without the key. */
    private byte[] cells() {
        Random random = new Random(SEED);
        byte[] cells = new byte[ROWS];
        for (int row = 0; row < ROWS; row++) {
            cells[row] = Solution.cell(isPublic(row) ? Solution.PUBLIC : Solution.PRIVATE, random.nextInt(Blocks.MOST));
        }
        return cells;
    }

    private static int[] shuffled(Random random) {
        int[] order = IntStream.range(0, ROWS).toArray();
        for (int i = ROWS - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int row = order[i];
            order[i] = order[j];
            order[j] = row;
        }
        return order;
    }

    private static byte[] file(int[] order, int[] predictions) {
        StringBuilder file = new StringBuilder(ROWS * 15).append("id,prediction\n");
        for (int row : order) {
            int tenThousandths = predictions[row];
            String decimals = Integer.toString(10_000 + tenThousandths % 10_000).substring(1);
            file.append(row + 1).append(',').append(tenThousandths / 10_000).append('.').append(decimals).append('\n');
        }
        return file.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] truth() {
        StringBuilder file = new StringBuilder(ROWS * 13).append("id,label,part\n");
        for (int row = 0; row < ROWS; row++) {
            file.append(row + 1).append(',').append((int) stars[row]).append(',').append(isPublic(row) ? 1 : 0).append('\n');
        }
        return file.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
