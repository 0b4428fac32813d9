package dev.patchbook.session;

import dev.patchbook.engine.Generation;
import dev.patchbook.engine.TokenEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A caption and the texts that part from it, as lines from the prompt on. */
public final class TextTree {
    /** Rounding apart, the same model gives the same log-probabilities. */
    private static final double SAME = 1e-4;

    private final List<TextLine> lines = new ArrayList<>();

    /**
     * A stretch between two places where texts part.
     *
     * @param line one that has it
     * @param from its first token's place
     * @param to the place after its last
     * @param depth how many places of parting come before it
     * @param end whether a text ends with it
     */
    public record Segment(TextLine line, int from, int to, int depth, boolean end) {}

    private TextTree() {}

    /**
     * The tree of a caption and its branches.
     *
     * @throws IllegalArgumentException where a branch does not part from anything there is
     */
    public static TextTree of(Generation caption, List<Branch> branches) {
        TextTree tree = new TextTree();
        List<Integer> ids = ids(caption);
        tree.lines.add(new TextLine(0, 0, 0, ids, caption.scores(), caption.finished(), caption.settings()));
        for (Branch branch : branches) {
            if (branch.parent() >= tree.lines.size()
                    || branch.at() > tree.lines.get(branch.parent()).length()) {
                throw new IllegalArgumentException("a branch of " + branch.parent() + " at " + branch.at());
            }
            tree.lines.add(tree.line(branch));
        }
        return tree;
    }

    private TextLine line(Branch branch) {
        TextLine parent = lines.get(branch.parent());
        List<Integer> ids = new ArrayList<>(parent.ids().subList(0, branch.at()));
        ids.addAll(branch.ids());
        return new TextLine(
                lines.size(),
                branch.parent(),
                branch.at(),
                ids,
                parent.scores().first(branch.at()).then(branch.scores()),
                branch.finished(),
                branch.settings());
    }

    private static List<Integer> ids(Generation caption) {
        return caption.tokens().stream()
                .map(TokenEvent::chosen)
                .map(TokenEvent.Candidate::token)
                .toList();
    }

    /** The caption first, then the branches in the order they grew. */
    public List<TextLine> lines() {
        return List.copyOf(lines);
    }

    /** A line that begins so, the caption before the others. */
    public Optional<TextLine> beginning(List<Integer> ids) {
        return lines.stream().filter(line -> line.common(ids) == ids.size()).findFirst();
    }

    /** Whether a text was written by the model that wrote the tree: it holds the same tokens equally likely. */
    public boolean fits(Generation written) {
        List<Integer> ids = ids(written);
        TextLine nearest = nearest(ids);
        int places = Math.min(nearest.common(ids) + 1, Math.min(nearest.length(), ids.size()));
        if (places > 0 && !nearest.scores().vocabulary().equals(written.scores().vocabulary())) {
            return false;
        }
        for (int place = 0; place < places; place++) {
            float[] here = nearest.scores().at(place);
            float[] there = written.scores().at(place);
            for (int i = 0; i < here.length; i++) {
                double likelier = Math.exp(Math.max(here[i], there[i]));
                if (Math.abs(here[i] - there[i]) * likelier > SAME) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether a text is the caption itself. */
    boolean isOf(Generation written) {
        return ids(written).equals(lines.get(0).ids()) && fits(written);
    }

    /** What a text adds to the tree; empty where the tree has it. */
    public Optional<Branch> branch(Generation written) {
        List<Integer> ids = ids(written);
        if (beginning(ids).isPresent()) {
            return Optional.empty();
        }
        TextLine parent = nearest(ids);
        int at = parent.common(ids);
        return Optional.of(new Branch(
                parent.number(),
                at,
                ids.subList(at, ids.size()),
                written.scores().from(at),
                written.finished(),
                written.settings()));
    }

    /** The line that has most of a text; of equals the first. */
    private TextLine nearest(List<Integer> ids) {
        return lines.stream()
                .max(Comparator.<TextLine>comparingInt(line -> line.common(ids)).thenComparing(line -> -line.number()))
                .orElseThrow();
    }

    /** The branches without one line and all that part from it. */
    public List<Branch> without(int line, List<Branch> branches) {
        List<Branch> left = new ArrayList<>();
        int[] numbers = new int[branches.size() + 1]; // 0: the caption, or gone
        for (int i = 0; i < branches.size(); i++) {
            Branch branch = branches.get(i);
            boolean gone = i + 1 == line || branch.parent() > 0 && numbers[branch.parent()] == 0;
            if (!gone) {
                left.add(new Branch(
                        numbers[branch.parent()],
                        branch.at(),
                        branch.ids(),
                        branch.scores(),
                        branch.finished(),
                        branch.settings()));
                numbers[i + 1] = left.size();
            }
        }
        return left;
    }

    /** The stretches in the order of reading: each before those that follow it, what it parted from before what parted. */
    public List<Segment> segments() {
        List<Segment> all = new ArrayList<>();
        stretch(lines.get(0), 0, -1, 0, all);
        return all;
    }

    /** A line from a place on; what parts from it after another place. */
    private void stretch(TextLine line, int from, int after, int depth, List<Segment> all) {
        List<TextLine> children = lines.stream()
                .filter(child -> child.number() > 0 && child.parent() == line.number() && child.at() > after)
                .sorted(Comparator.comparingInt(TextLine::at))
                .toList();
        int place = children.isEmpty() ? line.length() : children.get(0).at();
        if (place > from) {
            all.add(new Segment(line, from, place, depth, place == line.length()));
        }
        int deeper = place > 0 ? depth + 1 : depth;
        if (place < line.length()) {
            stretch(line, place, place, deeper, all);
        }
        for (TextLine child : children) {
            if (child.at() == place) {
                stretch(child, place, place, deeper, all);
            }
        }
    }
}
