package podium.scoring.attack;

import java.util.ArrayList;
import java.util.List;
import podium.scoring.ratings.DateRule;
import podium.scoring.ratings.Ratings;
import podium.scoring.ratings.RatingsRelease;
import podium.scoring.stage.Progress;

/**
 * The attack on a release of ratings: what {@link Scoreboard} finds for people of whom an attacker knows a few ratings, in
 * every cell of a grid of knowledge. Targets are drawn from all people of the raw data, whether they are released or not, and
 * from those who are; what the attacker knows of them is drawn from raw rows. Cells that differ only in how well days are
 * known are one where no days are published. The same seed gives the same report on every machine and number of threads.
 */
public final class AttackGrid {
    /** How many people are attacked, in the population and in the release, if nobody says otherwise. */
    public static final int TARGETS = 1000;

    private static final String STAGE = "attack";

    private final List<AttackCell> cells;
    private final int targets;
    private final long seed;
    private final int threads;

    /** The grid that the gate demands, on so many threads as there are processors. */
    public AttackGrid(long seed) {
        this(AttackCell.grid(), TARGETS, seed, Runtime.getRuntime().availableProcessors());
    }

    /**
     * Another grid.
     *
     * @param cells what the attacker may know, at least one
     * @param targets how many people are attacked, of the population and of the release; all where they are fewer
     * @param seed of all draws
     * @param threads how many threads attack
     */
    public AttackGrid(List<AttackCell> cells, int targets, long seed, int threads) {
        if (cells.isEmpty() || targets < 1 || threads < 1) {
            throw new IllegalArgumentException("An attack has a cell, a target and a thread at least");
        }
        this.cells = List.copyOf(cells);
        this.targets = targets;
        this.seed = seed;
        this.threads = threads;
    }

    /**
     * Attacks a release.
     *
     * @param release what is to be published
     * @param progress counts targets
     */
    public AttackReport attack(RatingsRelease release, Progress progress) {
        return attack(release, List.of(), progress);
    }

    /**
     * Attacks a release together with earlier ones of the same people. Their records carry other pseudonyms; each is first
     * linked to the record that it most clearly resembles, if any, and what was published anywhere is then attacked as one.
     * Who was in an earlier release is in what is attacked: the outcome is what all of them together tell.
     *
     * @param release what is to be published
     * @param earlier what was published before, of raw data with the same users and items
     * @param progress counts records to be linked, then targets
     */
    public AttackReport attack(RatingsRelease release, List<RatingsRelease> earlier, Progress progress) {
        Ratings raw = release.raw();
        List<Records> published = new ArrayList<>(List.of(Records.of(release)));
        int linked = 0;
        for (RatingsRelease before : earlier) {
            if (before.raw().users() != raw.users() || before.raw().items() != raw.items()) {
                throw new IllegalArgumentException("An earlier release is of the same users and items");
            }
            Records records = RecordLinkage.link(published, before, threads, progress);
            linked += records.below(published.getLast().recordNumbers());
            published.add(records);
        }
        RatingIndex index = RatingIndex.of(published, threads);
        Targets drawn = Targets.draw(raw, index, targets, seed);
        AttackRun run = new AttackRun(raw, index, drawn, asked(raw, index), seed);
        progress.begin(STAGE, drawn.all().length);
        run.run(threads, progress);
        return new AttackReport(drawn.people(), drawn.released(), seed, linked, run.outcomes());
    }

    /** Where no days are published, or the raw data has none, nobody knows any: cells that differ in days alone are one. */
    private List<AttackCell> asked(Ratings raw, RatingIndex index) {
        if (raw.dated() && index.dates() != DateRule.DROP) {
            return cells;
        }
        return cells.stream()
                .map(cell -> new AttackCell(cell.known(), cell.wrong(), DateKnowledge.UNKNOWN, cell.items()))
                .distinct()
                .toList();
    }
}
