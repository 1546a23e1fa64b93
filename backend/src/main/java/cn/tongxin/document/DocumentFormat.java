package cn.tongxin.document;

import io.micronaut.http.MediaType;

/** As what a document is taken away. */
public enum DocumentFormat {
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    PDF("application/pdf");

    private final String contentType;

    DocumentFormat(String contentType) {
        this.contentType = contentType;
    }

    MediaType contentType() {
        return MediaType.of(contentType);
    }
}
