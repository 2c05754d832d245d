package podium.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import podium.kit.problem.ProblemException;

class CursorTest {
    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final Instant INSTANT = Instant.parse("2026-01-31T12:00:00.123Z");

    @Test
    void comesBackAsItWent() {
        String text = Cursor.of(INSTANT, ID, 42L, "a b/ü").toString();

        Cursor cursor = Cursor.parse(text).orElseThrow();

        assertThat(text).matches("[A-Za-z0-9_-]+");
        assertThat(cursor.instant(0)).isEqualTo(INSTANT);
        assertThat(cursor.id(1)).isEqualTo(ID);
        assertThat(cursor.number(2)).isEqualTo(42);
        assertThat(cursor.text(3)).isEqualTo("a b/ü");
    }

    @Test
    void startsAtTheBeginningWithoutOne() {
        assertThat(Cursor.parse(null)).isEmpty();
        assertThat(Cursor.parse("")).isEmpty();
    }

    @Test
    void refusesWhatItDidNotWrite() {
        malformed(() -> Cursor.parse("not base64!"));
        malformed(() -> Cursor.parse("__79"));
        malformed(() -> Cursor.parse("A".repeat(3000)));
        malformed(() -> Cursor.parse(Cursor.of("x").toString()).orElseThrow().number(0));
        malformed(() -> Cursor.parse(Cursor.of("x").toString()).orElseThrow().instant(0));
        malformed(() -> Cursor.parse(Cursor.of("x").toString()).orElseThrow().text(1));
    }

    @Test
    void cutsAPageAndSaysWhereTheNextBegins() {
        Page<Integer> more = Page.of(List.of(1, 2, 3), 2, Cursor::of);
        Page<Integer> last = Page.of(List.of(3, 4), 2, Cursor::of);

        assertThat(more).isEqualTo(new Page<>(List.of(1, 2), Cursor.of(2).toString()));
        assertThat(last).isEqualTo(new Page<>(List.of(3, 4), null));
        assertThat(more.map(i -> "n" + i).items()).containsExactly("n1", "n2");
    }

    private static void malformed(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().code())
                .isEqualTo("cursor-malformed"));
    }
}
