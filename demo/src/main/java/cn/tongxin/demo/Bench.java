package cn.tongxin.demo;

import cn.tongxin.demo.bench.Foundation;
import cn.tongxin.demo.bench.Papers;
import cn.tongxin.demo.bench.ProposalGroup;
import cn.tongxin.demo.bench.ReadingGroup;
import cn.tongxin.demo.bench.Report;
import cn.tongxin.demo.bench.Rig;
import cn.tongxin.stand.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code bin/bench [--quick] [--only PART,PART] [--flight FILE.jfr] | --weak}: measures the production jar over 200,000 proposals
 * in 100 committees and writes {@code target/bench.json}, beside the targets where a file of them is given. Quick is a first
 * impression over a small store; a flight is a recording of the service by Java's own profiler, which costs a little; weak
 * takes what the browser's test has measured on a throttled link.
 */
public final class Bench {
    private static final List<Part> PARTS = List.of(
            new Part("foundation", (rig, report) -> new Foundation(rig, report).measure()),
            new Part("papers", (rig, report) -> new Papers(rig, report).measure()),
            new Part("proposals", (rig, report) -> new ProposalGroup(rig, report).measure()),
            new Part("reading", (rig, report) -> new ReadingGroup(rig, report).measure()));

    private Bench() {}

    /** One group of measurements, in the order in which the store grows. */
    private record Part(String name, Measuring measuring) {}

    private interface Measuring {
        void measure(Rig rig, Report report) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        var repository = Path.of(System.getProperty("tongxin.repository", "."))
                .toAbsolutePath()
                .normalize();
        var words = List.of(arguments);
        var only = after(words, "--only");
        var flight = after(words, "--flight");
        var folder = Files.createTempDirectory("tongxin-bench");
        var report = new Report(repository);
        if (words.contains("--weak")) {
            report.take(repository.resolve("e2e/target/weak.json"));
            report.write();
            System.exit(report.isMet() ? 0 : 1);
        }
        try (var rig = new Rig(
                folder,
                repository.resolve("backend/target/tongxin.jar"),
                words.contains("--quick") ? Rig.Size.QUICK : Rig.Size.FULL,
                flight == null
                        ? null
                        : Path.of(System.getProperty("tongxin.from", ".")).resolve(flight))) {
            for (var part : PARTS) {
                if (only == null || List.of(only.split(",")).contains(part.name())) {
                    part.measuring().measure(rig, report);
                }
            }
            report.phone(repository.resolve("member-app/dist"));
            if (words.isEmpty()) {
                report.take(repository.resolve("e2e/target/weak.json"));
            }
        } finally {
            report.write();
            Folders.delete(folder);
        }
        System.exit(report.isMet() && (report.isWhole() || !words.isEmpty()) ? 0 : 1);
    }

    private static @Nullable String after(List<String> words, String option) {
        var at = words.indexOf(option);
        return at < 0 || at + 1 == words.size() ? null : words.get(at + 1);
    }
}
