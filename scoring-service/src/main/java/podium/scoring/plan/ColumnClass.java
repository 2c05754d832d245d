package podium.scoring.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What a column is with regard to privacy, which decides what happens to it. */
public enum ColumnClass {
    /** Names a person by itself: dropped. */
    DIRECT_IDENTIFIER("direct-identifier", "dropped"),
    /** Known to others, and together with others it names a person: generalized, and held to k-anonymity. */
    QUASI_IDENTIFIER("quasi-identifier", "generalized"),
    /** What must not be learnt of a person: kept. */
    SENSITIVE("sensitive", "kept"),
    /** What is to be predicted: kept in the training rows, hidden in the others. */
    LABEL("label", "label"),
    /** A date or an instant, which finds people again like nothing else: dropped. */
    TIME("time", "dropped"),
    /** What several rows have in common, such as a household: replaced by pseudonyms, and never split. */
    GROUP("group", "pseudonymized"),
    /** Says something about the row and nothing about who it is: kept. */
    FEATURE("feature", "kept"),
    /** May say anything about anybody: dropped. */
    FREE_TEXT("free-text", "dropped");

    private final String word;
    private final String action;

    ColumnClass(String word, String action) {
        this.word = word;
        this.action = action;
    }

    /** The word for it in JSON. */
    @JsonValue
    public String word() {
        return word;
    }

    /** What happens to such a column, as the risk report says it. */
    public String action() {
        return action;
    }

    /** Whether something of the column is published. */
    public boolean published() {
        return !action.equals("dropped");
    }

    /** The class with that word. */
    public static Optional<ColumnClass> of(String word) {
        return Arrays.stream(values()).filter(c -> c.word.equals(word)).findFirst();
    }
}
