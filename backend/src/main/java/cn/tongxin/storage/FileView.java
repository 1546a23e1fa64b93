package cn.tongxin.storage;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What clients see of a file.
 *
 * @param lengthMs how long a recording plays, in milliseconds; absent for what is none
 */
@Serdeable
@Schema(name = "File")
record FileView(
        UUID id,
        String name,
        String contentType,
        long size,
        @Nullable Integer lengthMs) {
    static FileView of(StoredFile file) {
        return new FileView(file.id(), file.name(), file.contentType(), file.size(), file.lengthMs());
    }
}
