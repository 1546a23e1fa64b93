package cn.tongxin.stage;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs tests named like {@code proposal.ProposalTest} or {@code StrangerTest#a_stranger_learns_and_changes_nothing} and
 * ends at the first that fails, which it names: what {@code bin/mutants} asks of each mutant.
 */
public final class FirstFailure implements TestExecutionListener {
    private static final int ALL_PASSED = 0;
    private static final int AN_EXPECTATION_FAILED = 1;
    private static final int SOMETHING_ELSE = 2;

    private final AtomicInteger passed = new AtomicInteger();

    public static void main(String[] names) {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Stream.of(names).map(FirstFailure::selector).toList())
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .build();
        var listener = new FirstFailure();
        LauncherFactory.create().execute(request, listener);
        say(listener.passed + " tests pass");
        System.exit(listener.passed.get() > 0 ? ALL_PASSED : SOMETHING_ELSE);
    }

    /** What {@code bin/mutants} shows, among all that the service logs. */
    private static void say(String verdict) {
        System.out.println("verdict: " + verdict);
    }

    private static DiscoverySelector selector(String name) {
        var parts = name.split("#");
        var type = "cn.tongxin." + parts[0];
        return parts.length == 1 ? selectClass(type) : selectMethod(type, parts[1]);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
            passed.addAndGet(test.isTest() ? 1 : 0);
            return;
        }
        var failure = result.getThrowable().orElseThrow();
        failure.printStackTrace();
        say(test.getDisplayName() + " fails");
        System.exit(failure instanceof AssertionError ? AN_EXPECTATION_FAILED : SOMETHING_ELSE);
    }
}
