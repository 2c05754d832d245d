package podium.submission.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HashChainTest {
    private static final UUID CONTEST = UUID.fromString("0198c2a0-0000-7000-8000-0000000000c1");
    private static final Instant AT = Instant.parse("2026-11-02T09:00:00Z");

    /** Computed apart from this code: sha256sum over the line that RFC 8785 makes of the entry. */
    @Test
    void the_hash_is_that_of_the_canonical_entry() {
        List<SealedEntry> sealed = HashChain.seal(0, HashChain.START, List.of(entry(1, "olga")));

        assertThat(sealed.getFirst().hash())
                .isEqualTo("03a13a80145c3fb1a048120d439fbb5b3831ec1480674dae4b4dce051ee1d552");
        assertThat(sealed.getFirst().previous()).isEqualTo(HashChain.START);
    }

    @Test
    void sealing_in_parts_gives_the_same_chain() {
        List<Entry> entries = entries(5);
        List<SealedEntry> whole = HashChain.seal(0, HashChain.START, entries);

        List<SealedEntry> parts = new ArrayList<>(HashChain.seal(0, HashChain.START, entries.subList(0, 2)));
        parts.addAll(HashChain.seal(2, parts.getLast().hash(), entries.subList(2, 5)));

        assertThat(parts).isEqualTo(whole);
        assertThat(HashChain.flaw(whole)).isEmpty();
    }

    @Test
    void a_missing_entry_is_found() {
        for (int missing = 0; missing < 4; missing++) {
            List<SealedEntry> chain = chain();
            chain.remove(missing);

            assertThat(HashChain.flaw(chain)).as("without %d", missing).isPresent();
        }
    }

    @Test
    void two_entries_in_each_others_place_are_found() {
        for (int i = 0; i < 4; i++) {
            List<SealedEntry> chain = chain();
            Collections.swap(chain, i, i + 1);

            assertThat(HashChain.flaw(chain)).contains("entry " + (i + 1) + " is missing or not in its place");
        }
    }

    @Test
    void a_change_of_any_member_is_found() {
        SealedEntry it = chain().get(2);
        List<SealedEntry> changes = List.of(
                with(it, UUID.randomUUID(), it.contest(), it.at(), it.kind(), it.actor(), it.data()),
                with(it, it.id(), UUID.randomUUID(), it.at(), it.kind(), it.actor(), it.data()),
                with(it, it.id(), it.contest(), it.at().plusMillis(1), it.kind(), it.actor(), it.data()),
                with(it, it.id(), it.contest(), it.at(), "kinder", it.actor(), it.data()),
                with(it, it.id(), it.contest(), it.at(), it.kind(), "otto", it.data()),
                with(it, it.id(), it.contest(), it.at(), it.kind(), null, it.data()),
                with(it, it.id(), it.contest(), it.at(), it.kind(), it.actor(), data(99)));

        for (SealedEntry change : changes) {
            List<SealedEntry> chain = chain();
            chain.set(2, change);

            assertThat(HashChain.flaw(chain)).contains("entry 3 was changed");
        }
    }

    @Test
    void an_entry_that_was_changed_and_hashed_again_does_not_fit_what_follows() {
        List<SealedEntry> chain = chain();
        SealedEntry it = chain.get(2);
        chain.set(2, HashChain.seal(2, it.previous(), List.of(entry(9, "olga"))).getFirst());

        assertThat(HashChain.flaw(chain)).contains("entry 4 does not follow the one before it");
    }

    private static List<SealedEntry> chain() {
        return new ArrayList<>(HashChain.seal(0, HashChain.START, entries(5)));
    }

    private static List<Entry> entries(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(n -> entry(n, "olga")).toList();
    }

    private static Entry entry(long number, @Nullable String actor) {
        return new Entry(new UUID(0, number), CONTEST, AT.plusSeconds(number), "state-changed", actor, data(number));
    }

    private static ObjectNode data(long number) {
        return JsonNodeFactory.instance.objectNode().put("to", "open").put("number", number);
    }

    private static SealedEntry with(
            SealedEntry it, UUID id, UUID contest, Instant at, String kind, @Nullable String actor, ObjectNode data) {
        return new SealedEntry(it.sequence(), id, contest, at, kind, actor, data, it.previous(), it.hash());
    }
}
