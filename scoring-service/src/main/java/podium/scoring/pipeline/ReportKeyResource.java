package podium.scoring.pipeline;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import podium.kit.signature.JsonWebKey;

/** The public key of risk reports over HTTP. */
@Path("/api/v1/datasets/report-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Datasets")
@RunOnVirtualThread
public class ReportKeyResource {
    private final ReportSigner signer;

    @Inject
    ReportKeyResource(ReportSigner signer) {
        this.signer = signer;
    }

    /** A JSON Web Key Set (RFC 7517). */
    @Schema(name = "ReportKeys")
    public record KeySet(List<JsonWebKey> keys) {}

    @GET
    @PermitAll
    @Operation(summary = "The public key that risk reports are checked with, as a JSON Web Key Set")
    public KeySet keys() {
        return new KeySet(List.of(signer.publicKey()));
    }
}
