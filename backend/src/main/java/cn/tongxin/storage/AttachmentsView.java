package cn.tongxin.storage;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * The files of a matter, in the order in which they were attached.
 *
 * @param maxBytes how large one may be
 * @param max how many there may be
 * @param can {@code attach}: add and take off
 */
@Serdeable
@Schema(name = "Attachments")
record AttachmentsView(List<FileView> items, long maxBytes, int max, List<String> can) {
    static AttachmentsView of(List<StoredFile> files, boolean edits, FileLimits limits) {
        return new AttachmentsView(
                files.stream().map(FileView::of).toList(),
                limits.maxBytes(),
                limits.maxPerMatter(),
                edits ? List.of("attach") : List.of());
    }
}
