package podium.backends;

import podium.backends.process.Restartable;

/** An S3 store, whatever it runs in. */
public interface S3 extends Restartable {
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
}
