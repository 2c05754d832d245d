package podium.scoring.integrity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why something is flagged. */
public enum FlagKind {
    /** Files of several teams say exactly the same, however they are written. One flag for all of these. */
    @JsonProperty("identical")
    IDENTICAL,
    /** More than 99.9 % of the cells of two teams' files are equal, and not because they are right or usual. */
    @JsonProperty("nearly-equal")
    NEARLY_EQUAL,
    /** Two teams' files follow each other where they leave the consensus of the others: correlation above .99. */
    @JsonProperty("residual-correlation")
    RESIDUAL_CORRELATION,
    /** A team's file differs from an earlier one of its own in less than 1 % of the rows. */
    @JsonProperty("small-change")
    SMALL_CHANGE,
    /** A file is constant outside a block of rows that lie together. */
    @JsonProperty("constant-outside-block")
    CONSTANT_OUTSIDE_BLOCK,
    /** A team has often tried predictions outside the range. */
    @JsonProperty("out-of-range")
    OUT_OF_RANGE;

    /** The word for it in the API and in the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind with a word, empty if there is none. */
    public static Optional<FlagKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
