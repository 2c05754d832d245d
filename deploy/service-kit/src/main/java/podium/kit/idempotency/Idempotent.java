package podium.kit.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A POST method whose effect a client may ask for once with the header {@code Idempotency-Key}, however often it sends it.
 *
 * <p>The method runs in one transaction with the record of its answer: the effect and its answer are there together or not
 * at all. The same caller, path, key and body get the stored answer again, with {@code Idempotency-Replayed: true}; another
 * body gets 422 {@code idempotency-key-reused}; a duplicate that comes while the first one runs gets 409
 * {@code idempotency-key-in-use} with {@code Retry-After}. Only successes (2xx) are kept, so a refused request can be sent
 * again. Requests without the header are not affected.
 *
 * <p>For methods with bodies in JSON or YAML, or without one. A streamed upload uses {@link IdempotencyStore}.
 */
@InterceptorBinding
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
