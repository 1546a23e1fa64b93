package cn.tongxin.demo.bench;

import cn.tongxin.demo.bench.Load.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The first group of targets: start, lists, drafts, what the phone loads. In the order in which the store grows. */
public final class Foundation {
    private static final List<String> HOME = List.of("/api/me", "/api/about", "/api/sync");

    private final Rig rig;
    private final Report report;

    public Foundation(Rig rig, Report report) {
        this.rig = rig;
        this.report = report;
    }

    public void measure() throws Exception {
        start();
        var committees = new ArrayList<>(rig.store().fill(1));
        rig.tidy();
        var list = Lists.of(rig, committees.getFirst());
        var alone = list.buffers();
        var all = rig.size().committees;
        System.out.println("Filling the store with " + all * rig.size().proposals + " proposals.");
        committees.addAll(rig.store().fill(all - 1));
        rig.tidy();
        var among = list.buffers();
        System.out.println(list.grown(alone, among));
        report.add(Row.of("list.blocks_100_to_1", "ratio", List.of(sum(among) / sum(alone)), 0));
        lists(list.round(committees));
        drafts(Drafts.of(rig, committees), committees.get(1));
        home(committees.getFirst());
        report.add(Row.of("rss_mb", "MB", List.of(rig.rss()), 0));
    }

    private void start() throws Exception {
        var samples = new ArrayList<Double>();
        for (var i = 0; i < Math.max(3, rig.size().repetitions); i++) {
            samples.add(rig.startAnew());
        }
        report.add(Row.of("start.ready_s", "s", samples, 0));
    }

    private void lists(Lists lists) throws Exception {
        add("baseline.list_tps", "list", rig.turns(lists), 0);
    }

    private void drafts(Drafts drafts, Store.Committee one) throws Exception {
        var turns = rig.turns(drafts);
        var crowded = rig.repeat(drafts.in(List.of(one))::service);
        var lost = drafts.lost();
        add("baseline.write_tps", "insert", turns, lost);
        report.add(Row.of("insert_one_committee.rps", "1/s", rates(crowded), errors(crowded) + lost));
    }

    private void add(String baseline, String name, Rig.Turns turns, long lost) {
        var bare = errors(turns.bare()) + lost;
        var service = errors(turns.service()) + lost;
        var p99 = turns.service().stream().map(Result::p99Millis).toList();
        report.add(Row.of(baseline, "1/s", rates(turns.bare()), bare));
        report.add(Row.of(name + ".rps", "1/s", rates(turns.service()), service));
        report.add(Row.of(name + ".p99_ms", "ms", p99, service));
        report.add(Row.of(name + ".ratio", "of bare", turns.ratios(), service + bare));
    }

    private static double sum(List<Long> buffers) {
        return buffers.stream().mapToLong(Long::longValue).sum();
    }

    private static List<Double> rates(List<Result> results) {
        return results.stream().map(Result::perSecond).toList();
    }

    private static long errors(List<Result> results) {
        return results.stream().mapToLong(Result::errors).sum();
    }

    /** What the phone asks for when it opens the home page, as it comes over the wire. */
    private void home(Store.Committee committee) throws IOException {
        var bytes = 0;
        var errors = 0;
        var token = rig.issuer().phone(committee.author());
        try (var wire = rig.wire()) {
            for (var path : HOME) {
                var answer = wire.send(Wire.get(path, token, committee.member().toString()));
                bytes += answer.body().length;
                errors += answer.status() == 200 ? 0 : 1;
            }
        }
        report.add(Row.of("phone.home_kb", "KB", List.of(bytes / 1024.0), errors));
    }
}
