package cn.tongxin.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.tongxin.shared.Ids;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Objects in a bucket, of a server that speaks S3 and checks signatures. */
class S3StoreTest {
    private S3Proxy server;
    private S3Store store;

    @BeforeEach
    void open() throws Exception {
        var settings = new Properties();
        settings.setProperty("jclouds.identity", "memory");
        settings.setProperty("jclouds.credential", "memory");
        var objects = BlobStores.create("transient-nio2", settings);
        objects.createContainer("tongxin");
        server = S3Proxy.builder()
                .blobStore(objects)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, "key", "secret")
                .build();
        server.start();
        store = with("secret");
    }

    @AfterEach
    void close() throws Exception {
        store.close();
        server.stop();
    }

    @Test
    void a_copy_for_another_committee_outlives_the_first() throws IOException {
        var county = Ids.next();
        var prefecture = Ids.next();
        store.put(county, "abcdef", "你好".getBytes(StandardCharsets.UTF_8));
        store.copy(county, prefecture, "abcdef");
        store.copy(county, prefecture, "abcdef");
        store.delete(county, "abcdef");
        try (var in = store.open(prefecture, "abcdef")) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("你好");
        }
    }

    @Test
    void an_object_is_put_once_read_and_removed() throws IOException {
        var committee = Ids.next();
        store.put(committee, "abcdef", "你好".getBytes(StandardCharsets.UTF_8));
        store.put(committee, "abcdef", "other bytes".getBytes(StandardCharsets.UTF_8));
        try (var in = store.open(committee, "abcdef")) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("你好");
        }

        assertThatThrownBy(() -> store.open(Ids.next(), "abcdef")).isInstanceOf(IllegalStateException.class);
        store.delete(committee, "abcdef");
        store.delete(committee, "abcdef");
        assertThatThrownBy(() -> store.open(committee, "abcdef")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_large_file_is_streamed_from_the_disk() throws IOException {
        var file = Files.createTempFile("tongxin", null);
        Files.write(file, new byte[9 * 1024 * 1024]);
        var committee = Ids.next();
        store.put(committee, "ffffff", file);
        try (var in = store.open(committee, "ffffff")) {
            assertThat(in.readAllBytes()).hasSize(9 * 1024 * 1024);
        }
        Files.delete(file);
    }

    @Test
    void a_wrong_secret_is_no_missing_object() {
        try (var stranger = new Closing(with("wrong"))) {
            assertThatThrownBy(() -> stranger.store.put(Ids.next(), "abcdef", new byte[] {1}))
                    .hasMessageContaining("403");
        }
    }

    private record Closing(S3Store store) implements AutoCloseable {
        @Override
        public void close() {
            store.close();
        }
    }

    private S3Store with(String secret) {
        return new S3Store("tongxin", "http://127.0.0.1:" + server.getPort(), "us-east-1", "key", secret);
    }
}
