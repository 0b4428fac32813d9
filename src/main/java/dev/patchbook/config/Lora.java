package dev.patchbook.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Low-rank adapters beside the projections of attention (LoRA; Hu et al., 2021): {@code W x} becomes {@code W x + alpha / rank
 * B A dropout(x)}. What they stand on stays frozen.
 *
 * @param rank of A and B; 0: no adapters
 * @param alpha strength
 * @param dropout share of x's values dropped in training
 * @param projections which of a block have adapters
 * @param of the parts whose blocks have them
 */
public record Lora(int rank, double alpha, double dropout, List<Projection> projections, PartSet of) {
    /** A matrix of an attention. */
    public enum Projection {
        QUERY,
        KEY,
        VALUE,
        /** The output projection. */
        PROJ;

        /** The name in settings and files. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** No adapters. */
    public static final Lora NONE = new Lora(0, 0, 0, List.of(), PartSet.NONE);

    static final String KEY = "lora";
    private static final Lora USUAL = new Lora(
            8, 16, 0, List.of(Projection.QUERY, Projection.VALUE), PartSet.parse(KEY, PartSet.Part.DECODER.id()));
    private static final int MOST = 4096;

    /** Puts the projections into one order. */
    public Lora {
        projections = projections.stream().distinct().sorted().toList();
    }

    /** Whether there are no adapters. */
    public boolean none() {
        return rank == 0;
    }

    /** Factor of what an adapter adds. */
    public double scale() {
        return alpha / rank;
    }

    /** Whether what a name is of is frozen beneath adapters. */
    public boolean freezes(String name) {
        return !none() && !PartSet.isAdapter(name) && of.contains(name);
    }

    /** Whether a projection of the block at a path has an adapter. */
    public boolean on(String block, Projection projection) {
        return freezes(block) && projections.contains(projection);
    }

    /**
     * Reads {@code rank 8, alpha 16, dropout 0.05, query+value of decoder}, any of them, or {@code none}.
     *
     * @throws SettingException where it cannot be understood
     */
    public static Lora parse(String text) {
        String all = text.strip().toLowerCase(Locale.ROOT);
        if (all.isEmpty() || all.equals("none")) {
            return NONE;
        }
        Lora lora = USUAL;
        for (String piece : all.split(",", -1)) {
            String part = piece.strip();
            String[] words = part.split("\\s+");
            lora = switch (words[0]) {
                case "rank" ->
                    new Lora((int) number(text, words, 1, MOST), lora.alpha, lora.dropout, lora.projections, lora.of);
                case "alpha" ->
                    new Lora(lora.rank, number(text, words, 0, 1e6), lora.dropout, lora.projections, lora.of);
                case "dropout" ->
                    new Lora(lora.rank, lora.alpha, number(text, words, 0, 0.95), lora.projections, lora.of);
                default -> where(text, part, lora);
            };
        }
        return lora;
    }

    private static Lora where(String text, String part, Lora lora) {
        String[] sides = part.split("\\s+of\\s+", -1);
        if (sides.length != 2) {
            throw bad(text, "“" + part + "” is not understood");
        }
        List<Projection> projections = sides[0].equals("all")
                ? List.of(Projection.values())
                : Arrays.stream(sides[0].split("\\+", -1))
                        .map(word -> projection(text, word.strip()))
                        .toList();
        PartSet of = PartSet.parse(KEY, sides[1]);
        for (PartSet.Item item : of.items()) {
            if (item.part() != PartSet.Part.VISION && item.part() != PartSet.Part.DECODER) {
                throw bad(text, item.text() + " has no attention; vision and decoder have");
            }
        }
        return new Lora(lora.rank, lora.alpha, lora.dropout, projections, of);
    }

    private static Projection projection(String text, String word) {
        return Arrays.stream(Projection.values())
                .filter(each -> each.id().equals(word))
                .findFirst()
                .orElseThrow(() -> bad(text, "attention has no “" + word + "”, but query, key, value and proj"));
    }

    private static double number(String text, String[] words, double least, double most) {
        String name = words[0];
        if (words.length != 2) {
            throw bad(text, name + " takes one number");
        }
        try {
            double number = name.equals("rank") ? Integer.parseInt(words[1]) : Double.parseDouble(words[1]);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw bad(text, "“" + words[1] + "” is not a " + (name.equals("rank") ? "whole " : "") + "number");
        }
        throw bad(text, name + " " + words[1] + " is not from " + plain(least) + " to " + plain(most));
    }

    private static SettingException bad(String text, String why) {
        return new SettingException(
                KEY,
                KEY + " is “" + text.strip() + "”: " + why + ".",
                "Write none, or as in rank 8, alpha 16, dropout 0.05, query+value of decoder.");
    }

    /**
     * Holds the adapters to a model.
     *
     * @throws SettingException where it has no such blocks or is narrower than the rank
     */
    void requireIn(VisionConfig vision, DecoderConfig decoder) {
        of.requireIn(vision, decoder, KEY);
        for (PartSet.Item item : of.items()) {
            int width = item.part() == PartSet.Part.VISION ? vision.width() : decoder.width();
            if (rank > width) {
                throw new SettingException(
                        KEY,
                        "The rank of lora is " + rank + ", but " + item.part().id() + " is only " + width + " wide.",
                        "Set a rank of at most " + width + "; 4 to 16 is usual.");
            }
        }
    }

    /** As people write it. */
    public String text() {
        return none()
                ? "none"
                : "rank " + rank + ", alpha " + plain(alpha) + ", dropout " + plain(dropout) + ", "
                        + projections.stream().map(Projection::id).collect(Collectors.joining("+")) + " of "
                        + of.items().stream().map(PartSet.Item::text).collect(Collectors.joining("+"));
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e9
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
