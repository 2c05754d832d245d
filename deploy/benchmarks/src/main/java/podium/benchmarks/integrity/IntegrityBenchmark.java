package podium.benchmarks.integrity;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import podium.scoring.fingerprint.CellKind;
import podium.scoring.fingerprint.Fingerprint;
import podium.scoring.fingerprint.Fingerprints;
import podium.scoring.fingerprint.Panel;
import podium.scoring.fingerprint.Resemblance;
import podium.scoring.fingerprint.SampledCells;
import podium.scoring.fingerprint.Screen;
import podium.scoring.fingerprint.Screening;
import podium.scoring.fingerprint.Voice;
import podium.scoring.metric.Values;

/**
 * The parts of an integrity check: the fingerprint of 2,817,131 predictions; one new file against the screens of 41,305
 * teams, read from bytes as a store has them; one pair of whole samples against a panel of 31 teams, neither of them in it
 * (the usual case of a large contest) or both.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class IntegrityBenchmark {
    private static final int ROWS = 2_817_131;
    private static final int TEAMS = 41_305;

    private final SplittableRandom random = new SplittableRandom(2009);
    private final double[] signal = random.doubles(SampledCells.MOST).toArray();
    private final Fingerprints fingerprints = new Fingerprints(new SampledCells(new byte[32], ROWS));
    private final List<byte[]> screens = new ArrayList<>();
    private final List<Voice> voices = new ArrayList<>();
    private Values file = new Values.Numbers(new double[0]);
    private Panel panel = new Panel(CellKind.NUMBERS, null, List.of());
    private Screening screening = new Screening(CellKind.NUMBERS, panel.typical());
    private double[] newcomer = new double[0];

    /** Makes honest teams. */
    @Setup
    public void teams() {
        file = new Values.Numbers(random.doubles(ROWS, 1, 5).toArray());
        for (int team = 0; team < TEAMS; team++) {
            double[] cells = model();
            screens.add(Screen.of(CellKind.NUMBERS, cells).bytes());
            if (team < Panel.MOST_TEAMS + 2) {
                voices.add(Voice.of(CellKind.NUMBERS, new UUID(7, team), cells));
            }
        }
        panel = new Panel(CellKind.NUMBERS, signal, voices.subList(0, Panel.MOST_TEAMS));
        screening = new Screening(CellKind.NUMBERS, panel.typical());
        newcomer = model();
    }

    private double[] model() {
        double[] cells = signal.clone();
        for (int i = 0; i < cells.length; i++) {
            cells[i] += 0.1 * random.nextGaussian();
        }
        return cells;
    }

    /** What scoring spends on a file. */
    @Benchmark
    public Fingerprint fingerprint() {
        return fingerprints.of(file);
    }

    /** What a pass spends on a new file, but for reading the screens from the store. */
    @Benchmark
    public int screenAllTeams() {
        Screening.Subject subject = screening.subject(Screen.of(CellKind.NUMBERS, newcomer));
        int alike = 0;
        for (byte[] screen : screens) {
            alike += screening.alike(subject, screening.subject(Screen.read(screen))) ? 1 : 0;
        }
        return alike;
    }

    /** What a pass spends on a pair that looks alike. */
    @Benchmark
    public Resemblance comparePair() {
        return panel.compare(voices.get(Panel.MOST_TEAMS), voices.get(Panel.MOST_TEAMS + 1));
    }

    /** The same where both teams are of the panel, so that there is a consensus of the others to be found. */
    @Benchmark
    public Resemblance comparePairOfThePanel() {
        return panel.compare(voices.get(0), voices.get(1));
    }
}
