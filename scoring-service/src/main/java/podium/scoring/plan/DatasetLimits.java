package podium.scoring.plan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;

/** What the operator allows: sizes, and how weak the privacy of a release may be. */
@ConfigMapping(prefix = "podium.scoring.dataset")
public interface DatasetLimits {

    /** The largest raw file in bytes, as sent and unpacked. */
    @WithDefault("4294967296")
    long rawBytes();

    /** The longest part of a raw file that is sent in parts, in bytes; also its length where the sender does not say. */
    @WithDefault("67108864")
    long partBytes();

    /** How many unfinished uploads in parts a contest may have. */
    @WithDefault("4")
    int unfinishedUploads();

    /** For how long an upload in parts is kept. */
    @WithDefault("P7D")
    Duration uploadKeep();

    /** The most rows of a raw file. */
    @WithDefault("5000000")
    long rows();

    /** The most columns of a raw file. */
    @WithDefault("500")
    int columns();

    /** The most cells (rows x columns that are published) that are held in memory, four bytes each. */
    @WithDefault("50000000")
    long cells();

    /** The most distinct values of all columns that are published together. */
    @WithDefault("1000000")
    int distinctValues();

    /** The largest hierarchy in bytes. */
    @WithDefault("4194304")
    int hierarchyBytes();

    /** The smallest k of k-anonymity that a plan may ask for. */
    @WithDefault("2")
    int kFloor();

    /** The largest suppression limit that a plan may ask for. */
    @WithDefault("0.2")
    BigDecimal suppressionCeiling();

    /** What the privacy gate asks of a release. */
    Gate gate();

    /** How many different organizers have to approve a release. */
    @WithDefault("2")
    int approvalsNeeded();

    /** The longest wait that is granted to {@code Prefer: wait}. */
    @WithDefault("PT60S")
    Duration longestWait();

    /** How long a background task stays with a replica that gives no sign of life. */
    @WithDefault("PT20S")
    Duration taskLease();

    /** How often a background task is tried before it counts as failed. */
    @WithDefault("3")
    int taskTries();

    /** The thresholds of the privacy gate, and how far a contest may go. The gate cannot be switched off. */
    interface Gate {
        /** The most that the upper limit of hits over the population may be where a plan says nothing. */
        @WithDefault("0.05")
        BigDecimal population();

        /** The most that a plan may ask for. */
        @WithDefault("0.1")
        BigDecimal populationCeiling();

        /** The most that the upper limit of hits given membership may be where a plan says nothing. */
        @WithDefault("0.2")
        BigDecimal members();

        /** The most that a plan may ask for. */
        @WithDefault("0.25")
        BigDecimal membersCeiling();

        /** The most that a baseline may be worse for learning from the release where a plan says nothing, as a share. */
        @WithDefault("0.05")
        BigDecimal utility();

        /** How many earlier releases of the same organizers an attacker is given, the newest first. */
        @WithDefault("3")
        int earlierReleases();

        /** How many people are attacked, over the population and given membership. */
        @WithDefault("1000")
        int targets();
    }
}
