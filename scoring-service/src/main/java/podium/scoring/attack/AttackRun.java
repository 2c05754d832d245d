package podium.scoring.attack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import podium.scoring.ratings.Ratings;
import podium.scoring.stage.Progress;

/**
 * One attack under way. Cells that differ only in how many ratings are known share a pass: the four are the first of the
 * eight, and the state after them is read on the way.
 */
final class AttackRun {
    private final RatingIndex index;
    private final Targets targets;
    private final List<AttackCell> cells;
    private final List<List<Integer>> passes;
    private final long seed;
    private final TargetRows rows;
    private final KnowledgeDraw knowledge;
    private final Attempts attempts;

    AttackRun(Ratings raw, RatingIndex index, Targets targets, List<AttackCell> cells, long seed) {
        this.index = index;
        this.targets = targets;
        this.cells = cells;
        this.seed = seed;
        passes = passes(cells);
        rows = new TargetRows(raw, targets.all());
        int most = cells.stream().mapToInt(AttackCell::known).max().orElseThrow();
        knowledge = new KnowledgeDraw(raw, rows, seed, most);
        attempts = new Attempts(cells.size(), targets.all().length);
    }

    /** The cells of each pass, by the number of known ratings. */
    private static List<List<Integer>> passes(List<AttackCell> cells) {
        Map<AttackCell, List<Integer>> passes = new LinkedHashMap<>();
        for (int c = 0; c < cells.size(); c++) {
            AttackCell cell = cells.get(c);
            AttackCell pass = new AttackCell(1, cell.wrong(), cell.dates(), cell.items());
            passes.computeIfAbsent(pass, p -> new ArrayList<>()).add(c);
        }
        passes.values()
                .forEach(pass ->
                        pass.sort(Comparator.comparingInt(c -> cells.get(c).known())));
        return List.copyOf(passes.values());
    }

    /** Attacks every target. Each is attacked by one thread, from its own seed, so that the threads change nothing. */
    void run(int threads, Progress progress) {
        AtomicInteger next = new AtomicInteger();
        IntStream.range(0, threads).parallel().forEach(thread -> {
            Scoreboard scoreboard = new Scoreboard(index);
            for (int t = next.getAndIncrement(); t < rows.targets(); t = next.getAndIncrement()) {
                for (List<Integer> pass : passes) {
                    attack(t, pass, scoreboard);
                }
                synchronized (progress) {
                    progress.advance(1);
                }
            }
        });
    }

    private void attack(int t, List<Integer> pass, Scoreboard scoreboard) {
        AttackCell kind = cells.get(pass.getFirst());
        Knowledge known = knowledge.draw(t, kind.items(), kind.wrong(), kind.dates());
        int person = rows.person(t);
        int added = 0;
        scoreboard.clear();
        for (int c : pass) {
            int most = Math.min(cells.get(c).known(), known.size());
            for (; added < most; added++) {
                scoreboard.add(known.item()[added], known.rating()[added], known.day()[added]);
            }
            double chance = scoreboard.bestRecordsOf(person) / (double) Math.max(1, scoreboard.ties());
            SplittableRandom tie = new SplittableRandom(seed ^ (person * 0x9e3779b97f4a7c15L + c));
            attempts.note(
                    c,
                    t,
                    scoreboard.eccentricity(),
                    tie.nextDouble() < chance,
                    index.hasRecordOf(person) ? scoreboard.bitsLeft(person) : 0);
        }
    }

    /** What was found, in the order of the cells. */
    List<CellOutcome> outcomes() {
        List<CellOutcome> outcomes = new ArrayList<>();
        for (int c = 0; c < cells.size(); c++) {
            outcomes.add(attempts.outcome(c, cells.get(c), targets));
        }
        return outcomes;
    }
}
