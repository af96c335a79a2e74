package se.samplan.view;

import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import se.samplan.document.Folds;
import se.samplan.document.ViewJson;
import se.samplan.fold.Fold;

/** Folds that fold nothing until a test lets them go, so that it can look at what there is meanwhile. */
final class HeldFolds {

    private static final int AT_MOST_SECONDS = 30;

    private final CountDownLatch letGo = new CountDownLatch(1);

    Folds of(Folds folds, ViewJson json) {
        return new Folds(folds.all().stream().<Fold<?>>map(this::held).toList(), json);
    }

    void release() {
        letGo.countDown();
    }

    private Fold<?> held(Fold<?> fold) {
        return (Fold<?>) Proxy.newProxyInstance(
                Fold.class.getClassLoader(), new Class<?>[] {Fold.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("evolve") && !letGo.await(AT_MOST_SECONDS, TimeUnit.SECONDS)) {
                        throw new IllegalStateException("the test did not let go");
                    }
                    return method.invoke(fold, arguments);
                });
    }
}
