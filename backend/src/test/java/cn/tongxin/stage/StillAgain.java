package cn.tongxin.stage;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Sets the stage's clocks back after every test, so that none plays in the time that another has let pass. */
public final class StillAgain implements AfterEachCallback {
    @Override
    public void afterEach(ExtensionContext test) {
        StageClock.resetAll();
    }
}
