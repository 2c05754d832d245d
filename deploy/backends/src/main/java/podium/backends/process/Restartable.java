package podium.backends.process;

/** A server that can be killed and started again: on the same data, at the same address. */
public interface Restartable extends AutoCloseable {
    /** Kills it in the middle of whatever it does. What it had acknowledged must be there after {@link #restart}. */
    void kill();

    /** Starts it again, killing what is left; returns when it answers. */
    void restart();

    @Override
    void close();
}
