package podium.scoring.stage;

/** Hears how far long work is. Called by one thread at a time, a few times a second at most where it matters. */
public interface Progress {
    /** Nobody listens. */
    Progress NONE = new Progress() {
        @Override
        public void begin(String stage, long units) {
            // nobody listens
        }

        @Override
        public void advance(long units) {
            // nobody listens
        }
    };

    /**
     * A stage begins, and the one before has ended.
     *
     * @param stage its id, such as {@code sample-users}
     * @param units how much there is to do: rows, cells of a grid, or bytes; 0 if nobody knows
     */
    void begin(String stage, long units);

    /** So many more units of the stage are done. */
    void advance(long units);
}
