package podium.scoring.lint;

import java.util.Map;

/** Whether a file's container carries what its rows do not: names, times, comments, statistics. */
public final class ContainerLint {
    private static final int GZIP_FLAGS = 3;
    private static final int GZIP_TIME = 4;
    private static final int GZIP_HEADER = 10;
    private static final int GZIP_EXTRA_NAME_COMMENT = 0b0001_1100;

    private ContainerLint() {}

    /**
     * Looks at the beginning and the end of a file.
     *
     * @param name the file's name
     * @param head its first bytes, 16 at least if it has them
     * @param tail its last bytes, 4 at least if it has them
     */
    public static LintResult check(String name, byte[] head, byte[] tail) {
        String found = found(head, tail);
        return found.isEmpty()
                ? LintResult.passed("container-metadata", name + " carries nothing but its rows.", Map.of())
                : LintResult.blocked("container-metadata", name + " carries " + found + ".", Map.of());
    }

    private static String found(byte[] head, byte[] tail) {
        if (starts(head, 0x1f, 0x8b) && head.length >= GZIP_HEADER) {
            if ((head[GZIP_FLAGS] & GZIP_EXTRA_NAME_COMMENT) != 0) {
                return "a name, a comment or extra fields in its gzip header";
            }
            for (int i = GZIP_TIME; i < GZIP_TIME + Integer.BYTES; i++) {
                if (head[i] != 0) {
                    return "the time at which it was packed in its gzip header";
                }
            }
        }
        if (head.length >= Integer.BYTES
                && (head[0] & 0xF0) == 0x50
                && (head[1] & 0xFF) == 0x2A
                && (head[2] & 0xFF) == 0x4D
                && (head[3] & 0xFF) == 0x18) {
            return "a zstd frame that is skipped when it is unpacked";
        }
        if (starts(head, 'P', 'A', 'R', '1') && ends(tail, 'P', 'A', 'R', '1')) {
            return "a Parquet footer, which has the smallest and largest values of the rows as they were written";
        }
        if (starts(head, 'P', 'K')) {
            return "a zip directory with names and times";
        }
        return "";
    }

    private static boolean starts(byte[] bytes, int... expected) {
        return bytes.length >= expected.length && matches(bytes, 0, expected);
    }

    private static boolean ends(byte[] bytes, int... expected) {
        return bytes.length >= expected.length && matches(bytes, bytes.length - expected.length, expected);
    }

    private static boolean matches(byte[] bytes, int at, int[] expected) {
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[at + i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
