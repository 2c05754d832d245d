package podium.scoring.key;

/**
 * Chooses things by HMAC-SHA256(K, domain, 0, id): each for itself, so that a choice does not depend on what else there is. For
 * everybody without the key a draw at random, for the one with the key always the same. For one thread.
 */
public final class KeyedChoice {
    private static final double TWO_TO_THE_63 = 0x1p63;

    private final KeyedHash hash;
    private final long below;
    private final boolean all;

    /**
     * @param key 256 secret bits
     * @param domain what is chosen, so that two choices with one key have nothing in common
     * @param share the probability of each to be chosen, 0 to 1
     */
    public KeyedChoice(byte[] key, String domain, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A share lies between 0 and 1");
        }
        hash = new KeyedHash(key, domain);
        all = share == 1;
        below = (long) (share * TWO_TO_THE_63);
    }

    /** Whether a thing is chosen. */
    public boolean isChosen(int id) {
        return all || hash.value(id) >>> 1 < below;
    }

    /** 64 bits for a thing that say nothing about it; equal for equal ids only, but for chance. */
    public long bits(int id) {
        return hash.value(id);
    }
}
