package podium.leaderboard.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoardPositionTest {

    @Test
    void readsWhatItWrites() {
        assertThat(BoardPosition.parse("3-42")).contains(new BoardPosition(3, 42));
        assertThat(new BoardPosition(3, 42)).hasToString("3-42");
        BoardKey key = new BoardKey(new UUID(1, 2), View.PRIVATE);
        assertThat(BoardKey.parse(key.toString())).contains(key);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "-", "1", "1-", "-1", "0-1", "01-1", "1-01", "1-1 ", "1--1", "9999999999-1", "x-y"})
    void readsNothingElse(String text) {
        assertThat(BoardPosition.parse(text)).isEmpty();
    }

    @Test
    void ordersByEpochAndThenByVersion() {
        assertThat(new BoardPosition(2, 0)).isGreaterThan(new BoardPosition(1, 99));
        assertThat(new BoardPosition(1, 10)).isGreaterThan(new BoardPosition(1, 9));
    }
}
