package podium.kit.signal;

/** Ends when it is closed; closing twice is harmless. */
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
