package cn.tongxin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void ids_sort_as_text_in_the_order_of_their_making_and_say_their_version() {
        var made = Stream.generate(Ids::next).limit(20_000).toList();
        assertThat(made.stream().map(Object::toString)).isSorted().doesNotHaveDuplicates();
        assertThat(made).allMatch(id -> id.version() == 7 && id.variant() == 2);
    }
}
