package podium.scoring.metric;

import java.util.Arrays;
import java.util.Locale;

/** Constants of an enum as the words of a setting. */
final class Words {
    private Words() {}

    /** The word for a constant. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The constant of a word that a setting allows. */
    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }

    /** A setting that is one of the words for the constants of an enum. */
    static <E extends Enum<E>> Setting setting(String name, String meaning, E standard) {
        return new Setting.Word(
                name,
                meaning,
                Arrays.stream(standard.getDeclaringClass().getEnumConstants())
                        .map(Words::of)
                        .toList(),
                of(standard));
    }
}
