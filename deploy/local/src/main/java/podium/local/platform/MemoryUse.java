package podium.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Memory of this process and everything it started, from Linux's {@code /proc}. Pages that processes share (PostgreSQL's
 * buffers, the JVMs' class data) are counted once, divided among those who share them (PSS).
 *
 * @param bytes by what a process is
 */
public record MemoryUse(Map<String, Long> bytes) {
    private static final long KIBI = 1024;

    /** Sorts by name. */
    public MemoryUse {
        bytes = new TreeMap<>(bytes);
    }

    /**
     * All of it.
     *
     * @return bytes
     */
    public long total() {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Measures now.
     *
     * @param names of processes by id; the descendants of a named process count for it, the rest is {@code launcher}
     * @return the memory; empty where there is no {@code /proc}
     */
    static MemoryUse measure(Map<Long, String> names) {
        Map<String, Long> bytes = new TreeMap<>();
        ProcessHandle self = ProcessHandle.current();
        Stream.concat(Stream.of(self), self.descendants())
                .forEach(process -> bytes.merge(name(process, names), pss(process.pid()), Long::sum));
        bytes.values().removeIf(size -> size == 0);
        return new MemoryUse(bytes);
    }

    private static String name(ProcessHandle process, Map<Long, String> names) {
        String own = names.get(process.pid());
        if (own != null) {
            return own;
        }
        return process.pid() == ProcessHandle.current().pid()
                ? "launcher and origin"
                : process.parent().map(parent -> name(parent, names)).orElse("launcher and origin");
    }

    private static long pss(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) * KIBI)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0; // gone meanwhile, or no Linux
        }
    }
}
