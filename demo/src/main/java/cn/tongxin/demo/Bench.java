package cn.tongxin.demo;

import cn.tongxin.demo.bench.Measurements;
import cn.tongxin.demo.bench.Report;
import cn.tongxin.stand.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * {@code bin/bench}: measures the production jar over 200,000 proposals in 100 committees and writes
 * {@code target/bench.json}, beside the targets where a file of them is given.
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var repository = Path.of(System.getProperty("tongxin.repository", "."))
                .toAbsolutePath()
                .normalize();
        var quick = List.of(arguments).contains("--quick");
        var folder = Files.createTempDirectory("tongxin-bench");
        var jar = repository.resolve("backend/target/tongxin.jar");
        var report = new Report(repository);
        try {
            var measurements = new Measurements(
                    report, folder, jar, quick ? Duration.ofSeconds(2) : Duration.ofSeconds(6), quick ? 2 : 5);
            measurements.run();
            report.phone(repository.resolve("member-app/dist"));
        } finally {
            report.write();
            Folders.delete(folder);
        }
        System.exit(report.isMet() ? 0 : 1);
    }
}
