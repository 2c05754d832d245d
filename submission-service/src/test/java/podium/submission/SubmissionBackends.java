package podium.submission;

import io.quarkus.test.common.QuarkusTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import podium.backends.BackendsResource;

/** What every integration test of this service stands on. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@QuarkusTestResource(BackendsResource.class)
@QuarkusTestResource(ReceiptKeyFile.class)
public @interface SubmissionBackends {}
