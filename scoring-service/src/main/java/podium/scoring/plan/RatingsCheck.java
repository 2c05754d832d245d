package podium.scoring.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import podium.scoring.contest.Task;
import podium.scoring.plan.Plan.PlannedColumn;
import podium.scoring.plan.PlanRequest.RatingsRequest;
import podium.scoring.ratings.DateRule;
import podium.scoring.ratings.RatingsPlan;
import podium.scoring.raw.RawProfile;

/** What a plan says of ratings. */
final class RatingsCheck {
    private final Task task;
    private final @Nullable RawProfile items;
    private final Violations violations;

    RatingsCheck(Task task, @Nullable RawProfile items, Violations violations) {
        this.task = task;
        this.items = items;
        this.violations = violations;
    }

    Treatment.Ratings check(PlanRequest request, RatingsRequest ratings, Map<String, PlannedColumn> columns) {
        if (request.k() != null
                || request.suppressionLimit() != null
                || request.generalization() != null
                || request.loss() != null
                || request.diversity() != null) {
            violations.add(
                    "/ratings",
                    "k, suppressionLimit, generalization, loss and diversity are for tables; ratings are sampled.");
        }
        if (task.kind() != Task.Kind.NUMBER) {
            violations.add("/ratings", "A rating is a number, but the contest predicts something else.");
        }
        String user = grouped("/ratings/user", ratings.user(), columns);
        String item = grouped("/ratings/item", ratings.item(), columns);
        if (user.equals(item)) {
            violations.add("/ratings/item", "Users and items are two columns.");
        }
        columns.values().forEach(column -> others(column, user, item));
        if (columns.values().stream()
                        .filter(c -> c.columnClass() == ColumnClass.TIME)
                        .count()
                > 1) {
            violations.add("/columns", "Ratings have one column of class time at most.");
        }
        List<PlannedColumn> attributes =
                new AttributesCheck(items, violations).check(ratings.attributes(), item, columns);
        return new Treatment.Ratings(user, item, stages(ratings), attributes);
    }

    private String grouped(String pointer, @Nullable String name, Map<String, PlannedColumn> columns) {
        if (name == null) {
            violations.add(pointer, "Name the column.");
            return "";
        }
        PlannedColumn column = columns.get(name);
        if (column == null || column.columnClass() != ColumnClass.GROUP) {
            violations.add(
                    pointer, "\"" + name + "\" has to be a column of class group: it is replaced by pseudonyms.");
        }
        return name;
    }

    private void others(PlannedColumn column, String user, String item) {
        boolean known = column.name().equals(user) || column.name().equals(item);
        switch (column.columnClass()) {
            case GROUP -> {
                if (!known) {
                    violations.add(
                            "/columns", "\"" + column.name() + "\" is a group, but neither the user nor the item.");
                }
            }
            case QUASI_IDENTIFIER, SENSITIVE ->
                violations.add(
                        "/columns",
                        "\"" + column.name() + "\" says something about the person; a release of ratings has none of"
                                + " that. Make it a direct identifier, which is dropped.");
            case FEATURE, LABEL, TIME, DIRECT_IDENTIFIER, FREE_TEXT -> {
                // a feature says something about the item, which is looked at when the rows are read
            }
        }
    }

    private RatingsPlan stages(RatingsRequest request) {
        RatingsPlan standard = RatingsPlan.DEFAULT;
        double users = share("/ratings/userShare", request.userShare(), standard.userShare());
        double rows = share("/ratings/rowShare", request.rowShare(), standard.rowShare());
        int usersPerItem =
                positive("/ratings/minimumUsersPerItem", request.minimumUsersPerItem(), standard.minimumUsersPerItem());
        int rowsPerUser =
                positive("/ratings/minimumRowsPerUser", request.minimumRowsPerUser(), standard.minimumRowsPerUser());
        int cap = Objects.requireNonNullElse(request.rowsPerUser(), standard.rowsPerUser());
        if (cap < 0) {
            violations.add("/ratings/rowsPerUser", "A number of rows, or 0 for no limit.");
        }
        double noise =
                request.noise() == null ? standard.noise() : request.noise().doubleValue();
        if (noise < 0 || noise > 1) {
            violations.add("/ratings/noise", "A probability lies between 0 and 1.");
        }
        return new RatingsPlan(
                users,
                usersPerItem,
                rowsPerUser,
                rows,
                Math.max(0, cap),
                dates(request.dates()),
                Math.clamp(noise, 0, 1));
    }

    private DateRule dates(@Nullable String word) {
        if (word == null) {
            return RatingsPlan.DEFAULT.dates();
        }
        for (DateRule rule : DateRule.values()) {
            if (rule.word().equals(word.toLowerCase(Locale.ROOT))) {
                return rule;
            }
        }
        violations.add("/ratings/dates", "dates is drop, year, month or keep.");
        return RatingsPlan.DEFAULT.dates();
    }

    private double share(String pointer, @Nullable BigDecimal asked, double standard) {
        double share = asked == null ? standard : asked.doubleValue();
        if (share > 0 && share <= 1) {
            return share;
        }
        violations.add(pointer, "A share lies above 0 and at most at 1.");
        return standard;
    }

    private int positive(String pointer, @Nullable Integer asked, int standard) {
        int number = Objects.requireNonNullElse(asked, standard);
        if (number >= 1) {
            return number;
        }
        violations.add(pointer, "At least 1.");
        return standard;
    }
}
