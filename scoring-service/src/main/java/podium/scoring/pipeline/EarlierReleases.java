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

    /** The newest earlier tables. */
    List<EarlierTable> tables(KnownContest contest, Progress progress) {
        List<EarlierTable> tables = new ArrayList<>();
        for (Before before : before(contest)) {
            if (before.plan().treatment() instanceof Treatment.Table treatment) {
                progress.begin("earlier-release", 0);
                tables.add(new EarlierTable(
                        before.contest.slug(), madeAgain(before, treatment).orElseGet(() -> asPublished(before))));
            }
        }
        return tables;
    }

    /** The newest earlier ratings whose keys are not destroyed. */
    List<EarlierRatings> ratings(KnownContest contest, Progress progress) {
        List<EarlierRatings> ratings = new ArrayList<>();
        for (Before before : before(contest)) {
            if (before.plan().treatment() instanceof Treatment.Ratings treatment) {
                progress.begin("earlier-release", 0);
                ratings(before, treatment).ifPresent(ratings::add);
            }
        }
        return ratings;
    }

    private List<Before> before(KnownContest contest) {
        return contests.ofSameOrganizers(contest).stream()
                .map(other -> new Before(other, datasets.find(other.id())))
                .filter(before -> before.dataset.state() == DatasetState.RELEASED)
                .sorted(Comparator.comparing(Before::releasedAt).reversed())
                .limit(limits.gate().earlierReleases())
                .toList();
    }

    private Optional<ReleasedTable> madeAgain(Before before, Treatment.Table treatment) {
        try {
            TableDraft draft = data.anonymizer(before.contest, before.dataset, treatment, Progress.NONE)
                    .anonymize(data.table(before.contest, before.dataset, Progress.NONE));
            if (draft instanceof TableDraft.Made made
                    && sha256(made.release()::train).equals(before.file(TRAIN).sha256())) {
                return Optional.of(made.released());
            }
            LOG.warnf("The release of contest %s is not made again as it was published", before.contest.slug());
            return Optional.empty();
        } catch (KeysDestroyedException _) {
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
        }
    }

    /** What anybody has: the two files. Nobody's quasi-identifiers are known. */
    private ReleasedTable asPublished(Before before) {
        Set<String> generalized = new HashSet<>(Set.of(PlanCheck.ID));
        before.plan().columns(ColumnClass.QUASI_IDENTIFIER).forEach(column -> generalized.add(column.name()));
        String target = before.contest.task().target();
        Map<String, Column> train = published(before.file(TRAIN));
        Map<String, Column> test = published(before.file(TEST));
        List<Column> features = new ArrayList<>();
        for (Column column : train.values()) {
            Column more = test.get(column.name());
            if (more != null && !generalized.contains(column.name())) {
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
