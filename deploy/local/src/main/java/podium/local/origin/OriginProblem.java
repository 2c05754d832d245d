package podium.local.origin;

import java.util.LinkedHashMap;
import java.util.Map;
import podium.local.client.Json;

/**
 * An error of the origin itself.
 *
 * @param status HTTP status
 * @param title its reason phrase
 * @param code what comes after {@code urn:podium:problem:}
 * @param detail for a person
 */
record OriginProblem(int status, String title, String code, String detail) {
    static final String MEDIA_TYPE = "application/problem+json";

    byte[] json() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "urn:podium:problem:" + code);
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        return Json.bytes(members);
    }
}
