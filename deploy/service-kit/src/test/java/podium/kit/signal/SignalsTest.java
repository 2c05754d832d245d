package podium.kit.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class SignalsTest {

    private final Signals signals = new Signals(new PGSimpleDataSource());
    private final List<String> heard = new ArrayList<>();

    @Test
    void deliversToTheChannelAlone() {
        signals.subscribe("tea", heard::add);
        signals.subscribe("coffee", payload -> heard.add("coffee " + payload));

        signals.deliver("tea:green: two cups");

        assertThat(heard).containsExactly("green: two cups");
    }

    @Test
    void deliversNothingAfterTheEnd() {
        Subscription subscription = signals.subscribe("tea", heard::add, () -> heard.add("gap"));
        subscription.close();
        subscription.close();

        signals.deliver("tea:green");
        signals.gap();

        assertThat(heard).isEmpty();
    }

    @Test
    void keepsOneSubscribersMistakeFromTheOthers() {
        signals.subscribe("tea", _ -> {
            throw new IllegalStateException("spilled");
        });
        signals.subscribe("tea", heard::add, () -> heard.add("gap"));

        signals.deliver("tea:black");
        signals.gap();

        assertThat(heard).containsExactly("black", "gap");
    }

    @Test
    void refusesWhatIsNoHint() {
        assertThatIllegalArgumentException().isThrownBy(() -> signals.send("tea", "x".repeat(8_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> signals.send("Tea time", "now"));
        assertThatIllegalArgumentException().isThrownBy(() -> signals.subscribe("", heard::add));
    }
}
