package cn.tongxin.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.tongxin.stand.Ports;
import cn.tongxin.stand.Secrets;
import cn.tongxin.stand.StandException;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What guards a stand's folder and its ports. */
class MarksTest {
    @TempDir
    Path folder;

    @Test
    void starting_over_deletes_what_a_stand_made_and_nothing_else() throws Exception {
        var letter = Files.writeString(folder.resolve("letter.txt"), "亲爱的");
        var marks = new Marks(folder);
        try (var held = marks.lock()) {
            assertThatThrownBy(marks::deleteOthers)
                    .isInstanceOf(StandException.class)
                    .hasMessageContaining("TONGXIN_DATA");
            assertThat(letter).exists();
            new Secrets(folder);
            marks.deleteOthers();
            assertThat(letter).doesNotExist();
            assertThat(held).isNotNull();
        }
    }

    @Test
    void two_stands_do_not_share_a_folder() throws Exception {
        try (var first = new Marks(folder).lock()) {
            assertThatThrownBy(() -> new Marks(folder).lock()).hasMessageContaining("Another bin/dev");
            assertThat(first).isNotNull();
        }
        try (var again = new Marks(folder).lock()) {
            assertThat(again).isNotNull();
        }
    }

    @Test
    void a_demo_that_was_broken_off_is_known() throws IOException {
        var marks = new Marks(folder);
        marks.loading();
        assertThat(new Marks(folder).isHalfLoaded()).isTrue();
        marks.loaded();
        assertThat(new Marks(folder).isHalfLoaded()).isFalse();
    }

    @Test
    void a_busy_port_is_named_with_its_variable() throws IOException {
        try (var busy = new ServerSocket(0)) {
            assertThatThrownBy(() -> Ports.checkFree(busy.getLocalPort(), "the service", "TONGXIN_PORT"))
                    .hasMessageContaining(Integer.toString(busy.getLocalPort()))
                    .hasMessageContaining("TONGXIN_PORT");
        }
    }
}
