package cn.tongxin.demo;

import cn.tongxin.demo.accept.EventsRun;
import cn.tongxin.demo.accept.RosterRun;
import cn.tongxin.demo.office.Entrance;
import cn.tongxin.stand.Folders;
import cn.tongxin.stand.StandException;
import cn.tongxin.stand.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code bin/accept EVENTS.jsonl --out actual.json [--strict]} or {@code bin/accept ROSTER.xlsx|csv [--committee CODE]}: an
 * empty store, a service of its own on free ports, and the events or the people brought in through the public HTTP API.
 */
public final class Accept {
    private Accept() {}

    public static void main(String[] arguments) throws Exception {
        var words = new ArrayList<>(List.of(arguments));
        var strict = words.remove("--strict");
        var out = option(words, "--out", "actual.json");
        var committee = option(words, "--committee", "513300");
        var from = Path.of(System.getProperty("tongxin.from", "."));
        if (words.size() != 1 || !Files.isReadable(from.resolve(words.getFirst()))) {
            System.err.println("Usage: bin/accept EVENTS.jsonl --out actual.json [--strict]");
            System.err.println("       bin/accept ROSTER.xlsx|ROSTER.csv [--committee CODE]");
            System.exit(2);
        }
        var repository = Path.of(System.getProperty("tongxin.repository", "."))
                .toAbsolutePath()
                .normalize();
        var folder = Files.createTempDirectory("tongxin-accept");
        var good = false;
        try (var bench = new Workbench(
                folder, repository.resolve("backend/target/tongxin.jar"), List.of("-XX:+UseSerialGC", "-Xmx384m"))) {
            var file = from.resolve(words.getFirst());
            good = file.toString().endsWith(".jsonl")
                    ? new EventsRun(Entrance.of(bench)).run(file, from.resolve(out), strict)
                    : new RosterRun(Entrance.of(bench)).run(file, committee);
        } catch (StandException problem) {
            System.err.println(problem.getMessage());
        }
        Folders.delete(folder);
        System.exit(good ? 0 : 1);
    }

    private static String option(List<String> words, String name, String otherwise) {
        var at = words.indexOf(name);
        if (at < 0 || at + 1 == words.size()) {
            return otherwise;
        }
        words.remove(at);
        return words.remove(at);
    }
}
