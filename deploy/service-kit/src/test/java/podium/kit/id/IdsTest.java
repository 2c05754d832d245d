package podium.kit.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void makesVersionSevenThatAscends() {
        var ids = Stream.generate(Ids::next).limit(10_000).toList();

        assertThat(ids).allMatch(each -> each.version() == 7 && each.variant() == 2);
        assertThat(ids.stream().map(UUID::toString)).isSorted().doesNotHaveDuplicates();
    }
}
