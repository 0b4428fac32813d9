package dev.patchbook.data;

import dev.patchbook.base.CounterHash;
import dev.patchbook.data.Dataset.Parts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Which rows train and which validate. Rows are numbered 0..n-1. */
final class Split {
    private static final long SITE = 0x73706C6974L; // "split"

    private Split() {}

    /**
     * The articles' split: the rows, written {@code repeat} times one after the other, are cut; the tail validates. A
     * picture may then stand on both sides.
     */
    static Parts tail(int rows, int repeat, double share) {
        int all = Math.multiplyExact(rows, repeat);
        int train = Math.max(1, (int) ((1 - share) * all));
        return new Parts(
                IntStream.range(0, train).map(i -> i % rows).toArray(),
                IntStream.range(train, all).map(i -> i % rows).toArray());
    }

    /**
     * By picture: one that falls below {@code share} when its hash and the seed are drawn for it validates, with all its
     * rows; adding rows moves no other picture. With a share above 0, two or more pictures leave at least one on each
     * side. Training rows are repeated, validation rows stand once.
     *
     * @param pictures each row's picture hash, hexadecimal
     */
    static Parts byPicture(List<String> pictures, long seed, double share, int repeat) {
        Map<String, Double> draws = new HashMap<>();
        pictures.forEach(hash -> draws.computeIfAbsent(hash, h -> draw(h, seed)));
        if (share <= 0 || draws.size() < 2) {
            return declared(pictures.stream().map(hash -> Part.TRAIN).toList(), repeat);
        }
        double lowest = draws.values().stream().mapToDouble(d -> d).min().orElse(0);
        double highest = draws.values().stream().mapToDouble(d -> d).max().orElse(1);
        List<Part> parts = pictures.stream()
                .map(hash -> draws.getOrDefault(hash, 1.0))
                .map(d -> d == lowest || d < share && d < highest ? Part.VALIDATION : Part.TRAIN)
                .toList();
        return declared(parts, repeat);
    }

    /**
     * As {@link #byPicture}, within each caption: of the pictures of every caption about the same share validates. A picture with
     * several captions counts for its first.
     *
     * @param captions each row's
     */
    static Parts stratified(List<String> pictures, List<String> captions, long seed, double share, int repeat) {
        Map<String, List<String>> strata = new LinkedHashMap<>();
        Set<String> known = new HashSet<>();
        for (int i = 0; i < pictures.size(); i++) {
            if (known.add(pictures.get(i))) {
                strata.computeIfAbsent(captions.get(i), caption -> new ArrayList<>())
                        .add(pictures.get(i));
            }
        }
        Set<String> validation = new HashSet<>();
        double owed = 0; // what rounding left over: captions of few pictures share it
        for (List<String> stratum : strata.values()) {
            owed += share * stratum.size();
            int most = stratum.size() == 1 ? 1 : stratum.size() - 1;
            int taken = Math.min((int) Math.round(owed), most);
            owed -= taken;
            stratum.stream()
                    .sorted(Comparator.comparingDouble((String hash) -> draw(hash, seed)))
                    .limit(taken)
                    .forEach(validation::add);
        }
        if (share > 0 && known.size() > 1 && (validation.isEmpty() || validation.size() == known.size())) {
            return byPicture(pictures, seed, share, repeat); // too few to divide
        }
        return declared(
                pictures.stream()
                        .map(hash -> validation.contains(hash) ? Part.VALIDATION : Part.TRAIN)
                        .toList(),
                repeat);
    }

    private static double draw(String hash, long seed) {
        long start = Long.parseUnsignedLong(hash.substring(0, 16), 16);
        return CounterHash.uniform(CounterHash.key(seed, start, SITE), 0);
    }

    /** As declared row by row; training rows are repeated, validation rows stand once. */
    static Parts declared(List<Part> declared, int repeat) {
        List<Integer> train = new ArrayList<>();
        List<Integer> validation = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            (declared.get(i) == Part.TRAIN ? train : validation).add(i);
        }
        int once = train.size();
        return new Parts(
                IntStream.range(0, Math.multiplyExact(once, repeat))
                        .map(i -> train.get(i % once))
                        .toArray(),
                validation.stream().mapToInt(i -> i).toArray());
    }

    /** Different captions that stand on both sides. */
    static long sharedCaptions(List<Dataset.Row> rows, Parts parts) {
        Set<String> train = new HashSet<>();
        IntStream.of(parts.train()).forEach(i -> train.add(rows.get(i).caption()));
        return IntStream.of(parts.validation())
                .mapToObj(i -> rows.get(i).caption())
                .distinct()
                .filter(train::contains)
                .count();
    }
}
