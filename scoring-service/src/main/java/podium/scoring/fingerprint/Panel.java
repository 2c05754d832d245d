package podium.scoring.fingerprint;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Some teams of a contest, each with its latest file, against whose consensus pairs of files are compared. Files that are
 * constant have no say. Threads share one.
 */
public final class Panel {
    /**
     * So many teams are enough: what the consensus of so many has of its own adds 1/31 to the correlation of two honest
     * files, far from the threshold.
     */
    public static final int MOST_TEAMS = 31;

    /** Fewer teams make no consensus. */
    private static final int FEWEST_TEAMS = 3;

    private final CellKind kind;
    private final double @Nullable [] truth;
    private final Map<UUID, double[]> teams = new LinkedHashMap<>();
    private final double[][] byCell;
    private final @Nullable Consensus ofAll;

    /**
     * @param kind what the cells of the contest's files are
     * @param truth what is true of the sampled cells, null if that is not known
     * @param voices one of each team
     */
    public Panel(CellKind kind, double @Nullable [] truth, Iterable<Voice> voices) {
        this.kind = kind;
        this.truth = truth;
        for (Voice voice : voices) {
            double[] opinions = voice.opinions();
            if (opinions != null) {
                teams.put(voice.team(), opinions);
            }
        }
        byCell = sortedByCell();
        ofAll = teams.size() < FEWEST_TEAMS ? null : Consensus.of(kind, byCell);
    }

    /** What is usual in each cell, of numbers in standard units; empty if there are too few teams. */
    public Optional<double[]> typical() {
        return Optional.ofNullable(ofAll).map(Consensus::typical);
    }

    /** Compares the files of two teams, against the consensus of the others. */
    public Resemblance compare(Voice a, Voice b) {
        Agreement agreement = Agreement.of(a.cells(), b.cells(), truth);
        double[] opinionsOfA = a.opinions();
        double[] opinionsOfB = b.opinions();
        if (opinionsOfA == null || opinionsOfB == null) {
            return new Resemblance(agreement, null);
        }
        Optional<ResidualCorrelation> residual =
                without(a, b).flatMap(consensus -> consensus.correlate(opinionsOfA, opinionsOfB, truth));
        return new Resemblance(agreement, residual.orElse(null));
    }

    private Optional<Consensus> without(Voice a, Voice b) {
        double[][] members = Stream.of(a, b)
                .map(voice -> teams.get(voice.team()))
                .filter(opinions -> opinions != null)
                .toArray(double[][]::new);
        if (members.length == 0) {
            return Optional.ofNullable(ofAll);
        }
        if (teams.size() - members.length < FEWEST_TEAMS) {
            return Optional.empty();
        }
        double[][] others = new double[byCell.length][];
        for (int i = 0; i < others.length; i++) {
            double[] cell = byCell[i];
            for (double[] member : members) {
                cell = without(cell, member[i]);
            }
            others[i] = cell;
        }
        return Optional.of(Consensus.of(kind, others));
    }

    /** Sorted numbers without one of them. */
    private static double[] without(double[] sorted, double value) {
        int place = Arrays.binarySearch(sorted, value);
        double[] rest = Arrays.copyOf(sorted, sorted.length - 1);
        System.arraycopy(sorted, place + 1, rest, place, rest.length - place);
        return rest;
    }

    private double[][] sortedByCell() {
        int cells = teams.values().stream()
                .findFirst()
                .map(opinions -> opinions.length)
                .orElse(0);
        double[][] sorted = new double[cells][teams.size()];
        int team = 0;
        for (double[] opinions : teams.values()) {
            for (int i = 0; i < cells; i++) {
                sorted[i][team] = opinions[i];
            }
            team++;
        }
        for (double[] cell : sorted) {
            Arrays.sort(cell);
        }
        return sorted;
    }
}
