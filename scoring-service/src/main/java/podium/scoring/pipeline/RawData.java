package podium.scoring.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import podium.scoring.anonymization.Column;
import podium.scoring.contest.KnownContest;
import podium.scoring.dataset.Dataset;
import podium.scoring.dataset.RawFile;
import podium.scoring.dataset.Vault;
import podium.scoring.key.ContestKeyStore;
import podium.scoring.key.KeyPurpose;
import podium.scoring.plan.ColumnClass;
import podium.scoring.plan.DatasetLimits;
import podium.scoring.plan.HierarchyStore;
import podium.scoring.plan.Plan;
import podium.scoring.plan.Treatment;
import podium.scoring.raw.ColumnProfile;
import podium.scoring.raw.ItemsReader;
import podium.scoring.raw.RatingsReader;
import podium.scoring.raw.RatingsTable;
import podium.scoring.raw.RawReader;
import podium.scoring.raw.TableReader;
import podium.scoring.stage.Progress;

/** Reads the raw files of a contest as its plan needs them, and has the keys that its choices are made with. */
@ApplicationScoped
class RawData {
    private final Vault vault;
    private final HierarchyStore hierarchies;
    private final ContestKeyStore keys;
    private final DatasetLimits limits;

    @Inject
    RawData(Vault vault, HierarchyStore hierarchies, ContestKeyStore keys, DatasetLimits limits) {
        this.vault = vault;
        this.hierarchies = hierarchies;
        this.keys = keys;
        this.limits = limits;
    }

    /** The keys of a contest. */
    Function<KeyPurpose, byte[]> keys(KnownContest contest) {
        return purpose -> keys.key(contest.id(), purpose);
    }

    /**
     * The columns of a table that are published or decide something, by name.
     *
     * @throws podium.scoring.raw.RawFormatException they cannot be held in memory
     */
    Map<String, Column> table(KnownContest contest, Dataset dataset, Progress progress) {
        RawFile raw = Objects.requireNonNull(dataset.raw());
        progress.begin("read", raw.profile().rows());
        try (RawReader reader = reader(contest, raw)) {
            return TableReader.read(
                    reader, looked(Objects.requireNonNull(dataset.plan()), raw), limits.distinctValues());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What carries out the plan of a table. */
    Anonymizer anonymizer(KnownContest contest, Dataset dataset, Treatment.Table treatment, Progress progress) {
        return new Anonymizer(
                Objects.requireNonNull(dataset.plan()),
                treatment,
                Objects.requireNonNull(dataset.raw()).profile(),
                contest.task(),
                hierarchies.all(contest.id()),
                keys(contest),
                progress);
    }

    /**
     * Ratings, with all that is known of their items.
     *
     * @throws podium.scoring.raw.RawFormatException a row cannot be read
     */
    RatingsTable ratings(KnownContest contest, Dataset dataset, Treatment.Ratings treatment, Progress progress) {
        RawFile raw = Objects.requireNonNull(dataset.raw());
        Plan plan = Objects.requireNonNull(dataset.plan());
        List<Plan.PlannedColumn> times = plan.columns(ColumnClass.TIME);
        RatingsReader.Columns columns = new RatingsReader.Columns(
                treatment.user(),
                treatment.item(),
                contest.task().target(),
                times.isEmpty() ? null : times.getFirst().name(),
                plan.columns(ColumnClass.FEATURE).stream()
                        .map(Plan.PlannedColumn::name)
                        .toList());
        try (RawReader reader = reader(contest, raw)) {
            RatingsTable table =
                    new RatingsReader(reader, columns).read(raw.profile().rows(), progress);
            RawFile items = dataset.items();
            return items == null ? table : table.with(attributes(contest, treatment, items, table.items(), progress));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, List<String>> attributes(
            KnownContest contest,
            Treatment.Ratings treatment,
            RawFile items,
            Map<String, Integer> codes,
            Progress progress)
            throws IOException {
        progress.begin("read-items", items.profile().rows());
        try (RawReader reader = reader(contest, items)) {
            return ItemsReader.read(reader, treatment.item(), treatment.published(), codes);
        }
    }

    private RawReader reader(KnownContest contest, RawFile raw) throws IOException {
        return new RawReader(vault.open(contest.id(), raw.fileId()), limits.columns());
    }

    /** What is published, what rows are split by, and what may group them, unless it has too many values to be held in memory. */
    private Set<String> looked(Plan plan, RawFile raw) {
        return plan.columns().stream()
                .filter(c -> c.columnClass().published()
                        || c.columnClass() == ColumnClass.TIME
                        || (c.columnClass() == ColumnClass.DIRECT_IDENTIFIER && mayGroup(c.name(), raw)))
                .map(Plan.PlannedColumn::name)
                .collect(Collectors.toSet());
    }

    private boolean mayGroup(String column, RawFile raw) {
        ColumnProfile profile = raw.profile().column(column).orElseThrow();
        return profile.moreDistinct()
                ? raw.profile().rows() <= limits.distinctValues() / 2
                : profile.distinct() < raw.profile().rows();
    }
}
