package podium.scoring.ratings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import podium.scoring.learn.Ranks;
import podium.scoring.stage.Progress;

class RatingsFilesTest {
    private static final RatingsFiles.Names NAMES = new RatingsFiles.Names("viewer", "movie", "stars", "seen");
    private static final Ratings RAW = SyntheticRatings.generate(4, 3_000, 500, 60_000);
    private static final double SIGNIFICANT = 4;

    @Test
    void filesAreWrittenInTheOneCanonicalWay() throws IOException {
        Ratings ratings = new Ratings(
                2, 1, new int[] {0, 1, 1}, new int[] {0, 0, 0}, new float[] {3.5f, 4, 2}, new int[] {0, 40, 1});
        RatingsRelease release = new RatingsStages(
                        ratings,
                        new RatingsPlan(1, 1, 1, 1, 0, DateRule.MONTH, 0),
                        new RatingsSplit(RatingsSplit.By.TIME, 0.34),
                        new byte[32],
                        Progress.NONE)
                .run()
                .release();
        RatingsFiles files = files(release, 1);

        assertThat(text(files, true).lines().findFirst()).hasValue("id,viewer,movie,seen,stars");
        assertThat(text(files, false)).matches("id,viewer,movie,seen\n[1-3],[12],1,1970-02-01\n");
        assertThat(text(files, true))
                .contains(",1970-01-01,3.5\n")
                .contains(",1970-01-01,2\n")
                .doesNotContain("\r");
        assertThat(files.testTruth(0)).isEqualTo("4");
    }

    @Test
    void idsAndPseudonymsAreDense() throws IOException {
        List<String[]> rows = rows(files(release(), 1));

        Set<Integer> ids = new HashSet<>();
        Set<Integer> viewers = new HashSet<>();
        rows.forEach(row -> {
            ids.add(Integer.valueOf(row[0]));
            viewers.add(Integer.valueOf(row[1]));
        });
        assertThat(ids).hasSize(rows.size()).contains(1, rows.size());
        assertThat(viewers).contains(1, viewers.size()).doesNotContain(0, viewers.size() + 1);
    }

    /** Users come in the raw file one after the other, so the raw place of a row is that of its user. */
    @Test
    void nothingTellsTheRawOrder() throws IOException {
        RatingsRelease release = release();
        RatingsFiles files = files(release, 1);
        Map<String, Integer> rawOf = new HashMap<>();
        int[] published = release.published().stream().toArray();
        List<String[]> rows = rows(files);
        // Which raw user is behind a pseudonym is told by the number of rows and their items; here by the code itself.
        for (int row : published) {
            rawOf.putIfAbsent(pseudonymOf(files, release, row), RAW.user(row));
        }
        double[] raw = new double[rows.size()];
        double[] id = new double[rows.size()];
        double[] place = new double[rows.size()];
        double[] pseudonym = new double[rows.size()];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = rawOf.getOrDefault(rows.get(i)[1], -1);
            id[i] = Integer.parseInt(rows.get(i)[0]);
            place[i] = i;
            pseudonym[i] = Integer.parseInt(rows.get(i)[1]);
        }

        assertThat(raw).doesNotContain(-1);
        assertThat(deviations(id, raw)).isLessThan(SIGNIFICANT);
        assertThat(deviations(place, raw)).isLessThan(SIGNIFICANT);
        assertThat(deviations(place, id)).isLessThan(SIGNIFICANT);
        // Rows of one user go together, so users count and not rows.
        double[] users = rawOf.values().stream().mapToDouble(u -> u).toArray();
        double[] names =
                rawOf.keySet().stream().mapToDouble(Double::parseDouble).toArray();
        assertThat(deviations(names, users)).isLessThan(SIGNIFICANT);
    }

    @Test
    void twoContestsOverTheSamePeopleHavePseudonymsWithNothingInCommon() {
        RatingsRelease release = release();
        RatingsFiles one = files(release, 1);
        RatingsFiles other = files(release, 2);
        double[] here = new double[RAW.items()];
        double[] there = new double[RAW.items()];
        int same = 0;
        for (int item = 0; item < here.length; item++) {
            here[item] = one.itemPseudonym(item);
            there[item] = other.itemPseudonym(item);
            same += here[item] > 0 && here[item] == there[item] ? 1 : 0;
        }

        assertThat(deviations(here, there)).isLessThan(SIGNIFICANT);
        assertThat(same).isLessThan(10);
    }

    private static double deviations(double[] x, double[] y) {
        return Math.abs(Ranks.correlation(Ranks.of(x), Ranks.of(y))) * Math.sqrt(x.length - 1);
    }

    private static String pseudonymOf(RatingsFiles files, RatingsRelease release, int row) {
        return Integer.toString(files.userPseudonym(release.told().user(row)));
    }

    private static RatingsRelease release() {
        return new RatingsStages(
                        RAW,
                        new RatingsPlan(1, 1, 1, 0.5, 0, DateRule.DROP, 0),
                        new RatingsSplit(RatingsSplit.By.ROW, 0.3),
                        new byte[32],
                        Progress.NONE)
                .run()
                .release();
    }

    private static RatingsFiles files(RatingsRelease release, int key) {
        byte[] secret = new byte[32];
        secret[5] = (byte) key;
        return new RatingsFiles(release, NAMES, secret, secret, secret, 1);
    }

    private static List<String[]> rows(RatingsFiles files) throws IOException {
        return (text(files, true) + text(files, false))
                .lines()
                .filter(line -> !line.startsWith("id"))
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static String text(RatingsFiles files, boolean train) throws IOException {
        StringBuilder text = new StringBuilder();
        if (train) {
            files.train(text);
        } else {
            files.test(text);
        }
        return text.toString();
    }
}
