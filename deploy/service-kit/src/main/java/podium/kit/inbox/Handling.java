package podium.kit.inbox;

/** What came of handing an event to its handler. */
public sealed interface Handling {

    /** The event had its effect, or rightly has none. */
    record Done() implements Handling {}

    /**
     * The event needs something that this service has not heard of yet. Whatever the handler changed is rolled back, and
     * the event is parked and tried again.
     *
     * @param forWhat what is missing, for people and for grouping: events that wait for the same thing say the same
     */
    record Waiting(String forWhat) implements Handling {}

    /** The event is dealt with. */
    static Handling done() {
        return new Done();
    }

    /** The event cannot be dealt with before {@code forWhat} is known here. */
    static Handling waiting(String forWhat) {
        return new Waiting(forWhat);
    }
}
