package cn.tongxin.demo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.zip.ZipFile;

/** What an office takes away: the catalogue of 5,000 proposals as an Excel file, from a service that has just started. */
public final class Papers {
    private static final int PROPOSALS = 5_000;
    private static final int WARM = 200;
    private static final byte[] ROW = "<row ".getBytes(StandardCharsets.US_ASCII);

    private final Rig rig;
    private final Report report;

    public Papers(Rig rig, Report report) {
        this.rig = rig;
        this.report = report;
    }

    /** Memory is what the service has grown by at its highest, over what it held when lists alone were asked for. */
    public void measure() throws Exception {
        var office = rig.store(PROPOSALS).fill(1).getFirst();
        rig.tidy();
        rig.startAnew();
        var token = rig.issuer().console(office.officer());
        var seat = office.office().toString();
        var seconds = new ArrayList<Double>();
        var growth = new ArrayList<Double>();
        var errors = 0L;
        try (var wire = rig.wire()) {
            for (var i = 0; i < WARM; i++) {
                errors += wire.send(Wire.get("/api/proposals?limit=20", token, seat))
                                        .status()
                                == 200
                        ? 0
                        : 1;
            }
            var before = rig.rss();
            for (var i = 0; i < rig.size().repetitions; i++) {
                var start = System.nanoTime();
                var answer = wire.send(Wire.post("/api/proposal-catalogues", token, seat, "{\"reason\":\"bench\"}"));
                seconds.add((System.nanoTime() - start) / 1e9);
                growth.add(rig.rss() - before);
                errors += answer.status() == 200 && rows(answer.body()) == PROPOSALS + 2 ? 0 : 1;
            }
        }
        report.add(Row.of("catalogue_5000_s", "s", seconds, errors));
        report.add(Row.of("catalogue_rss_growth_mb", "MB", growth, errors));
    }

    /** Rows of the sheet, its title and headings with them. */
    private static int rows(byte[] excel) throws IOException {
        var file = Files.createTempFile("tongxin-catalogue", ".xlsx");
        Files.write(file, excel);
        try (var zip = new ZipFile(file.toFile())) {
            var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"));
            return new Wire.Answer(200, sheet.readAllBytes()).count(ROW);
        } finally {
            Files.delete(file);
        }
    }
}
