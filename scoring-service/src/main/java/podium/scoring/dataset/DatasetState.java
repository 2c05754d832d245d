package podium.scoring.dataset;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a contest's data stands. */
public enum DatasetState {
    /** Nothing was uploaded. */
    NONE("none"),
    /** There is a raw file, and no attempt to release it. */
    RAW("raw"),
    /** An attempt is being anonymized, or its approved files are being published. */
    PROCESSING("processing"),
    /** The privacy gate refused the attempt. */
    REFUSED("refused"),
    /** The attempt passed the gate; organizers have to approve it. */
    AWAITING_APPROVAL("awaiting-approval"),
    /** The files are in the release store, for good. */
    RELEASED("released"),
    /** The attempt broke off by our fault, again and again. */
    FAILED("failed");

    private final String word;

    DatasetState(String word) {
        this.word = word;
    }

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String word() {
        return word;
    }

    static DatasetState of(String word) {
        for (DatasetState state : values()) {
            if (state.word.equals(word)) {
                return state;
            }
        }
        throw new IllegalArgumentException("No state is called " + word);
    }
}
