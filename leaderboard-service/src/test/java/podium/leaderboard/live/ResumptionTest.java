package podium.leaderboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.leaderboard.standing.BoardPosition;

class ResumptionTest {

    private static final BoardPosition HERE = new BoardPosition(2, 50);

    private static Resumption resume(int epoch, long version) {
        return Resumption.decide(Optional.of(new BoardPosition(epoch, version)), HERE, 20);
    }

    @Test
    void aNewReaderGetsTheBoard() {
        assertThat(Resumption.decide(Optional.empty(), HERE, 20)).isEqualTo(new Resumption.WithSnapshot());
    }

    @Test
    void whoMissedNothingOrALittleGoesOn() {
        assertThat(resume(2, 50)).isEqualTo(new Resumption.After(new BoardPosition(2, 50)));
        assertThat(resume(2, 30)).isEqualTo(new Resumption.After(new BoardPosition(2, 30)));
    }

    @Test
    void whoMissedTooMuchOrComesFromAnOlderEpochGetsTheBoard() {
        assertThat(resume(2, 29)).isEqualTo(new Resumption.WithSnapshot());
        assertThat(resume(1, 50)).isEqualTo(new Resumption.WithSnapshot());
        assertThat(resume(1, 9999)).isEqualTo(new Resumption.WithSnapshot());
    }

    @Test
    void whoIsAheadWaits() {
        assertThat(resume(2, 51)).isEqualTo(new Resumption.Waiting(new BoardPosition(2, 51)));
        assertThat(resume(3, 1)).isEqualTo(new Resumption.Waiting(new BoardPosition(3, 1)));
    }

    @Test
    void eachVersionIsSentOnceAndNoneIsLeftOut() {
        BoardPosition seen = new BoardPosition(2, 50);
        assertThat(Delivery.decide(seen, new BoardPosition(2, 51))).isEqualTo(Delivery.SEND);
        assertThat(Delivery.decide(seen, new BoardPosition(2, 52))).isEqualTo(Delivery.FILL);
        assertThat(Delivery.decide(seen, new BoardPosition(2, 50))).isEqualTo(Delivery.SKIP);
        assertThat(Delivery.decide(seen, new BoardPosition(2, 49))).isEqualTo(Delivery.SKIP);
        assertThat(Delivery.decide(seen, new BoardPosition(3, 0))).isEqualTo(Delivery.RESET);
        assertThat(Delivery.decide(seen, new BoardPosition(1, 99))).isEqualTo(Delivery.SKIP);
    }
}
