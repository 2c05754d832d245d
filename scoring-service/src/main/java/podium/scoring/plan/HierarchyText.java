package podium.scoring.plan;

import java.util.List;
import podium.kit.digest.Sha256;
import podium.scoring.anonymization.Hierarchy;
import podium.scoring.anonymization.HierarchyReading;

/**
 * A hierarchy as the literature's tools write it: a line per value, cells separated by {@code ;} and not quoted.
 *
 * @param content the file's text
 */
public record HierarchyText(String content) {

    /** The hierarchy, or what is wrong with it. */
    public HierarchyReading read() {
        List<List<String>> lines = content.lines()
                .filter(line -> !line.isEmpty())
                .map(line -> List.of(line.split(";", -1)))
                .toList();
        return Hierarchy.read(lines);
    }

    /** The digest of the text, lower-case hexadecimal. */
    public String sha256() {
        return Sha256.hex(content);
    }
}
