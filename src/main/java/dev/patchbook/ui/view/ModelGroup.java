package dev.patchbook.ui.view;

import dev.patchbook.engine.ModelSummary.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Parts of a model drawn as one box.
 *
 * @param name of the box: its largest part's
 * @param parts in the order the data flows
 */
record ModelGroup(String name, List<Part> parts) {
    private static final String MIDDLE = "projector";

    /** What comes before the projector, the projector, and what comes after; one box a part where there is none. */
    static List<ModelGroup> of(List<Part> parts) {
        List<Part> real = parts.stream().filter(part -> part.parameters() > 0).toList();
        int middle = -1;
        for (int i = 0; i < real.size(); i++) {
            middle = real.get(i).name().equalsIgnoreCase(MIDDLE) ? i : middle;
        }
        List<ModelGroup> groups = new ArrayList<>();
        if (middle < 0) {
            real.forEach(part -> groups.add(new ModelGroup(part.name(), List.of(part))));
            return groups;
        }
        for (List<Part> some : List.of(
                real.subList(0, middle), real.subList(middle, middle + 1), real.subList(middle + 1, real.size()))) {
            if (!some.isEmpty()) {
                groups.add(new ModelGroup(title(some), List.copyOf(some)));
            }
        }
        return groups;
    }

    /** As {@link #of}, but the head, which can train alone, by itself. */
    static List<ModelGroup> ofTraining(List<Part> parts) {
        List<ModelGroup> groups = new ArrayList<>();
        for (ModelGroup group : of(parts)) {
            int last = group.parts.size() - 1;
            Part head = group.parts.get(last);
            if (last > 0 && head.name().endsWith("head")) {
                groups.add(new ModelGroup(group.name, group.parts.subList(0, last)));
                groups.add(new ModelGroup(head.name(), List.of(head)));
            } else {
                groups.add(group);
            }
        }
        return groups;
    }

    /** Named after its blocks: the part called a transformer or a decoder, else the largest. */
    private static String title(List<Part> parts) {
        return parts.stream()
                .filter(part ->
                        part.name().endsWith("transformer") || part.name().endsWith("decoder"))
                .findFirst()
                .or(() -> parts.stream().max(Comparator.comparingLong(Part::parameters)))
                .map(Part::name)
                .orElse("");
    }

    /** Numbers that are learned in it. */
    long parameters() {
        return parts.stream().mapToLong(Part::parameters).sum();
    }

    /** Shape of what it hands on. */
    String output() {
        return parts.get(parts.size() - 1).output();
    }

    /** Whether text enters here beside the picture. */
    boolean readsText() {
        return parts.stream().anyMatch(part -> part.name().startsWith("token embedding"));
    }
}
