package podium.scoring.dataset;

import java.util.Locale;
import java.util.Random;

/**
 * A small made-up census: 400 people with a name (direct identifier), city and age (quasi-identifiers), a measurement that
 * hints at the label, and the label. The same on every call.
 */
final class Census {
    static final int ROWS = 400;

    static final String AGE_HIERARCHY = ageHierarchy();

    /** k = 5 is out of reach at level 0 of the age and reached at level 1. So few people leave much to chance: wide bounds. */
    static final String PLAN = """
            {"columns": [
                {"name": "name", "class": "direct-identifier"},
                {"name": "city", "class": "quasi-identifier"},
                {"name": "age", "class": "quasi-identifier", "level": %d},
                {"name": "height", "class": "feature"},
                {"name": "rich", "class": "label"}],
             "k": 5, "suppressionLimit": 0.05, "holdout": {"share": 0.3, "publicShare": 0.4},
             "gate": {"population": 0.1, "members": 0.25, "utility": 0.4}}""";

    private Census() {}

    static String plan(int ageLevel) {
        return PLAN.formatted(ageLevel);
    }

    static String csv() {
        Random random = new Random(7);
        String[] cities = {"Bern", "Basel", "Zug"};
        StringBuilder csv = new StringBuilder("name;city;age;height;rich\n");
        for (int i = 0; i < ROWS; i++) {
            int age = 20 + random.nextInt(60);
            boolean rich = random.nextInt(100) < age;
            csv.append("Person-").append(i).append(';').append(cities[random.nextInt(3)]);
            csv.append(';')
                    .append(age)
                    .append(';')
                    .append(String.format(Locale.ROOT, "%.2f", 1.5 + random.nextInt(50) / 100.0));
            csv.append(';').append(rich ? "yes" : "no").append('\n');
        }
        return csv.toString();
    }

    private static String ageHierarchy() {
        StringBuilder lines = new StringBuilder();
        for (int age = 20; age < 80; age++) {
            lines.append(age).append(';').append(age / 20 * 20).append('+').append(";*\n");
        }
        return lines.toString();
    }
}
