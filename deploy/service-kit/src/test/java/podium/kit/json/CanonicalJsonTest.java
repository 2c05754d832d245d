package podium.kit.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The example of RFC 8785, sections 3.2.2 to 3.2.4. */
    @Test
    void writesTheExampleOfTheRfc() throws JsonProcessingException {
        assertThat(canonical("""
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }"""))
                .isEqualTo("{\"literals\":[null,true,false],"
                        + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void sortsByUtf16CodeUnitsAtEveryDepth() throws JsonProcessingException {
        assertThat(canonical("{\"b\": [true, null, 10], \"a\": {\"z\": -1, \"é\": 2, \"y\": \"\"}}"))
                .isEqualTo("{\"a\":{\"y\":\"\",\"z\":-1,\"é\":2},\"b\":[true,null,10]}");
        // The surrogate pair of the emoji sorts before the ligature.
        assertThat(canonical("{\"\\ufb33\": 1, \"\\ud83d\\ude00\": 2}")).isEqualTo("{\"😀\":2,\"\uFB33\":1}");
    }

    @Test
    void theDigestIsThatOfTheTextWithoutIt() {
        CanonicalJson.Digested digested =
                CanonicalJson.digested(Map.of("b", new BigDecimal("0.10"), "a", "x"), "sha256");

        // printf '{"a":"x","b":0.1}' | sha256sum
        assertThat(digested.sha256()).isEqualTo("68e0de68e14a93953659fa799a78ee326053d8fb01cfd59af712ecedd4e9deda");
        assertThat(digested.json()).isEqualTo("{\"a\":\"x\",\"b\":0.1,\"sha256\":\"" + digested.sha256() + "\"}");
    }

    private static String canonical(String json) throws JsonProcessingException {
        return CanonicalJson.text(JSON.readTree(json));
    }
}
