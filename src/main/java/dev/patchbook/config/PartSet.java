package dev.patchbook.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Some of a model's parts, as people name them: {@code projector, decoder.5-7}.
 *
 * @param items in the order written
 */
public record PartSet(List<Item> items) {
    /** What can be named. */
    public enum Part {
        /** Every part, and the adapters. */
        ALL,
        /** The vision encoder. */
        VISION,
        /** Between vision and decoder. */
        PROJECTOR,
        /** Embeddings, blocks and final norm of the decoder. */
        DECODER,
        /** The decoder's last layer, which scores the next token. */
        HEAD,
        /** The adapters. */
        LORA;

        /** The name in settings. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        private boolean hasBlocks() {
            return this == VISION || this == DECODER;
        }
    }

    /**
     * A part, or blocks of it.
     *
     * @param part which
     * @param from first block; {@link #WHOLE} for the whole part
     * @param to last block
     */
    public record Item(Part part, int from, int to) {
        /** In place of a block: the whole part. */
        public static final int WHOLE = -1;

        boolean whole() {
            return from == WHOLE;
        }

        /** As people write it. */
        public String text() {
            return whole() ? part.id() : part.id() + "." + from + (to == from ? "" : "-" + to);
        }

        private boolean contains(Item unit) {
            return part == unit.part && (whole() || from <= unit.from && unit.to <= to);
        }
    }

    /** Everything. */
    public static final PartSet ALL = new PartSet(List.of(new Item(Part.ALL, Item.WHOLE, Item.WHOLE)));

    /** Nothing. */
    public static final PartSet NONE = new PartSet(List.of());

    private static final Pattern ITEM = Pattern.compile("([a-z]+)(?:\\.(\\d{1,4})(?:-(\\d{1,4}))?)?");
    private static final Pattern BLOCK = Pattern.compile("(?:vision_encoder|decoder)\\.blocks\\.(\\d{1,9})(?:\\..*)?");
    private static final String HOW =
            "Write all, or any of vision, projector, decoder, head and lora with commas between them; single blocks as in"
                    + " decoder.0 or decoder.5-7.";

    /** Copies the list. */
    public PartSet {
        items = List.copyOf(items);
    }

    /**
     * Reads {@code projector, decoder.5-7}; a plus does for a comma.
     *
     * @param key the setting it stands in
     * @throws SettingException where it cannot be understood
     */
    static PartSet parse(String key, String text) {
        List<Item> items = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[,+]", -1)) {
            items.add(item(key, text, word.strip()));
        }
        return new PartSet(items);
    }

    private static Item item(String key, String text, String word) {
        Matcher matcher = ITEM.matcher(word);
        if (word.isEmpty()) {
            throw bad(key, text, text.isBlank() ? "it names nothing" : "a name is missing beside a comma");
        }
        Part part = null;
        for (Part each : Part.values()) {
            if (matcher.matches() && each.id().equals(matcher.group(1))) {
                part = each;
            }
        }
        if (part == null) {
            throw bad(key, text, "there is no part “" + word + "”");
        }
        if (matcher.group(2) == null) {
            return new Item(part, Item.WHOLE, Item.WHOLE);
        }
        if (!part.hasBlocks()) {
            throw bad(key, text, part.id() + " has no blocks");
        }
        int from = Integer.parseInt(matcher.group(2));
        int to = matcher.group(3) == null ? from : Integer.parseInt(matcher.group(3));
        if (to < from) {
            throw bad(key, text, word + " ends before it begins");
        }
        return new Item(part, from, to);
    }

    private static SettingException bad(String key, String text, String why) {
        return new SettingException(key, key + " is “" + text.strip() + "”: " + why + ".", HOW);
    }

    /** Whether a parameter, or another name below a part's, is of one of these parts. */
    public boolean contains(String name) {
        Item unit = unit(name);
        return items.stream().anyMatch(item -> item.part == Part.ALL || item.contains(unit));
    }

    /** Whether all that an item names is of one of these parts. */
    boolean covers(Item other) {
        return items.stream().anyMatch(item -> item.part == Part.ALL || item.contains(other));
    }

    /** Whether the adapters are among them. */
    public boolean adapters() {
        return names(Part.ALL) || names(Part.LORA);
    }

    boolean names(Part part) {
        return items.stream().anyMatch(item -> item.part == part);
    }

    /** The part, and the block where it is in one, that a name is of. */
    private static Item unit(String name) {
        if (isAdapter(name)) {
            return new Item(Part.LORA, Item.WHOLE, Item.WHOLE);
        }
        Part part = name.startsWith("vision_encoder")
                ? Part.VISION
                : name.startsWith("decoder.image_projection")
                        ? Part.PROJECTOR
                        : name.startsWith("decoder.lm_head") ? Part.HEAD : Part.DECODER;
        Matcher block = BLOCK.matcher(name);
        int index = block.matches() ? Integer.parseInt(block.group(1)) : Item.WHOLE;
        return new Item(part, index, index);
    }

    /** Whether a name is an adapter's. */
    static boolean isAdapter(String name) {
        return name.contains(".lora_");
    }

    /**
     * Holds the blocks named to those a model has.
     *
     * @param key the setting they stand in
     * @throws SettingException where there are fewer
     */
    void requireIn(VisionConfig vision, DecoderConfig decoder, String key) {
        for (Item item : items) {
            int blocks = item.part == Part.VISION ? vision.blocks() : decoder.blocks();
            if (!item.whole() && item.to >= blocks) {
                throw new SettingException(
                        key,
                        key + " names " + item.text() + ", but " + item.part.id() + " has "
                                + (blocks == 1 ? "one block, 0" : blocks + " blocks, 0 to " + (blocks - 1)) + ".",
                        "Name blocks that are there.");
            }
        }
    }

    /** As people write it. */
    public String text() {
        return items.stream().map(Item::text).collect(Collectors.joining(", "));
    }
}
