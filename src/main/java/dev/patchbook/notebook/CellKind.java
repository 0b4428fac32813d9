package dev.patchbook.notebook;

import dev.patchbook.config.Group;
import dev.patchbook.config.Schema;
import java.util.Locale;
import java.util.Optional;

/** What a cell does. */
public enum CellKind {
    DATA,
    MODEL,
    TRAIN,
    PATCHES,
    ATTENTION,
    IMAGES,
    SAMPLE,
    COMPARE,
    /** Markdown. */
    NOTE,
    /** A kind this version does not know; kept as it is. */
    UNKNOWN;

    /** The word in the file. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The settings a cell of this kind takes; none for notes and unknown kinds. */
    public Optional<Group> group() {
        return this == NOTE || this == UNKNOWN ? Optional.empty() : Optional.of(Group.valueOf(name()));
    }

    /** Whether a cell of this kind can be run. */
    public boolean runs() {
        return group().isPresent();
    }

    /** Whether a cell of this kind only looks at a model: it may take its turn while a run trains. */
    public boolean looks() {
        return this == PATCHES || this == ATTENTION || this == IMAGES || this == SAMPLE || this == COMPARE;
    }

    /** Whether a cell of this kind looks at a picture that its settings name. */
    public boolean takesPicture() {
        return looks() && group().flatMap(group -> Schema.find(group, "image")).isPresent();
    }

    /** The kind a fence names; notes are never fenced. */
    static CellKind ofFence(String word) {
        for (CellKind kind : values()) {
            if (kind.runs() && kind.id().equals(word)) {
                return kind;
            }
        }
        return UNKNOWN;
    }
}
