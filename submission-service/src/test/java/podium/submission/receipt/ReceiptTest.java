package podium.submission.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.kit.signature.JsonWebKey;
import podium.kit.signature.SigningKey;

class ReceiptTest {
    /** RFC 8032, section 7.1, test 1. */
    private static final String SEED = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

    private static final Receipt.Statement STATEMENT = new Receipt.Statement(
            "who-earns",
            UUID.fromString("0198c2a0-0000-7000-8000-0000000000b1"),
            UUID.fromString("0198c2a0-0000-7000-8000-0000000000a1"),
            3,
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            123_456,
            Instant.parse("2026-11-05T10:00:00Z"),
            Instant.parse("2026-11-05T10:00:00.412Z"));

    @TempDir
    Path directory;

    @Test
    void derives_the_public_key_that_rfc_8032_gives() throws GeneralSecurityException {
        JsonWebKey key = signer().publicKey();

        assertThat(HexFormat.of().formatHex(Base64.getUrlDecoder().decode(key.x())))
                .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    /** RFC 8037, appendix A.3, whose key is that of RFC 8032. */
    @Test
    void names_a_key_by_the_thumbprint_of_rfc_7638() throws GeneralSecurityException {
        assertThat(signer().publicKey().x()).isEqualTo("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
        assertThat(signer().publicKey().kid()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    @Test
    void signs_the_canonical_json_of_everything_else() throws GeneralSecurityException {
        String signed = new String(Receipt.signedBytes(STATEMENT, "k1"), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(signed)
                .isEqualTo("{\"acceptedAt\":\"2026-11-05T10:00:00.412Z\",\"bytes\":123456,\"contest\":\"who-earns\","
                        + "\"keyId\":\"k1\",\"ordinal\":3,\"receivedAt\":\"2026-11-05T10:00:00.000Z\","
                        + "\"sha256\":\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\","
                        + "\"submission\":\"0198c2a0-0000-7000-8000-0000000000b1\","
                        + "\"team\":\"0198c2a0-0000-7000-8000-0000000000a1\"}");
    }

    @Test
    void a_receipt_is_verified_and_a_forged_one_is_not() throws GeneralSecurityException {
        Receipt receipt = signer().sign(STATEMENT);
        ReceiptVerifier verifier = new ReceiptVerifier(List.of(signer().publicKey()));
        Receipt.Statement earlier = new Receipt.Statement(
                STATEMENT.contest(),
                STATEMENT.submission(),
                STATEMENT.team(),
                STATEMENT.ordinal(),
                STATEMENT.sha256(),
                STATEMENT.bytes(),
                STATEMENT.receivedAt().minusSeconds(1),
                STATEMENT.acceptedAt());

        assertThat(verifier.verify(receipt)).isTrue();
        assertThat(verifier.verify(earlier.signed(receipt.keyId(), receipt.signature())))
                .isFalse();
        assertThat(verifier.verify(STATEMENT.signed(receipt.keyId(), "AAAA"))).isFalse();
        assertThat(verifier.verify(STATEMENT.signed("another", receipt.signature())))
                .isFalse();
        assertThat(new ReceiptVerifier(List.of()).verify(receipt)).isFalse();
    }

    @Test
    void says_what_is_wrong_with_a_key_file() throws java.io.IOException {
        Path file = directory.resolve("key.pem");

        assertThatThrownBy(() -> ReceiptSigner.of(file)).hasMessageContaining("cannot be read from " + file);
        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertThatThrownBy(() -> ReceiptSigner.of(file)).hasMessageContaining("no Ed25519 private key");
    }

    private static ReceiptSigner signer() throws GeneralSecurityException {
        // RFC 8410: the DER of an Ed25519 private key is this prefix and the seed.
        byte[] der = HexFormat.of().parseHex("302e020100300506032b657004220420" + SEED);
        return new ReceiptSigner(SigningKey.ofPem("-----BEGIN PRIVATE KEY-----\n"
                + Base64.getEncoder().encodeToString(der) + "\n-----END PRIVATE KEY-----"));
    }
}
