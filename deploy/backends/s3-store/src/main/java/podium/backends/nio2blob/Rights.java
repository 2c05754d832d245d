package podium.backends.nio2blob;

import java.util.Map;

/**
 * What an identity may do.
 *
 * @param byBucket its rights, by bucket; nothing in a bucket that is not named
 */
record Rights(Map<String, Access> byBucket) {
    /** Rights in one bucket, each including the one before. */
    enum Access {
        NONE,
        READ,
        WRITE
    }

    Rights {
        byBucket = Map.copyOf(byBucket);
    }

    boolean allow(Access needed, String bucket) {
        return byBucket.getOrDefault(bucket, Access.NONE).compareTo(needed) >= 0;
    }
}
