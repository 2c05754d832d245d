package podium.scoring.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.scoring.sandbox.SandboxChild;

/** What a process says is not believed without looking. */
class SqlAnswerTest {

    @Test
    void aFiniteNumberIsAScore() throws IOException {
        assertThat(read(ByteBuffer.allocate(9)
                        .put(SqlWire.SCORE)
                        .putDouble(0.25)
                        .array()))
                .contains(new SqlAnswer.Score(0.25));
    }

    @Test
    void whatIsNoNumberIsNoAnswer() throws IOException {
        assertThat(read(ByteBuffer.allocate(9)
                        .put(SqlWire.SCORE)
                        .putDouble(Double.NaN)
                        .array()))
                .isEmpty();
        assertThat(read(ByteBuffer.allocate(9)
                        .put(SqlWire.SCORE)
                        .putDouble(Double.POSITIVE_INFINITY)
                        .array()))
                .isEmpty();
    }

    @Test
    void whatIsNotAgreedOnIsNoAnswer() throws IOException {
        assertThat(read(ByteBuffer.allocate(1).put((byte) 99).array())).isEmpty();
        assertThat(read(ByteBuffer.allocate(1).put(SandboxChild.READY).array())).isEmpty();
    }

    @Test
    void aMessageIsNoLongerThanAgreed() throws IOException {
        byte[] much = new byte[2 * SqlWire.LONGEST_MESSAGE];
        byte[] answer = ByteBuffer.allocate(5 + much.length)
                .put(SqlWire.QUERY_FAILED)
                .putInt(Integer.MAX_VALUE)
                .put(much)
                .array();

        assertThat(read(answer).orElseThrow())
                .isInstanceOfSatisfying(SqlAnswer.QueryFailed.class, failed -> assertThat(failed.message())
                        .hasSize(SqlWire.LONGEST_MESSAGE));
        assertThat(read(ByteBuffer.allocate(5)
                        .put(SqlWire.QUERY_FAILED)
                        .putInt(-5)
                        .array()))
                .contains(new SqlAnswer.QueryFailed(""));
    }

    @Test
    void anAnswerThatBreaksOffIsNone() {
        assertThatThrownBy(() -> read(ByteBuffer.allocate(3).put(SqlWire.SCORE).array()))
                .isInstanceOf(EOFException.class);
    }

    private static Optional<SqlAnswer> read(byte[] bytes) throws IOException {
        return SqlProcess.read(new DataInputStream(new ByteArrayInputStream(bytes)), SqlScene.metric("SELECT 1"));
    }
}
