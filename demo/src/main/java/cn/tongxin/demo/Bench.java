package cn.tongxin.demo;

import cn.tongxin.demo.bench.Foundation;
import cn.tongxin.demo.bench.Papers;
import cn.tongxin.demo.bench.ProposalGroup;
import cn.tongxin.demo.bench.Report;
import cn.tongxin.demo.bench.Rig;
import cn.tongxin.stand.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code bin/bench [--quick] [--proposals] [--flight FILE.jfr]}: measures the production jar over 200,000 proposals in 100 committees and
 * writes {@code target/bench.json}, beside the targets where a file of them is given. Quick is a first impression over a
 * small store; {@code --proposals} takes the second group alone; a flight is a recording of the service by Java's own profiler, which costs a little.
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var repository = Path.of(System.getProperty("tongxin.repository", "."))
                .toAbsolutePath()
                .normalize();
        var words = List.of(arguments);
        var size = words.contains("--quick") ? Rig.Size.QUICK : Rig.Size.FULL;
        var flight = words.indexOf("--flight") + 1;
        var folder = Files.createTempDirectory("tongxin-bench");
        var report = new Report(repository);
        try (var rig = new Rig(
                folder,
                repository.resolve("backend/target/tongxin.jar"),
                size,
                flight == 0
                        ? null
                        : Path.of(System.getProperty("tongxin.from", ".")).resolve(words.get(flight)))) {
            if (!words.contains("--proposals")) {
                new Foundation(rig, report).measure();
                new Papers(rig, report).measure();
                report.phone(repository.resolve("member-app/dist"));
            }
            new ProposalGroup(rig, report).measure();
        } finally {
            report.write();
            Folders.delete(folder);
        }
        System.exit(report.isMet() ? 0 : 1);
    }
}
