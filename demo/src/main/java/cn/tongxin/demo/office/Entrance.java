package cn.tongxin.demo.office;

import cn.tongxin.stand.Workbench;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/** How people come in at the console: each by access tokens of his own, the operator of the platform among them. */
public interface Entrance {
    URI service();

    Supplier<String> operator();

    Supplier<String> console(String person);

    /** The small issuer of a workbench vouches for everybody. */
    static Entrance of(Workbench bench) {
        var kept = Duration.ofMinutes(10);
        return new Entrance() {
            @Override
            public URI service() {
                return bench.service().url();
            }

            @Override
            public Supplier<String> operator() {
                return new KeptToken(kept, () -> bench.issuer().operator("operator"));
            }

            @Override
            public Supplier<String> console(String person) {
                return new KeptToken(kept, () -> bench.issuer().console(person));
            }
        };
    }
}
