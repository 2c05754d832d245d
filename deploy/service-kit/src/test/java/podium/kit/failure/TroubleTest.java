package podium.kit.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TroubleTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "57P03", "53300", "40001", "40P01", "55P03", "25006"})
    void isTemporaryWhenTheDatabaseSaysSo(String state) {
        assertThat(Trouble.isTemporary(new IllegalStateException(new SQLException("x", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23503", "22001", "42P01", "57014"})
    void isNotTemporaryWhenTheStatementIsWrong(String state) {
        assertThat(Trouble.isTemporary(new IllegalStateException(new SQLException("x", state))))
                .isFalse();
    }

    @Test
    void isTemporaryWhenThePoolOrTheNetworkFails() {
        assertThat(Trouble.isTemporary(new SQLException("acquisition timeout"))).isTrue();
        assertThat(Trouble.isTemporary(new SQLTransientConnectionException())).isTrue();
        assertThat(Trouble.isTemporary(new RuntimeException(new ConnectException())))
                .isTrue();
    }

    @Test
    void looksAtWhatACommitSuppressed() {
        var commit = new IllegalStateException("could not commit");
        commit.addSuppressed(new SQLException("x", "08003"));

        assertThat(Trouble.isTemporary(commit)).isTrue();
    }

    @Test
    void isNotTemporaryWhenAHandlerFailsAndEndsWithCausesThatGoRound() {
        var one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("two", one));

        assertThat(Trouble.isTemporary(one)).isFalse();
    }
}
