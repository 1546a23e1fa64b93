package cn.tongxin.storage;

import cn.tongxin.http.Refusal;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipFile;

/** The kinds of files that are taken. What a file is, its bytes say; its name must say the same. */
enum FileType {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    WEBM("audio/webm", "webm"),
    M4A("audio/mp4", "m4a"),
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    POWERPOINT("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    OFD("application/ofd", "ofd"),
    OLD_OFFICE("application/x-ole-storage", "doc", "xls", "ppt", "wps", "et", "dps"),
    TEXT("text/plain", "txt", "csv");

    private static final int MAX_ENTRIES = 10_000;
    private static final long MAX_INSIDE = 200L * 1024 * 1024;

    private final String contentType;
    private final List<String> extensions;

    FileType(String contentType, String... extensions) {
        this.contentType = contentType;
        this.extensions = List.of(extensions);
    }

    String contentType() {
        return contentType;
    }

    /** Whether a browser may show or play it in place: pictures and recordings, and nothing that can hold a script. */
    static boolean isShownInPlace(String contentType) {
        return isPicture(contentType) || contentType.equals(WEBM.contentType) || contentType.equals(M4A.contentType);
    }

    static boolean isPicture(String contentType) {
        return contentType.equals(PNG.contentType)
                || contentType.equals(JPEG.contentType)
                || contentType.equals(GIF.contentType)
                || contentType.equals(WEBP.contentType);
    }

    /** How long there is something to be heard; empty where there is nothing. */
    Optional<Duration> length(Path file) throws IOException {
        return switch (this) {
            case WEBM -> WebmSound.length(file);
            case M4A -> Mp4Sound.length(file);
            case PDF, PNG, JPEG, GIF, WEBP, WORD, EXCEL, POWERPOINT, OFD, OLD_OFFICE, TEXT -> Optional.empty();
        };
    }

    /** The type of a file, or a refusal that says what is wrong with it. */
    static FileType of(String name, Path file) throws IOException {
        var dot = name.lastIndexOf('.');
        var extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        var named = Arrays.stream(values())
                .filter(type -> type.extensions.contains(extension))
                .findFirst()
                .orElseThrow(() -> Refusal.unprocessable("file.type-not-taken", "Files of this kind are not taken.")
                        .field("name"));
        if (!named.fits(file)) {
            throw Refusal.unprocessable("file.not-what-its-name-says", "The content is not what the name says.")
                    .field("name");
        }
        return named;
    }

    private boolean fits(Path file) throws IOException {
        return switch (this) {
            case PDF -> starts(file, "%PDF-");
            case PNG -> starts(file, "\u0089PNG\r\n\u001a\n");
            case JPEG -> starts(file, "\u00ff\u00d8\u00ff");
            case GIF -> starts(file, "GIF87a") || starts(file, "GIF89a");
            case WEBP -> starts(file, "RIFF") && head(file, 12).endsWith("WEBP");
            case WEBM -> WebmSound.length(file).isPresent();
            case M4A -> Mp4Sound.length(file).isPresent();
            case WORD -> entries(file).containsAll(Set.of("[Content_Types].xml", "word/document.xml"));
            case EXCEL -> entries(file).containsAll(Set.of("[Content_Types].xml", "xl/workbook.xml"));
            case POWERPOINT -> entries(file).containsAll(Set.of("[Content_Types].xml", "ppt/presentation.xml"));
            case OFD -> entries(file).contains("OFD.xml");
            case OLD_OFFICE -> starts(file, "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1");
            case TEXT -> decodes(file, StandardCharsets.UTF_8) || decodes(file, Charset.forName("GB18030"));
        };
    }

    private static boolean starts(Path file, String magic) throws IOException {
        return head(file, magic.length()).equals(magic);
    }

    private static String head(Path file, int length) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
        }
    }

    /** The names in a zip. Everything is inflated and counted: what the headers claim proves nothing. */
    private static Set<String> entries(Path file) {
        var names = new HashSet<String>();
        var inside = 0L;
        var buffer = new byte[64 * 1024];
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            for (var entry : Collections.list(zip.entries())) {
                names.add(entry.getName());
                try (var in = zip.getInputStream(entry)) {
                    for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        inside += read;
                        if (inside > MAX_INSIDE) {
                            throw bomb();
                        }
                    }
                }
                if (names.size() > MAX_ENTRIES) {
                    throw bomb();
                }
            }
            return names;
        } catch (IOException | IllegalArgumentException broken) {
            return Set.of();
        }
    }

    private static Refusal bomb() {
        return Refusal.unprocessable("file.unpacks-too-large", "This file unpacks to more than is taken.");
    }

    /** Chinese offices write text as UTF-8 or GBK; a zero byte is neither. */
    private static boolean decodes(Path file, Charset charset) throws IOException {
        try (var text = new InputStreamReader(Files.newInputStream(file), charset.newDecoder())) {
            var buffer = new char[64 * 1024];
            for (var read = text.read(buffer); read >= 0; read = text.read(buffer)) {
                if (CharBuffer.wrap(buffer, 0, read).chars().anyMatch(c -> c == 0)) {
                    return false;
                }
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
