package podium.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestLimitsTest {

    @Test
    void allowsOneMebibyteIfNothingElseIsSaid() {
        assertThat(limits(Map.of()).bytes("/api/v1/things")).isEqualTo(1_048_576);
    }

    @Test
    void takesTheLongestPatternThatMatches() {
        RequestLimits limits = limits(Map.of(
                "default", limit("/**", 10),
                "api", limit("/api/**", 20),
                "uploads", limit("/api/v1/things/*/uploads", 30),
                "dots", limit("/a.b", 40)));

        assertThat(limits.bytes("/elsewhere")).isEqualTo(10);
        assertThat(limits.bytes("/api/v1/things")).isEqualTo(20);
        assertThat(limits.bytes("/api/v1/things/boat/uploads")).isEqualTo(30);
        assertThat(limits.bytes("/api/v1/things/boat/keel/uploads")).isEqualTo(20);
        assertThat(limits.bytes("/api/v1/things/boat/uploads/1")).isEqualTo(20);
        assertThat(limits.bytes("/a.b")).isEqualTo(40);
        assertThat(limits.bytes("/axb")).isEqualTo(10);
    }

    private static RequestLimits limits(Map<String, RequestLimits.Limit> limits) {
        return () -> limits;
    }

    private static RequestLimits.Limit limit(String path, long bytes) {
        return new RequestLimits.Limit() {
            @Override
            public String path() {
                return path;
            }

            @Override
            public MemorySize bytes() {
                return new MemorySize(BigInteger.valueOf(bytes));
            }
        };
    }
}
