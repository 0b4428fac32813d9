package dev.patchbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which part of Patchbook may import which: the table of the architecture page. */
final class Walls {
    private static final String ROOT = "dev.patchbook.";

    private final Map<String, Set<String>> allowed = new LinkedHashMap<>();

    Walls() {
        part("base");
        part("config", "base");
        part("text", "config", "base");
        part("data", "text", "config", "base");
        part("augment", "data", "config", "base");
        part("checkpoint", "config", "base");
        part("model", "config", "base");
        part("plan", "base");
        part("sample", "model", "plan", "text", "config", "base");
        part("inspect", "sample", "model", "plan", "text", "config", "base");
        part("train", "model", "plan", "data", "augment", "text", "checkpoint", "sample", "config", "base");
        part("engine", "config", "base");
        part("engine.local", allowed.keySet().toArray(String[]::new));
        part("notebook", "config", "base");
        part("session", "notebook", "engine", "config", "base");
        part("chart", "base");
        part("store", "session", "notebook", "engine", "chart", "checkpoint", "config", "base");
        part("export", "notebook", "session", "engine", "chart", "config", "base");
        part("cli", "session", "store", "notebook", "engine", "export", "config", "base");
        part("ui", "session", "store", "notebook", "engine", "export", "chart", "config", "base");
        part("app", allowed.keySet().toArray(String[]::new));
    }

    /** The part a package belongs to: the longest name it starts with. */
    String partOf(String packageName) {
        return allowed.keySet().stream()
                .filter(part -> (packageName + ".").startsWith(ROOT + part + "."))
                .max(Comparator.comparingInt(String::length))
                .orElseThrow(() -> new AssertionError(packageName + " is no part of the architecture"));
    }

    boolean mayImport(String fromPackage, String toPackage) {
        String from = partOf(fromPackage);
        String to = partOf(toPackage);
        return from.equals(to) || allowed.get(from).contains(to);
    }

    /** What may not depend on itself through others: each package, but a plan and its kernels are one. */
    static String slice(String packageName) {
        return packageName.startsWith(ROOT + "plan.") ? ROOT + "plan" : packageName;
    }

    /** ArchUnit patterns of the named parts, with all they hold. */
    static String[] packages(String... parts) {
        List<String> patterns = new ArrayList<>();
        for (String part : parts) {
            patterns.add(ROOT + part + "..");
        }
        return patterns.toArray(String[]::new);
    }

    private void part(String name, String... mayImport) {
        allowed.put(name, new HashSet<>(Set.of(mayImport)));
    }
}
