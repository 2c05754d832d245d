package podium.scoring.contest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import podium.backends.BackendsResource;
import podium.kit.id.Ids;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class ContestStoreIT {

    @Inject
    ContestStore contests;

    @Test
    void anOlderSnapshotIsIgnored() {
        UUID id = Ids.next();

        assertThat(contests.take(snapshot(id, 2, "ada"))).isTrue();
        assertThat(contests.take(snapshot(id, 1, "bob"))).isFalse();
        assertThat(contests.take(snapshot(id, 2, "bob"))).isFalse();
        assertThat(contests.take(snapshot(id, 3, "cem"))).isTrue();

        KnownContest known = contests.find(id).orElseThrow();
        assertThat(known.version()).isEqualTo(3);
        assertThat(known.organizers()).containsExactly("cem");
        assertThat(known.maxBytes()).isEqualTo(100L << 20);
        assertThat(contests.findBySlug("slug-" + id)).contains(known);
    }

    @Test
    void whatWasNeverHeardOfIsNotThere() {
        assertThat(contests.find(Ids.next())).isEmpty();
        assertThat(contests.findBySlug("never-heard-of")).isEmpty();
    }

    private static ContestChanged snapshot(UUID id, int version, String organizer) {
        Task task = new Task("y", Task.Kind.NUMBER, null, "rmse", 4, null, null);
        return new ContestChanged(
                id,
                version,
                "slug-" + id,
                ContestState.DRAFT,
                Visibility.PUBLIC,
                List.of(organizer),
                new ContestDefinition(task, null, null),
                Instant.parse("2026-11-01T09:00:00Z"));
    }
}
