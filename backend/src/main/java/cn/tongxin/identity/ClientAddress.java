package cn.tongxin.identity;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * The address that a request comes from: the one that the gateway before the service wrote last into the header which the
 * setting names, or else the peer's. Only a gateway that writes this header itself may be named, as anybody can send one.
 */
@Singleton
class ClientAddress {
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{2,45}");

    private final String header;

    ClientAddress(@Value("${tongxin.address-header:}") String header) {
        this.header = header;
    }

    String of(HttpRequest<?> request) {
        var written = header.isEmpty() ? null : request.getHeaders().get(header);
        if (written != null) {
            var last = written.substring(written.lastIndexOf(',') + 1).strip();
            if (ADDRESS.matcher(last).matches()) {
                return last;
            }
        }
        var peer = request.getRemoteAddress().getAddress();
        return peer == null ? "" : peer.getHostAddress();
    }
}
