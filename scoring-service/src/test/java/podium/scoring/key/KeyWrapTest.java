package podium.scoring.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class KeyWrapTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyWrap wrap = new KeyWrap(new byte[32], RANDOM);

    @Test
    void whatIsWrappedIsUnwrapped() throws GeneralSecurityException {
        byte[] key = wrap.newKey();

        byte[] wrapped = wrap.wrap(key, "contest/split");

        assertThat(wrap.unwrap(wrapped, "contest/split")).isEqualTo(key);
        // version, nonce, key, tag
        assertThat(wrapped).hasSize(1 + 12 + 32 + 16);
    }

    @Test
    void twoWrappingsOfOneKeyDiffer() {
        byte[] key = wrap.newKey();

        assertThat(wrap.wrap(key, "p")).isNotEqualTo(wrap.wrap(key, "p"));
    }

    @Test
    void doesNotOpenForAnotherPurposeOrMasterKeyOrAfterAChange() {
        byte[] wrapped = wrap.wrap(wrap.newKey(), "contest/split");
        byte[] otherMaster = new byte[32];
        otherMaster[0] = 1;
        byte[] changed = wrapped.clone();
        changed[20] ^= 1;

        assertThatThrownBy(() -> wrap.unwrap(wrapped, "contest/row-id")).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> new KeyWrap(otherMaster, RANDOM).unwrap(wrapped, "contest/split"))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> wrap.unwrap(changed, "contest/split")).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> wrap.unwrap(new byte[3], "contest/split"))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void refusesAMasterKeyOfAnotherLength() {
        assertThatThrownBy(() -> new KeyWrap(new byte[16], RANDOM)).isInstanceOf(IllegalArgumentException.class);
    }
}
