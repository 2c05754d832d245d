package podium.kit.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes identifiers: UUID version 7 (RFC 9562), unique without coordination and ordered by the millisecond they were made in. */
public final class Ids {

    private Ids() {}

    /** A new identifier. Ids of one process ascend strictly; those of several ascend as their clocks do. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }
}
