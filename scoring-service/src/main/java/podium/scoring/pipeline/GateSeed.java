package podium.scoring.pipeline;

import podium.kit.digest.Sha256;
import podium.scoring.key.KeyedChoice;

/**
 * What decides whom attacks are tried on. It follows from a key of the contest, so it is the same for every attempt: nobody can
 * try again until the draw is a lucky one. The report commits to it without telling it.
 *
 * @param value the seed
 */
record GateSeed(long value) {

    /** The seed of a contest. */
    static GateSeed of(byte[] key) {
        return new GateSeed(new KeyedChoice(key, "attack", 1).bits(0));
    }

    /** SHA-256 of the seed, written as a decimal number. */
    String commitment() {
        return Sha256.hex(Long.toString(value));
    }
}
