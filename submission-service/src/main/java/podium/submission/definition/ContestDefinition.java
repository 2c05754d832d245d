package podium.submission.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a contest, with every default filled in. Made by {@link DefinitionReader}, which knows what is valid; the
 * format is {@code docs/contracts/contest-definition/schema.json}.
 *
 * @param slug the contest's name in URLs
 * @param description Markdown
 * @param timeZone IANA time zone for display; instants decide
 * @param opensAt the organizer cannot open it earlier; null if at any time
 * @param closesAt the deadline
 * @param board the default where a definition from before there was a choice is read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContestDefinition(
        String slug,
        String title,
        String description,
        String timeZone,
        @Nullable Instant opensAt,
        Instant closesAt,
        Visibility visibility,
        Task task,
        Submissions submissions,
        BoardRules board,
        Teams teams,
        Terms terms) {

    public ContestDefinition {
        board = board == null ? BoardRules.DEFAULT : board;
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

    /** How predictions are compared with labels. */
    public enum Metric {
        RMSE,
        MAE,
        ACCURACY,
        LOG_LOSS,
        ROC_AUC;

        @JsonValue
        public String wire() {
            return wireName(this);
        }

        /** Whether labels of this kind can be scored with it. */
        public boolean suits(Kind kind) {
            return switch (this) {
                case RMSE, MAE -> kind == Kind.NUMBER;
                case ACCURACY -> kind != Kind.NUMBER;
                case LOG_LOSS, ROC_AUC -> kind == Kind.BINARY;
            };
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

    /** The numbers that a prediction may be, both ends included. */
    public record PredictionRange(double min, double max) {}

    /**
     * The prediction problem.
     *
     * @param target the label column in the raw data, and the prediction column
     * @param positiveLabel binary tasks: the label that counts as 1; null otherwise
     * @param decimals of a shown score
     * @param predictionRange null if any number will do
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Task(
            String target,
            Kind kind,
            @Nullable String positiveLabel,
            Metric metric,
            int decimals,
            @Nullable PredictionRange predictionRange,
            OutOfRange outOfRange) {}

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
