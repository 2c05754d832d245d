package podium.submission.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a contest, with every default filled in. Made by {@link DefinitionReader}, which knows what is valid; the
 * format is {@code docs/contracts/contest-definition/schema.json}.
 *
 * @param slug the contest's name in URLs
 * @param description Markdown
 * @param timeZone IANA time zone for display; instants decide
 * @param opensAt it does not open earlier, and by itself then if it is scheduled; null if an organizer opens it
 * @param closesAt the deadline
 * @param entryDeadline until when people may enter; null: until the contest closes
 * @param teamMergerDeadline until when teams may merge; null: until the contest closes
 * @param board the default where a definition from before there was a choice is read
 * @param targetScore null if there is none, and no last call
 * @param eligibility null if everybody may enter
 * @param licence what a prize buys; null if the terms alone say it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContestDefinition(
        String slug,
        String title,
        String description,
        String timeZone,
        @Nullable Instant opensAt,
        Instant closesAt,
        @Nullable Instant entryDeadline,
        @Nullable Instant teamMergerDeadline,
        Visibility visibility,
        Task task,
        Submissions submissions,
        BoardRules board,
        Teams teams,
        Terms terms,
        @Nullable TargetScore targetScore,
        @Nullable Eligibility eligibility,
        @Nullable Licence licence) {

    public ContestDefinition {
        board = board == null ? BoardRules.DEFAULT : board;
    }

    /** Who may enter. */
    public Eligibility eligibleOrAnyone() {
        return eligibility == null ? Eligibility.ANYONE : eligibility;
    }

    /** Whether somebody may still enter at that moment, as far as the entry deadline goes. */
    public boolean takesEntrantsAt(Instant instant) {
        return entryDeadline == null || instant.isBefore(entryDeadline);
    }

    /** Who may see contest and board. */
    public enum Visibility {
        PUBLIC,
        ENTRANTS,
        INVITED;

        @JsonValue
        public String wire() {
            return wireName(this);
        }
    }

    /** What is predicted. */
    public enum Kind {
        /** One of two labels. */
        BINARY,
        /** One of several labels. */
        CATEGORY,
        NUMBER;

        @JsonValue
        public String wire() {
            return wireName(this);
        }
    }

    /** What happens to a prediction outside of the range. */
    public enum OutOfRange {
        REJECT,
        CLAMP;

        @JsonValue
        public String wire() {
            return wireName(this);
        }
    }

    /** Which scores are better. */
    public enum Direction {
        MINIMIZE,
        MAXIMIZE;

        @JsonValue
        public String wire() {
            return wireName(this);
        }
    }

    /**
     * A metric of the organizers' own. It is run by scoring-service, and tried there on the sample submission before any
     * data is released.
     *
     * @param query one SELECT over the tables {@code prediction} and {@code solution} that answers one number
     * @param memory what it may use, in MiB
     * @param seconds how long it may take on the rows of one part
     */
    public record Sql(String query, Direction direction, int memory, int seconds) {}

    /** The numbers that a prediction may be, both ends included. */
    public record PredictionRange(double min, double max) {}

    /**
     * The prediction problem.
     *
     * @param target the label column in the raw data, and the prediction column
     * @param positiveLabel binary tasks: the label that counts as 1; null otherwise
     * @param classes category tasks: every label there may be, in the order that counts; empty for the labels' own order
     * @param metric the name of the metric; those that there are stand in {@code docs/contracts/metrics.json}
     * @param metricSettings what can be set of the metric, by name: whole numbers, numbers and words
     * @param decimals of a shown score
     * @param predictionRange null if any number will do
     * @param sql there if the metric is {@code sql}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Task(
            String target,
            Kind kind,
            @Nullable String positiveLabel,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> classes,
            String metric,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> metricSettings,
            int decimals,
            @Nullable PredictionRange predictionRange,
            OutOfRange outOfRange,
            @Nullable Sql sql) {

        /** A definition from before there were classes and settings has none. */
        public Task {
            classes = classes == null ? List.of() : List.copyOf(classes);
            metricSettings = metricSettings == null
                    ? Map.of()
                    : Collections.unmodifiableMap(new LinkedHashMap<>(metricSettings));
        }
    }

    /**
     * What a team may send.
     *
     * @param perDay submissions per team and UTC day
     * @param maxBytes the largest prediction file, as sent and unpacked
     * @param finalSelections how many a team may put forward for the private board
     * @param graceSeconds how long an upload in progress at the deadline may go on
     */
    public record Submissions(int perDay, long maxBytes, int finalSelections, int graceSeconds) {
        /** The grace as a duration. */
        public Duration grace() {
            return Duration.ofSeconds(graceSeconds);
        }
    }

    /**
     * What the live board may show of a score.
     *
     * @param release which scores are released
     * @param step of the Ladder with fixed steps: the least improvement that is released; null for others
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BoardRules(ScoreRelease release, @Nullable BigDecimal step) {
        static final BoardRules DEFAULT = new BoardRules(ScoreRelease.LADDER, null);
    }

    /** Which scores are released; others repeat the team's last one. */
    public enum ScoreRelease {
        /** Those that are better than the last by more than chance explains. */
        LADDER,
        /** Those that are better than the last by more than a step. */
        LADDER_FIXED,
        /** All. */
        ROUNDED;

        @JsonValue
        public String wire() {
            return wireName(this);
        }
    }

    /**
     * How people may join forces.
     *
     * @param maxSize people in a team
     */
    public record Teams(int maxSize) {}

    /**
     * The conditions of the contest.
     *
     * @param text what every entrant accepts
     */
    public record Terms(String text) {}

    /** The word for a constant in JSON and in the database. */
    static String wireName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
