package cn.tongxin.document;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.apps.FopFactoryBuilder;
import org.apache.fop.apps.io.ResourceResolverFactory;
import org.apache.fop.configuration.ConfigurationException;
import org.apache.fop.configuration.DefaultConfigurationBuilder;
import org.apache.xmlgraphics.io.Resource;
import org.apache.xmlgraphics.io.ResourceResolver;
import org.apache.xmlgraphics.util.MimeConstants;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * Prints Word files to PDF with Apache FOP. Nothing of it is loaded before the first page is asked for, and one page at a
 * time is set: it is the hungriest thing in the service.
 */
@Singleton
public class Pdfs {
    private static final URI HERE = URI.create("font:/");

    private final Path folder;
    private final Clock clock;
    private @Nullable FopFactory factory;

    Pdfs(@Value("${tongxin.fonts:}") String folder, Clock clock) {
        this.folder = Path.of(folder);
        this.clock = clock;
    }

    /** A PDF with the fonts in it. */
    public synchronized byte[] print(byte[] word, String title) {
        var pdf = new ByteArrayOutputStream();
        try {
            var used = factory;
            if (used == null) {
                used = build();
                factory = used;
            }
            var agent = used.newFOUserAgent();
            agent.setTitle(title);
            agent.setProducer("Tongxin");
            agent.setCreationDate(Date.from(clock.instant()));
            agent.getEventBroadcaster().addEventListener(_ -> {}); // otherwise it prints its remarks on layout
            var fop = used.newFop(MimeConstants.MIME_PDF, agent, pdf);
            // Not by a transformer: FOP's own would find its reader at work already.
            var parsers = SAXParserFactory.newDefaultNSInstance();
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parsers.newSAXParser().parse(new ByteArrayInputStream(WordToFo.convert(word)), fop.getDefaultHandler());
            return pdf.toByteArray();
        } catch (ParserConfigurationException | SAXException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private FopFactory build() {
        System.setProperty("java.awt.headless", "true");
        var files = new FontFiles();
        var builder = new FopFactoryBuilder(HERE, files);
        try {
            var configuration = new DefaultConfigurationBuilder()
                    .build(new ByteArrayInputStream(configuration().getBytes(StandardCharsets.UTF_8)));
            var built = builder.setConfiguration(configuration)
                    .setStrictFOValidation(false)
                    .build();
            built.getFontManager()
                    .setResourceResolver(ResourceResolverFactory.createInternalResourceResolver(HERE, files));
            return built;
        } catch (ConfigurationException mistake) {
            throw new IllegalStateException(mistake);
        }
    }

    private String configuration() {
        var fonts = new StringBuilder();
        installed().forEach(file -> {
            var name = file.getFileName().toString();
            fonts.append(font(file.toUri().toString(), name.substring(0, name.lastIndexOf('.')), "normal", "bold"));
        });
        fonts.append(font("NotoSerifSC-Regular.ttf", Fonts.SONG, "normal"));
        fonts.append(font("NotoSerifSC-Bold.ttf", Fonts.SONG, "bold"));
        fonts.append(font("NotoSerifSC-Regular.ttf", Fonts.RARE, "normal", "bold"));
        fonts.append(font("NotoSerifSC-Bold.ttf", Fonts.TITLE, "normal", "bold"));
        fonts.append(font("NotoSansSC-Medium.ttf", Fonts.HEI, "normal", "bold"));
        return "<fop version='1.0'><renderers><renderer mime='application/pdf'><fonts>" + fonts
                + "</fonts></renderer></renderers></fop>";
    }

    private List<Path> installed() {
        if (folder.toString().isEmpty() || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder.toAbsolutePath())) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .matches(".+\\.(ttf|otf)"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String font(String uri, String name, String... weights) {
        var triplets = Stream.of(weights)
                .map(weight -> "<font-triplet name=\"" + escaped(name) + "\" style='normal' weight='" + weight + "'/>")
                .toList();
        return "<font kerning='no' embed-url=\"" + escaped(uri) + "\" embedding-mode='subset'>"
                + String.join("", triplets) + "</font>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /** Fonts come from this jar or the fonts' folder; a document can name nothing else. */
    private final class FontFiles implements ResourceResolver {
        @Override
        public Resource getResource(URI uri) throws IOException {
            if ("file".equals(uri.getScheme()) && Path.of(uri).startsWith(folder.toAbsolutePath())) {
                return new Resource(Files.newInputStream(Path.of(uri)));
            }
            var name = uri.getPath().substring(uri.getPath().lastIndexOf('/') + 1);
            InputStream ours = Pdfs.class.getResourceAsStream("/fonts/" + name);
            if (ours == null) {
                throw new FileNotFoundException(name);
            }
            return new Resource(ours);
        }

        @Override
        public OutputStream getOutputStream(URI uri) throws IOException {
            throw new FileNotFoundException(uri.toString());
        }
    }
}
