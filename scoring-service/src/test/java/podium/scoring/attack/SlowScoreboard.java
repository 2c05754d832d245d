package podium.scoring.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import podium.scoring.ratings.Ratings;
import podium.scoring.ratings.RatingsRelease;

/** Scoreboard-RH as one writes it down: every published row is asked about every known rating. */
final class SlowScoreboard {
    private record Known(int item, float rating, int day) {}

    private final RatingsRelease release;
    private final Set<Integer> people = new HashSet<>();
    private final List<Known> known = new ArrayList<>();
    private double[] scores = {};

    SlowScoreboard(RatingsRelease release) {
        this.release = release;
        release.published().stream().forEach(row -> people.add(release.raw().user(row)));
        scores = new double[release.raw().users()];
    }

    void add(int item, float rating, int day) {
        known.add(new Known(item, rating, day));
        Arrays.fill(scores, 0);
        for (Known each : known) {
            int[] rows = release.published().stream()
                    .filter(row -> release.raw().item(row) == each.item())
                    .toArray();
            double weight = 1 / Math.log(Math.max(2, rows.length));
            double mean = Arrays.stream(rows)
                    .filter(row -> !release.hidden().get(row))
                    .mapToDouble(row -> likeness(each, row))
                    .average()
                    .orElseThrow();
            for (int row : rows) {
                double like = release.hidden().get(row) ? mean : likeness(each, row);
                scores[release.raw().user(row)] += weight * (like + nearness(each, row));
            }
        }
    }

    private double likeness(Known each, int row) {
        return Math.exp(-Math.abs(each.rating() - release.told().rating(row)) / 1.5);
    }

    private double nearness(Known each, int row) {
        int mine =
                each.day() == Ratings.NO_DAY ? Ratings.NO_DAY : release.dates().coarsened(each.day());
        int theirs = release.raw().day(row) == Ratings.NO_DAY
                ? Ratings.NO_DAY
                : release.dates().coarsened(release.raw().day(row));
        return mine == Ratings.NO_DAY || theirs == Ratings.NO_DAY ? 0 : Math.exp(-Math.abs(mine - theirs) / 30.0);
    }

    boolean has(int person) {
        return people.contains(person);
    }

    double score(int person) {
        return scores[person];
    }

    private double[] descending() {
        return people.stream()
                .mapToDouble(person -> -scores[person])
                .sorted()
                .map(minus -> -minus)
                .toArray();
    }

    boolean isBest(int person) {
        return has(person) && descending()[0] - scores[person] < 1e-12;
    }

    int ties() {
        return (int) people.stream().filter(this::isBest).count();
    }

    double sigma() {
        double mean = Arrays.stream(descending()).average().orElseThrow();
        return Math.sqrt(Arrays.stream(descending())
                .map(score -> (score - mean) * (score - mean))
                .average()
                .orElseThrow());
    }

    double eccentricity() {
        double[] scored = descending();
        return ties() > 1 ? 0 : (scored[0] - scored[1]) / sigma();
    }

    double bitsLeft(int person) {
        double sigma = sigma();
        double all = Arrays.stream(descending())
                .map(score -> Math.exp(score / sigma))
                .sum();
        return -Math.log(Math.exp(scores[person] / sigma) / all) / Math.log(2);
    }
}
