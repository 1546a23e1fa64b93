package cn.tongxin.identity;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;

/** The address under which people and Keycloak know this service. */
@Singleton
public class PublicAddress {
    private final URI url;

    PublicAddress(@Value("${tongxin.url}") String url) {
        this.url = URI.create(url);
    }

    public URI resolve(String path) {
        return url.resolve(path);
    }

    boolean isSecure() {
        return "https".equals(url.getScheme());
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
