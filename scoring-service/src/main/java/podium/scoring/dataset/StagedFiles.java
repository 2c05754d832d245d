package podium.scoring.dataset;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The files of an attempt that passed the gate, in the vault, waiting for approvals. What is approved is exactly these bytes:
 * the report holds their digests.
 *
 * @param files the files to publish; published files keep their ids
 * @param solutionFile the vault's file with the labels of the hidden rows
 * @param classes the classes that these labels are of, in the order that counts; empty if labels are numbers
 * @param earlier the contests that had released data when the attack began
 */
public record StagedFiles(List<ReleaseFile> files, UUID solutionFile, List<String> classes, List<UUID> earlier) {

    public StagedFiles {
        files = List.copyOf(files);
        classes = List.copyOf(classes);
        // Files that were staged before there was such a list name nobody.
        earlier = earlier == null ? List.of() : List.copyOf(earlier);
    }

    /** All that these files take in the vault before they are published. */
    public List<UUID> vaultFiles() {
        return Stream.concat(files.stream().map(ReleaseFile::fileId), Stream.of(solutionFile))
                .toList();
    }

    /**
     * A file that is published, as in the event.
     *
     * @param name its name for people, such as train.csv
     * @param fileId its name in the stores
     * @param rows rows without the header
     */
    public record ReleaseFile(String name, UUID fileId, long bytes, String sha256, long rows) {}
}
