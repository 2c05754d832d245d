package podium.scoring.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import podium.kit.digest.Sha256;
import podium.kit.file.FileStores;
import podium.scoring.anonymization.Column;
import podium.scoring.contest.ContestStore;
import podium.scoring.contest.KnownContest;
import podium.scoring.dataset.Dataset;
import podium.scoring.dataset.DatasetState;
import podium.scoring.dataset.DatasetStore;
import podium.scoring.dataset.StagedFiles.ReleaseFile;
import podium.scoring.key.KeyPurpose;
import podium.scoring.key.KeysDestroyedException;
import podium.scoring.plan.ColumnClass;
import podium.scoring.plan.DatasetLimits;
import podium.scoring.plan.Plan;
import podium.scoring.plan.PlanCheck;
import podium.scoring.plan.Treatment;
import podium.scoring.privacy.ReleasedTable;
import podium.scoring.ratings.RatingsRelease;
import podium.scoring.ratings.RatingsStages;
import podium.scoring.raw.RatingsTable;
import podium.scoring.raw.RawFormatException;
import podium.scoring.raw.RawReader;
import podium.scoring.raw.TableReader;
import podium.scoring.stage.Progress;

/**
 * What the same organizers released before: whoever attacks a release has it too. An earlier release is made again from its raw
 * data, so that it is known whose rows are whose; the digest of its training file shows that it is the one that was published. Of a
 * contest whose keys are destroyed nobody knows that any more, and a table is taken as it was published.
 */
@ApplicationScoped
class EarlierReleases {
    private static final Logger LOG = Logger.getLogger(EarlierReleases.class);
    private static final String TRAIN = "train.csv";
    private static final String TEST = "test.csv";

    private final ContestStore contests;
    private final DatasetStore datasets;
    private final RawData data;
    private final FileStores stores;
    private final DatasetLimits limits;

    @Inject
    EarlierReleases(
            ContestStore contests, DatasetStore datasets, RawData data, FileStores stores, DatasetLimits limits) {
        this.contests = contests;
        this.datasets = datasets;
        this.data = data;
        this.stores = stores;
        this.limits = limits;
    }

    /** The contests with an organizer in common that have released data. */
    List<KnownContest> released(KnownContest contest) {
        return before(contest).map(Before::contest).toList();
    }

    /** The newest earlier tables. */
    Earlier<EarlierTable> tables(KnownContest contest, Progress progress) {
        List<EarlierTable> tables = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (Before before : newest(contest, Treatment.Table.class, leftOut)) {
            progress.begin("earlier-release", 0);
            Optional<ReleasedTable> again =
                    madeAgain(before, (Treatment.Table) before.plan().treatment());
            if (again.isEmpty()) {
                leftOut.add(new LeftOut(before.contest.slug(), "only what is published as it is was compared"));
            }
            tables.add(new EarlierTable(before.contest.slug(), again.orElseGet(() -> asPublished(before))));
        }
        return new Earlier<>(tables, leftOut);
    }

    /** The newest earlier ratings whose keys are not destroyed. */
    Earlier<EarlierRatings> ratings(KnownContest contest, Progress progress) {
        List<EarlierRatings> ratings = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (Before before : newest(contest, Treatment.Ratings.class, leftOut)) {
            progress.begin("earlier-release", 0);
            ratings(before, (Treatment.Ratings) before.plan().treatment())
                    .ifPresentOrElse(
                            ratings::add,
                            () -> leftOut.add(new LeftOut(
                                    before.contest.slug(), "nobody can tell any more whose rows are whose")));
        }
        return new Earlier<>(ratings, leftOut);
    }

    private List<Before> newest(KnownContest contest, Class<? extends Treatment> treatment, List<LeftOut> leftOut) {
        List<Before> all = before(contest)
                .filter(before -> treatment.isInstance(before.plan().treatment()))
                .toList();
        int most = Math.min(all.size(), limits.gate().earlierReleases());
        all.subList(most, all.size())
                .forEach(before -> leftOut.add(new LeftOut(
                        before.contest.slug(),
                        "older than the newest " + limits.gate().earlierReleases())));
        return all.subList(0, most);
    }

    private Stream<Before> before(KnownContest contest) {
        return contests.ofSameOrganizers(contest).stream()
                .map(other -> new Before(other, datasets.find(other.id())))
                .filter(before -> before.dataset.state() == DatasetState.RELEASED)
                .sorted(Comparator.comparing(Before::releasedAt).reversed());
    }

    private Optional<ReleasedTable> madeAgain(Before before, Treatment.Table treatment) {
        try {
            TableDraft draft = data.anonymizer(before.contest, before.dataset, treatment, Progress.NONE)
                    .anonymize(data.table(before.contest, before.dataset, Progress.NONE));
            if (draft instanceof TableDraft.Made made
                    && sha256(made.release()::train).equals(before.file(TRAIN).sha256())) {
                return Optional.of(made.released(before.plan()));
            }
            LOG.warnf("The release of contest %s is not made again as it was published", before.contest.slug());
            return Optional.empty();
        } catch (KeysDestroyedException _) {
            return Optional.empty();
        } catch (RawFormatException e) {
            // Limits may have changed since then.
            LOG.warnf("The release of contest %s is not made again: %s", before.contest.slug(), e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<EarlierRatings> ratings(Before before, Treatment.Ratings treatment) {
        try {
            RatingsTable table = data.ratings(before.contest, before.dataset, treatment, Progress.NONE);
            RatingsRelease release = new RatingsStages(
                            table.ratings(),
                            treatment.stages(),
                            RatingsAnonymizer.split(before.plan()),
                            data.keys(before.contest).apply(KeyPurpose.SAMPLE),
                            Progress.NONE)
                    .run()
                    .release();
            int train = release.published().cardinality() - release.hidden().cardinality();
            if (train != before.file(TRAIN).rows()) {
                LOG.warnf("The release of contest %s is not made again as it was published", before.contest.slug());
                return Optional.empty();
            }
            return Optional.of(new EarlierRatings(before.contest.slug(), table.users(), table.items(), release));
        } catch (KeysDestroyedException _) {
            return Optional.empty();
        } catch (RawFormatException e) {
            // Limits may have changed since then.
            LOG.warnf("The release of contest %s is not made again: %s", before.contest.slug(), e.getMessage());
            return Optional.empty();
        }
    }

    /** What anybody has: the two files. Nobody's quasi-identifiers are known. */
    private ReleasedTable asPublished(Before before) {
        Set<String> changed = new HashSet<>(Set.of(PlanCheck.ID));
        before.plan().columns(ColumnClass.QUASI_IDENTIFIER).forEach(column -> changed.add(column.name()));
        before.plan().columns(ColumnClass.GROUP).forEach(column -> changed.add(column.name()));
        String target = before.contest.task().target();
        Map<String, Column> train = published(before.file(TRAIN));
        Map<String, Column> test = published(before.file(TEST));
        List<Column> features = new ArrayList<>();
        for (Column column : train.values()) {
            Column more = test.get(column.name());
            if (more != null && !changed.contains(column.name())) {
                features.add(joined(column, more));
            }
        }
        Column label = train.get(target);
        int trainRows = (int) before.file(TRAIN).rows();
        int rows = trainRows + (int) before.file(TEST).rows();
        BitSet trained = new BitSet();
        trained.set(0, trainRows);
        BitSet tested = new BitSet();
        tested.set(trainRows, rows);
        return new ReleasedTable(
                rows, List.of(), List.of(), features, label == null ? null : padded(label, rows), trained, tested);
    }

    private Map<String, Column> published(ReleaseFile file) {
        try (RawReader reader = new RawReader(stores.get("releases").open(file.fileId()), limits.columns())) {
            return new LinkedHashMap<>(TableReader.read(reader, Set.copyOf(reader.header()), Integer.MAX_VALUE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Column joined(Column first, Column second) {
        Column.Builder all = new Column.Builder(first.name());
        for (int row = 0; row < first.rows(); row++) {
            all.add(first.value(row));
        }
        for (int row = 0; row < second.rows(); row++) {
            all.add(second.value(row));
        }
        return all.build();
    }

    private static Column padded(Column column, int rows) {
        Column.Builder all = new Column.Builder(column.name());
        for (int row = 0; row < rows; row++) {
            all.add(row < column.rows() ? column.value(row) : "");
        }
        return all.build();
    }

    private static String sha256(ReleaseContent.Writing content) {
        MessageDigest digest = Sha256.start();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            content.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sha256.hex(digest);
    }

    /**
     * Earlier releases.
     *
     * @param given those that the attacker is given
     * @param leftOut those that he has and that were not attacked, or not wholly
     */
    record Earlier<T>(List<T> given, List<LeftOut> leftOut) {
        Earlier {
            given = List.copyOf(given);
            leftOut = List.copyOf(leftOut);
        }

        static <T> Earlier<T> none() {
            return new Earlier<>(List.of(), List.of());
        }
    }

    /**
     * An earlier release that was not attacked, or not wholly.
     *
     * @param contest its contest's name in URLs
     * @param why what was not done, or why
     */
    record LeftOut(String contest, String why) {}

    /**
     * An earlier table.
     *
     * @param contest its contest's name in URLs
     */
    record EarlierTable(String contest, ReleasedTable table) {}

    /**
     * Earlier ratings.
     *
     * @param contest the contest's name in URLs
     * @param users the code of every user by its raw name
     * @param items the code of every item by its raw name
     * @param release what was released, in these codes
     */
    record EarlierRatings(
            String contest, Map<String, Integer> users, Map<String, Integer> items, RatingsRelease release) {}

    /** A contest that released data. */
    private record Before(KnownContest contest, Dataset dataset) {
        Plan plan() {
            return Objects.requireNonNull(dataset.plan());
        }

        @Nullable
        Instant releasedAt() {
            return dataset.releasedAt();
        }

        ReleaseFile file(String name) {
            return Objects.requireNonNull(dataset.staged()).files().stream()
                    .filter(file -> file.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
