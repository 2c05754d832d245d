package podium.scoring.metric;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Settings of a metric that were checked, with the standard ones where a contest says nothing. */
final class Settings {
    private final Map<String, Object> values;

    private Settings(Map<String, Object> values) {
        this.values = values;
    }

    static Settings of(List<Setting> known, Map<String, ?> given) {
        return new Settings(known.stream().collect(Collectors.toMap(Setting::name, setting -> {
            Object value = given.get(setting.name());
            return value == null ? setting.standard() : value;
        })));
    }

    /** @throws IllegalArgumentException the setting may not have that value */
    static void check(Setting setting, Object value) {
        setting.problem(value).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }

    int whole(String name) {
        return ((Number) value(name)).intValue();
    }

    double real(String name) {
        return ((Number) value(name)).doubleValue();
    }

    <E extends Enum<E>> E word(String name, Class<E> type) {
        return Words.constant(type, (String) value(name));
    }

    private Object value(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Not a setting of the metric: " + name);
        }
        return value;
    }
}
