package podium.kit.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Takes the fingerprint of the body of an {@link Idempotent} request while it is read; the request limit bounds it. */
@Provider
@Idempotent
@ConstrainedTo(RuntimeType.SERVER)
public class FingerprintReader implements ReaderInterceptor {
    private final RequestFingerprint fingerprint;

    @Inject
    FingerprintReader(RequestFingerprint fingerprint) {
        this.fingerprint = fingerprint;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        byte[] body = context.getInputStream().readAllBytes();
        fingerprint.of(body);
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }
}
