package cn.tongxin.storage;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a recording plays is read from its packets; the samples in {@code /sound} were written by ffmpeg 5.1. */
class SoundTest {
    private final TestCommittee county = Stage.committee();
    private final Person tashi = county.member("扎西");

    @ParameterizedTest
    @CsvSource({
        "live2.webm, 2000, 2100, audio/webm",
        "headed2.webm, 2000, 2100, audio/webm",
        "live61.webm, 61000, 61100, audio/webm",
        "whole2.m4a, 2000, 2200, audio/mp4",
        "fragments2.m4a, 2000, 2200, audio/mp4",
        "whole61.m4a, 61000, 61200, audio/mp4",
        "fragments61.m4a, 61000, 61200, audio/mp4"
    })
    void a_recording_is_measured(String name, int atLeast, int atMost, String type) throws IOException {
        var file = send(name, sound(name)).expect(201);
        assertThat(file.at("/contentType").asText()).isEqualTo(type);
        assertThat(length(file)).isBetween(atLeast, atMost);
    }

    @Test
    void what_a_recording_says_of_its_own_length_is_not_believed() throws IOException {
        var webm = sound("headed61.webm");
        var at = find(webm, new byte[] {0x44, (byte) 0x89, (byte) 0x88});
        ByteBuffer.wrap(webm).putDouble(at + 3, 1000);
        assertThat(length(send("a.webm", webm).expect(201))).isGreaterThan(61_000);

        var mp4 = sound("whole61.m4a");
        ByteBuffer.wrap(mp4).putInt(find(mp4, "mvhd".getBytes(StandardCharsets.US_ASCII)) + 20, 1000);
        assertThat(length(send("a.m4a", mp4).expect(201))).isGreaterThan(61_000);
    }

    @Test
    void a_film_a_cut_off_recording_and_mere_noise_are_not_taken() throws IOException {
        for (var name : new String[] {"live2.webm", "whole2.m4a", "fragments2.m4a"}) {
            var whole = sound(name);
            send(name, Arrays.copyOf(whole, whole.length - 3)).refused(422, "file.not-what-its-name-says");
            send(name, Arrays.copyOf(whole, 4)).refused(422, "file.not-what-its-name-says");
            send(name, new byte[] {1, 2, 3}).refused(422, "file.not-what-its-name-says");
        }
        send("a.webm", sound("video.webm")).refused(422, "file.not-what-its-name-says");
        send("a.m4a", sound("live2.webm")).refused(422, "file.not-what-its-name-says");
        send("a.webm", sound("whole2.m4a")).refused(422, "file.not-what-its-name-says");
    }

    /** Any byte of the head may be wrong: the answer is a length or a refusal, never a failure. */
    @Test
    void a_damaged_head_breaks_nothing() throws IOException {
        for (var name : new String[] {"live2.webm", "fragments2.m4a"}) {
            var whole = sound(name);
            for (var at = 0; at < 1000; at += 37) {
                var damaged = whole.clone();
                damaged[at] ^= (byte) 0xFF;
                assertThat(send(name, damaged).status()).as(name + " " + at).isIn(201, 422);
            }
        }
    }

    private Answer send(String name, byte[] bytes) {
        return tashi.upload("/api/files?name=" + name, bytes);
    }

    private int length(Answer file) {
        return (int) county.number("select length_ms from stored_file where id = ?", file.id());
    }

    private static int find(byte[] in, byte[] what) {
        for (var i = 0; ; i++) {
            if (Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
    }

    static byte[] sound(String name) throws IOException {
        try (var in = Objects.requireNonNull(SoundTest.class.getResourceAsStream("/sound/" + name))) {
            return in.readAllBytes();
        }
    }
}
