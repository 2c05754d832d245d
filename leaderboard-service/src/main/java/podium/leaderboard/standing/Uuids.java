package podium.leaderboard.standing;

import java.util.UUID;

/** Compares ids as PostgreSQL does, and as their text sorts; {@link UUID#compareTo} takes the halves for signed numbers. */
final class Uuids {

    private Uuids() {}

    static int compare(UUID a, UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }
}
