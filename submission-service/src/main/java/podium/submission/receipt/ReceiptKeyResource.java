package podium.submission.receipt;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import podium.kit.signature.JsonWebKey;

/** The public keys of receipts over HTTP. */
@Path("/api/v1/contests/receipt-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
@RunOnVirtualThread
public class ReceiptKeyResource {
    private final ReceiptKeys keys;

    ReceiptKeyResource(ReceiptKeys keys) {
        this.keys = keys;
    }

    /** A JSON Web Key Set (RFC 7517). */
    @Schema(name = "ReceiptKeys")
    public record KeySet(List<JsonWebKey> keys) {}

    @GET
    @PermitAll
    @Operation(summary = "The public keys that receipts are checked with, as a JSON Web Key Set")
    public KeySet keys() {
        return new KeySet(keys.all());
    }
}
