package podium.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the organizers bring: the definition, the UCI Adult data with their hierarchies, and two plans. */
final class DemoData {
    static final String LABEL = "salary-class";
    static final int K = 11;

    /** As they are: almost everybody is alone in a group. */
    static final Map<String, Integer> RAW_LEVELS = levels(0, 0, 0, 0, 0, 0, 0, 0);
    /**
     * Age in decades, married or not, education, and private or public employer stay; race, country and occupation go.
     * Of all 6,480 combinations of levels one of those that keep most about the label at k = 11 (1,330 of 30,162 rows
     * suppressed).
     */
    static final Map<String, Integer> GENERALIZED_LEVELS = levels(0, 2, 1, 1, 0, 2, 1, 2);

    private DemoData() {}

    private static Map<String, Integer> levels(
            int sex, int age, int race, int maritalStatus, int education, int country, int workclass, int occupation) {
        Map<String, Integer> levels = new LinkedHashMap<>();
        levels.put("sex", sex);
        levels.put("age", age);
        levels.put("race", race);
        levels.put("marital-status", maritalStatus);
        levels.put("education", education);
        levels.put("native-country", country);
        levels.put("workclass", workclass);
        levels.put("occupation", occupation);
        return levels;
    }

    static String definition(String slug, Instant closesAt) {
        return new String(resource("contest.yaml"), StandardCharsets.UTF_8)
                .replace("{slug}", slug)
                .replace("{closesAt}", closesAt.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    static byte[] rawGzipped() {
        return resource("adult.csv.gz");
    }

    static byte[] hierarchy(String column) {
        return resource("hierarchies/" + column + ".csv");
    }

    static Map<String, Object> plan(Map<String, Integer> levels) {
        List<Map<String, Object>> columns = new ArrayList<>();
        levels.forEach((name, level) -> columns.add(Map.of("name", name, "class", "quasi-identifier", "level", level)));
        columns.add(Map.of("name", LABEL, "class", "label"));
        return Map.of(
                "columns",
                columns,
                "k",
                K,
                "suppressionLimit",
                0.05,
                "holdout",
                Map.of("share", 0.3, "publicShare", 0.3));
    }

    private static byte[] resource(String name) {
        try (InputStream in = DemoData.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The resource /demo/" + name + " is missing.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
