package podium.submission.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import podium.kit.problem.Violation;
import podium.submission.definition.ContestDefinition.BoardRules;
import podium.submission.definition.ContestDefinition.ScoreRelease;
import podium.submission.definition.ContestDefinition.Submissions;
import podium.submission.definition.ContestDefinition.Task;
import podium.submission.definition.ContestDefinition.Teams;
import podium.submission.definition.ContestDefinition.Terms;
import podium.submission.definition.ContestDefinition.Visibility;

/**
 * Reads a contest definition, fills in the defaults and finds everything that is wrong with it at once. It is stricter than
 * the JSON Schema: it also knows which rules contradict each other.
 */
public final class DefinitionReader {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{1,62}[a-z0-9]");

    private static final Pattern SPDX = Pattern.compile("[A-Za-z0-9.+-]+");

    /** Words that stand beside the slugs in the paths of the API. */
    private static final Set<String> RESERVED = Set.of("receipt-keys", "report-keys");

    private static final int DEFAULT_PER_DAY = 5;
    private static final long DEFAULT_MAX_BYTES = 100L << 20;
    private static final int DEFAULT_FINAL_SELECTIONS = 2;
    private static final int DEFAULT_GRACE_SECONDS = 60;
    private static final int DEFAULT_LAST_CALL_DAYS = 30;

    private final TaskReader tasks = new TaskReader();
    private final long largestFile;

    /**
     * A reader for one installation.
     *
     * @param largestFile the most bytes that the operator lets a prediction file have
     */
    public DefinitionReader(long largestFile) {
        this.largestFile = largestFile;
    }

    public Reading read(JsonNode document) {
        List<Violation> violations = new ArrayList<>();
        Fields fields = Fields.of(document, violations);
        if (!fields.present()) {
            return new Reading.Invalid(violations);
        }
        String slug = slug(fields);
        String title = fields.text("title", 120);
        String description = fields.text("description", 20_000);
        String timeZone = timeZone(fields);
        Calendar calendar = Calendar.read(fields);
        Visibility visibility = fields.choice("visibility", Visibility.class, Visibility.PUBLIC);
        Task task = tasks.read(fields.object("task", true));
        Submissions submissions = submissions(fields.object("submissions", false));
        BoardRules board = board(fields.object("board", false), task);
        Teams teams = teams(fields.object("teams", false));
        Terms terms = terms(fields.object("terms", true));
        TargetScore targetScore = targetScore(fields);
        Eligibility eligibility = EligibilityReader.read(fields, visibility);
        Licence licence = licence(fields);
        fields.nothingElse();
        if (!violations.isEmpty()) {
            return new Reading.Invalid(violations);
        }
        return new Reading.Valid(new ContestDefinition(
                slug,
                title,
                description,
                timeZone,
                calendar.opensAt(),
                requireNonNull(calendar.closesAt()),
                calendar.entryDeadline(),
                calendar.teamMergerDeadline(),
                requireNonNull(visibility),
                requireNonNull(task),
                submissions,
                requireNonNull(board),
                teams,
                terms,
                targetScore,
                eligibility,
                licence));
    }

    private static String slug(Fields fields) {
        String slug = fields.text("slug", 64);
        if (!slug.isEmpty() && !SLUG.matcher(slug).matches()) {
            fields.wrong(
                    "slug",
                    "must have 3 to 64 lower-case letters, digits and hyphens, and begin and end with a letter or digit");
        } else if (RESERVED.contains(slug)) {
            fields.wrong("slug", "is reserved, choose another");
        }
        return slug;
    }

    private static String timeZone(Fields fields) {
        String zone = fields.optionalText("timeZone", 100);
        if (zone == null) {
            return "UTC";
        }
        if (!zone.isEmpty() && !ZoneId.getAvailableZoneIds().contains(zone)) {
            fields.wrong("timeZone", "must be a time zone of the IANA database such as Europe/Zurich");
        }
        return zone;
    }

    private Submissions submissions(Fields fields) {
        int perDay = (int) fields.integer("perDay", 1, 1000, DEFAULT_PER_DAY);
        long maxBytes = fields.integer("maxBytes", 1, largestFile, Math.min(DEFAULT_MAX_BYTES, largestFile));
        int finalSelections = (int) fields.integer("finalSelections", 1, 10, DEFAULT_FINAL_SELECTIONS);
        int graceSeconds = (int) fields.integer("graceSeconds", 0, 600, DEFAULT_GRACE_SECONDS);
        fields.nothingElse();
        return new Submissions(perDay, maxBytes, finalSelections, graceSeconds);
    }

    /** Null only if something is wrong. */
    private static @Nullable BoardRules board(Fields fields, @Nullable Task task) {
        int decimals = task == null ? TaskReader.MOST_DECIMALS : task.decimals();
        ScoreRelease release = fields.choice("release", ScoreRelease.class, ScoreRelease.LADDER);
        BigDecimal step = null;
        if (fields.has("step") || release == ScoreRelease.LADDER_FIXED) {
            OptionalDouble number = fields.number("step");
            step = number.isPresent() ? BigDecimal.valueOf(number.getAsDouble()) : null;
        }
        fields.nothingElse();
        if (step != null && release != ScoreRelease.LADDER_FIXED) {
            fields.wrong("step", "belongs to ladder-fixed only");
        } else if (step != null && step.signum() <= 0) {
            fields.wrong("step", "must be greater than 0");
        } else if (step != null && step.stripTrailingZeros().scale() > decimals) {
            fields.wrong("step", "must have no more decimals than a shown score, " + decimals);
        }
        if (release == ScoreRelease.LADDER && task != null && task.metric().equals(MetricRule.SQL)) {
            fields.wrong(
                    "release",
                    "must be ladder-fixed or rounded: of the metric sql it is not known what chance explains");
        }
        return release == null ? null : new BoardRules(release, step);
    }

    /** Null if the definition does not speak of it, or something is wrong. */
    private static @Nullable TargetScore targetScore(Fields definition) {
        if (!definition.has("targetScore")) {
            return null;
        }
        Fields fields = definition.object("targetScore", false);
        BigDecimal baseline = positive(fields, "baseline", Double.MAX_VALUE);
        BigDecimal improvement = positive(fields, "improvement", 1);
        int lastCallDays = (int) fields.integer("lastCallDays", 1, 365, DEFAULT_LAST_CALL_DAYS);
        fields.nothingElse();
        if (baseline == null || improvement == null) {
            return null;
        }
        return new TargetScore(baseline, improvement, lastCallDays);
    }

    /** Null if the definition does not speak of it, or something is wrong. */
    private static @Nullable Licence licence(Fields definition) {
        if (!definition.has("licence")) {
            return null;
        }
        Fields fields = definition.object("licence", false);
        LicenceKind kind = fields.choice("kind", LicenceKind.class, null);
        String spdx = fields.optionalText("spdx", 100);
        fields.nothingElse();
        if (kind == LicenceKind.OPEN_SOURCE && spdx == null) {
            fields.wrong(
                    "spdx", "is missing: an open-source licence is named by its SPDX identifier, such as Apache-2.0");
        } else if (kind != null && kind != LicenceKind.OPEN_SOURCE && spdx != null) {
            fields.wrong("spdx", "belongs to open-source only");
        } else if (spdx != null && !spdx.isEmpty() && !SPDX.matcher(spdx).matches()) {
            fields.wrong("spdx", "must be an SPDX identifier such as Apache-2.0");
        }
        return kind == null ? null : new Licence(kind, spdx);
    }

    private static @Nullable BigDecimal positive(Fields fields, String name, double most) {
        OptionalDouble number = fields.number(name);
        if (number.isEmpty()) {
            return null;
        }
        if (number.getAsDouble() <= 0 || number.getAsDouble() > most) {
            fields.wrong(name, "must be greater than 0" + (most == 1 ? " and at most 1" : ""));
            return null;
        }
        return BigDecimal.valueOf(number.getAsDouble());
    }

    private static Teams teams(Fields fields) {
        if (fields.present() && !fields.has("maxSize")) {
            fields.wrong("maxSize", "is missing");
        }
        int maxSize = (int) fields.integer("maxSize", 1, 100, 1);
        fields.nothingElse();
        return new Teams(maxSize);
    }

    private static Terms terms(Fields fields) {
        Terms terms = new Terms(fields.text("text", 100_000));
        fields.nothingElse();
        return terms;
    }
}
