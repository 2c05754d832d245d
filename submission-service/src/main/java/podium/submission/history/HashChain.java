package podium.submission.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.kit.digest.Sha256;
import podium.kit.event.EventJson;
import podium.kit.json.CanonicalJson;

/**
 * What makes a history tamper-evident: each entry holds the hash of the one before. A hash is the SHA-256 of the entry as
 * canonical JSON (RFC 8785) without its member {@code hash}; whoever has the last hash has promised all entries.
 */
public final class HashChain {
    /** What the first entry holds as the hash before it: 64 zeros. */
    public static final String START = "0".repeat(64);

    private HashChain() {}

    /**
     * Seals entries behind the last sealed one.
     *
     * @param sequence of the last sealed entry, 0 if there is none
     * @param hash of that one, {@link #START} if there is none
     */
    static List<SealedEntry> seal(long sequence, String hash, List<Entry> entries) {
        List<SealedEntry> sealed = new ArrayList<>();
        long last = sequence;
        String previous = hash;
        for (Entry entry : entries) {
            SealedEntry next = next(++last, previous, entry);
            previous = next.hash();
            sealed.add(next);
        }
        return sealed;
    }

    private static SealedEntry next(long sequence, String previous, Entry e) {
        SealedEntry open =
                new SealedEntry(sequence, e.id(), e.contest(), e.at(), e.kind(), e.actor(), e.data(), previous, START);
        return new SealedEntry(
                sequence, e.id(), e.contest(), e.at(), e.kind(), e.actor(), e.data(), previous, hash(open));
    }

    /** The hash that this entry should have. */
    static String hash(SealedEntry entry) {
        ObjectNode hashed = EventJson.tree(entry);
        hashed.remove("hash");
        return Sha256.hex(CanonicalJson.bytes(hashed));
    }

    /**
     * Checks a whole history.
     *
     * @return what is wrong with the first entry that does not hold; empty if all hold
     */
    public static Optional<String> flaw(List<SealedEntry> entries) {
        long sequence = 0;
        String previous = START;
        for (SealedEntry entry : entries) {
            sequence++;
            if (entry.sequence() != sequence) {
                return Optional.of("entry " + sequence + " is missing or not in its place");
            }
            if (!entry.previous().equals(previous)) {
                return Optional.of("entry " + sequence + " does not follow the one before it");
            }
            if (!entry.hash().equals(hash(entry))) {
                return Optional.of("entry " + sequence + " was changed");
            }
            previous = entry.hash();
        }
        return Optional.empty();
    }
}
