package cn.tongxin.http;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.stage.Stage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"/m", "/console"})
    void the_door_without_its_slash_leads_to_the_one_with_it(String path) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(307);
        assertThat(answer.headers().firstValue("Location")).hasValue(path + "/");
    }

    /** Where a client has not been built there is no page; a page is never a bad request. */
    @ParameterizedTest
    @ValueSource(strings = {"/m/", "/m/invitations/a.b", "/console/", "/console/proposals/1"})
    void every_page_of_a_client_answers_with_its_index(String path) throws Exception {
        assertThat(get(path).statusCode()).isIn(200, 404);
    }

    @Test
    void a_missing_asset_and_a_way_out_of_the_folder_are_not_found() throws Exception {
        assertThat(get("/m/assets/none.js").statusCode()).isEqualTo(404);
        assertThat(get("/m/%2e%2e/application.yml").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var address = URI.create(Stage.shared().baseUrl() + path);
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        }
    }
}
