package cn.tongxin.storage;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** What clients see of a file. */
@Serdeable
@Schema(name = "File")
record FileView(UUID id, String name, String contentType, long size) {
    static FileView of(StoredFile file) {
        return new FileView(file.id(), file.name(), file.contentType(), file.size());
    }
}
