package podium.scoring.prediction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import podium.scoring.metric.Bounds;
import podium.scoring.metric.Values;

/**
 * What a prediction file means, read slowly and in the plainest way: the whole file as text (one character a byte), regular
 * expressions, maps and the JDK's own numbers. Shares nothing with the reader that it is compared with.
 */
final class ReferenceReader {
    private static final Pattern FIELD =
            Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^\",][^,]*)?)(,|\\z)", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

    private final FuzzScene scene;

    ReferenceReader(FuzzScene scene) {
        this.scene = scene;
    }

    /** Something is wrong with the file. */
    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String what) {
            super(what, null, false, false);
        }
    }

    /** For each row the bits of its numbers, its code or its items; empty if the file has an error. */
    Optional<List<List<Long>>> read(byte[] file) {
        try {
            return Optional.of(rows(file));
        } catch (Wrong _) {
            return Optional.empty();
        }
    }

    private List<List<Long>> rows(byte[] file) throws Wrong {
        require(file.length <= scene.format().maxBytes(), "too large");
        String text = new String(file, ISO_8859_1);
        text = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
        require(!text.startsWith("\u00FF\u00FE") && !text.startsWith("\u00FE\u00FF"), "UTF-16");
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            require(line.length() < scene.longestLine(), "long line");
            String bare = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            if (!bare.isEmpty()) {
                lines.add(bare);
            }
        }
        require(!lines.isEmpty(), "empty");
        List<Integer> columns = columns(lines.removeFirst());
        Map<String, Integer> rowOf = new HashMap<>();
        scene.ids().forEach(id -> rowOf.put(latin(id), rowOf.size()));
        Map<Integer, List<Long>> rows = new TreeMap<>();
        for (String line : lines) {
            List<String> fields = split(line);
            require(fields.size() == columns.size() + 1, "fields");
            Integer row = rowOf.getOrDefault(fields.getFirst(), rowOf.get(trim(fields.getFirst())));
            require(row != null && !rows.containsKey(row), "id");
            List<List<Long>> values =
                    new ArrayList<>(columns.stream().map(_ -> List.<Long>of()).toList());
            for (int i = 0; i < columns.size(); i++) {
                values.set(columns.get(i), value(fields.get(i + 1)));
            }
            rows.put(row, values.stream().flatMap(List::stream).toList());
        }
        require(rows.size() == scene.ids().size(), "missing");
        return List.copyOf(rows.values());
    }

    private List<Integer> columns(String header) throws Wrong {
        require(isUtf8(header) && header.indexOf('\0') < 0, "header's encoding");
        List<String> names = split(header);
        require(names.removeFirst().equals("id"), "header");
        List<String> expected =
                scene.format().columns().stream().map(ReferenceReader::latin).toList();
        Set<String> distinct = new HashSet<>(names);
        require(names.size() == expected.size() && distinct.equals(Set.copyOf(expected)), "columns");
        return names.stream().map(expected::indexOf).toList();
    }

    private static List<String> split(String line) throws Wrong {
        List<String> fields = new ArrayList<>();
        Matcher field = FIELD.matcher(line);
        int at = 0;
        while (true) {
            require(field.region(at, line.length()).lookingAt(), "quotes");
            String quoted = field.group(1);
            String bare = field.group(2) == null ? "" : field.group(2);
            fields.add(quoted == null ? bare : quoted.replace("\"\"", "\""));
            at = field.end();
            if (field.group(3).isEmpty()) {
                return fields;
            }
        }
    }

    private List<Long> value(String field) throws Wrong {
        return switch (scene.format().values()) {
            case PredictionFormat.Numbers(Bounds bounds, boolean clamped) -> number(field, bounds, clamped);
            case PredictionFormat.Table(PredictionFormat.Numbers(Bounds bounds, boolean clamped)) ->
                number(field, bounds, clamped);
            case PredictionFormat.Names _ -> {
                require(!field.isEmpty(), "empty name");
                yield List.of(code(field));
            }
            case PredictionFormat.Lists(LabelIndex _, int atMost) -> {
                List<Long> items = new ArrayList<>();
                for (String item : trim(field).split("[ \t]+")) {
                    if (!item.isEmpty()) {
                        items.add(code(item));
                    }
                }
                require(items.size() <= atMost, "too many items");
                yield items;
            }
        };
    }

    private static List<Long> number(String field, Bounds bounds, boolean clamped) throws Wrong {
        String trimmed = trim(field);
        require(NUMBER.matcher(trimmed).matches(), "number");
        double value = Double.parseDouble(trimmed);
        require(Double.isFinite(value), "infinite");
        boolean below = value < bounds.min();
        boolean above = value > bounds.max();
        require(clamped || !below && !above, "range");
        return List.of(Double.doubleToRawLongBits(below ? bounds.min() : above ? bounds.max() : value));
    }

    private long code(String name) throws Wrong {
        int code = scene.names().stream().map(ReferenceReader::latin).toList().indexOf(name);
        require(code >= 0 || isUtf8(name), "encoding");
        return code;
    }

    private static String trim(String field) {
        int from = 0;
        int to = field.length();
        while (from < to && " \t".indexOf(field.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && " \t".indexOf(field.charAt(to - 1)) >= 0) {
            to--;
        }
        return field.substring(from, to);
    }

    private static boolean isUtf8(String latin) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(latin.getBytes(ISO_8859_1)));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    /** The UTF-8 of a text, one character a byte. */
    static String latin(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    private static void require(boolean right, String what) throws Wrong {
        if (!right) {
            throw new Wrong(what);
        }
    }

    /** The same form of what the reader read. */
    static List<List<Long>> of(Values values) {
        return switch (values) {
            case Values.Numbers(double[] numbers) -> table(numbers, 1);
            case Values.Table(double[] numbers, int columns) -> table(numbers, columns);
            case Values.Codes(int[] codes) ->
                Arrays.stream(codes).mapToObj(code -> List.of((long) code)).toList();
            case Values.Lists(int[] starts, int[] items) -> {
                List<List<Long>> rows = new ArrayList<>();
                for (int row = 0; row + 1 < starts.length; row++) {
                    rows.add(Arrays.stream(items, starts[row], starts[row + 1])
                            .asLongStream()
                            .boxed()
                            .toList());
                }
                yield rows;
            }
        };
    }

    private static List<List<Long>> table(double[] numbers, int columns) {
        List<List<Long>> rows = new ArrayList<>();
        for (int from = 0; from < numbers.length; from += columns) {
            rows.add(Arrays.stream(numbers, from, from + columns)
                    .mapToObj(Double::doubleToRawLongBits)
                    .toList());
        }
        return rows;
    }
}
