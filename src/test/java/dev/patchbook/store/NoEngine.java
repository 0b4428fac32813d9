package dev.patchbook.store;

import dev.patchbook.engine.Engine;
import java.lang.reflect.Proxy;

/** An engine for tests in which nothing runs. */
final class NoEngine {
    private NoEngine() {}

    static Engine engine() {
        return (Engine) Proxy.newProxyInstance(
                NoEngine.class.getClassLoader(), new Class<?>[] {Engine.class}, (proxy, method, arguments) -> {
                    if (method.getReturnType() == void.class) {
                        return null;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
