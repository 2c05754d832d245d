package podium.backends;

/** An S3 store, whatever it runs in. */
public interface S3 extends AutoCloseable {
    /**
     * Where clients connect, with path-style addresses.
     *
     * @return a URL, the same for the whole life of the store, restarts included
     */
    String endpoint();

    /**
     * The secret of an identity.
     *
     * @param accessKey the identity
     * @return its secret
     */
    String secret(String accessKey);

    /** Kills it in the middle of whatever it does. What was stored must be there after {@link #restart}. */
    void kill();

    /** Starts it again after {@link #kill}, on the same data and port; returns when it answers. */
    void restart();

    @Override
    void close();
}
