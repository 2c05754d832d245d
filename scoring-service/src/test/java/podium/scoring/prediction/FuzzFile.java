package podium.scoring.prediction;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import podium.kit.content.ContentCoding;

/** Makes files that are right, spoils them, packs them and spoils them again. */
final class FuzzFile {
    private static final List<String> TOKENS = Stream.of(
                    "inf",
                    "NaN",
                    "1e999",
                    "-1e400",
                    "1e-400",
                    "4.9e-324",
                    "1.7976931348623157e308",
                    "0x1p3",
                    "+",
                    "-",
                    "-0.0",
                    ".",
                    "e",
                    "1e5",
                    "0.30000000000000004",
                    "9007199254740993",
                    "123456789012345678901234567890",
                    "0.00000000000000000000000000000001",
                    "1.000000000000000000000001",
                    "0000000000000000000000001",
                    "18446744073709551616",
                    ",",
                    ",,",
                    "\"",
                    "\"\"",
                    "\"\"\"",
                    "\n",
                    "\r",
                    "\r\n",
                    "\n\n",
                    " ",
                    "  ",
                    "\t",
                    "\0",
                    "\uFEFF",
                    "é",
                    "٣",
                    "id",
                    "1",
                    "0",
                    "cat",
                    "i1 i2",
                    "\u0085")
            .map(ReferenceReader::latin)
            .toList();

    private final FuzzScene scene;
    private final Random random;

    FuzzFile(FuzzScene scene, Random random) {
        this.scene = scene;
        this.random = random;
    }

    /** A file without an error, in one of the ways in which programs write it. */
    byte[] right() {
        String end = random.nextInt(3) == 0 ? "\r\n" : "\n";
        boolean quotes = random.nextInt(4) == 0;
        List<Integer> rows = shuffled(scene.ids().size(), random.nextBoolean());
        List<Integer> columns = shuffled(scene.format().columns().size(), true);
        List<String> lines = new ArrayList<>();
        lines.add(Stream.concat(
                        Stream.of("id"), columns.stream().map(scene.format().columns()::get))
                .map(name -> field(name, quotes))
                .collect(Collectors.joining(",")));
        for (int row : rows) {
            lines.add(Stream.concat(
                            Stream.of(scene.ids().get(row)), columns.stream().map(_ -> value()))
                    .map(value -> field(value, quotes))
                    .collect(Collectors.joining(",")));
        }
        String file = String.join(end, lines) + (random.nextInt(4) == 0 ? "" : end);
        return ((random.nextInt(8) == 0 ? "\uFEFF" : "") + file).getBytes(UTF_8);
    }

    /** Spoils a file in a place or a few; some stay right. */
    byte[] mutated(byte[] file) {
        String text = new String(file, ISO_8859_1);
        for (int n = random.nextInt(4); n > 0 && !text.isEmpty(); n--) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + 1 + random.nextInt(random.nextInt(5) == 0 ? 40 : 3));
            String middle =
                    switch (random.nextInt(8)) {
                        case 0 -> Character.toString(random.nextInt(256));
                        case 1 -> "";
                        case 2 -> text.substring(from, to).repeat(2);
                        case 3, 4 -> TOKENS.get(random.nextInt(TOKENS.size()));
                        case 5 -> TOKENS.get(random.nextInt(TOKENS.size())) + text.substring(from, to);
                        case 6 ->
                            Character.toString(text.charAt(from) ^ 1 << random.nextInt(8))
                                    + text.substring(from + 1, to);
                        default -> "\n".repeat(random.nextInt(500) == 0 ? 200_000 : 3) + text.substring(from, to);
                    };
            text = text.substring(0, from) + middle + text.substring(to);
        }
        if (random.nextInt(10) == 0) {
            text = withLinesSwapped(text);
        }
        byte[] bytes = text.getBytes(ISO_8859_1);
        return random.nextInt(20) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }

    /** Packs a file, and sometimes spoils it once more. */
    byte[] packed(byte[] file, ContentCoding coding) throws IOException {
        byte[] packed = packedRightly(file, coding);
        if (coding == ContentCoding.IDENTITY || packed.length == 0 || random.nextBoolean()) {
            return packed;
        }
        if (random.nextBoolean()) {
            return Arrays.copyOf(packed, random.nextInt(packed.length));
        }
        for (int n = random.nextInt(1, 4); n > 0; n--) {
            packed[random.nextInt(packed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return packed;
    }

    private byte[] packedRightly(byte[] file, ContentCoding coding) throws IOException {
        int cut = random.nextInt(4) == 0 ? random.nextInt(file.length + 1) : file.length;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : List.of(Arrays.copyOf(file, cut), Arrays.copyOfRange(file, cut, file.length))) {
            if (part.length > 0 || cut == 0) {
                out.write(part(part, coding));
            }
        }
        return out.toByteArray();
    }

    private static byte[] part(byte[] file, ContentCoding coding) throws IOException {
        return switch (coding) {
            case IDENTITY -> file;
            case ZSTD -> Zstd.compress(file, 1);
            case GZIP -> {
                ByteArrayOutputStream packed = new ByteArrayOutputStream();
                try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                    gzip.write(file);
                }
                yield packed.toByteArray();
            }
        };
    }

    private List<Integer> shuffled(int count, boolean shuffle) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        if (shuffle) {
            Collections.shuffle(order, random);
        }
        return order;
    }

    private String withLinesSwapped(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
        return String.join("\n", lines);
    }

    private String value() {
        return switch (scene.format().values()) {
            case PredictionFormat.Numbers _, PredictionFormat.Table _ -> number(random.nextDouble());
            case PredictionFormat.Names _ -> name();
            case PredictionFormat.Lists(LabelIndex _, int atMost) ->
                IntStream.range(0, random.nextInt(atMost + 1))
                        .mapToObj(_ -> name())
                        .collect(Collectors.joining(random.nextInt(5) == 0 ? "  " : " "));
        };
    }

    private String name() {
        return random.nextInt(6) == 0
                ? "other"
                : scene.names().get(random.nextInt(scene.names().size()));
    }

    private String number(double value) {
        return switch (random.nextInt(8)) {
            case 0 -> Double.toString(value);
            case 1 -> String.format(Locale.ROOT, "%.3e", value);
            case 2 -> "0" + String.format(Locale.ROOT, "%.9f", value).substring(random.nextInt(2));
            case 3 -> Long.toString(Math.round(value));
            case 4 -> " " + value;
            case 5 -> String.format(Locale.ROOT, "%." + random.nextInt(25) + "f", value);
            default -> String.format(Locale.ROOT, "%.4f", value);
        };
    }

    private String field(String text, boolean quotes) {
        boolean needed = text.indexOf(',') >= 0 || text.startsWith("\"");
        return quotes && random.nextInt(4) > 0 || needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
