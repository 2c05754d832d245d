package podium.submission.terms;

/** What a person is to a contest, as far as its terms go. */
public enum Standing {
    /** No entrant. */
    NONE,
    /** An entrant that has not accepted the terms that are in force now. */
    OUTDATED,
    ENTERED
}
