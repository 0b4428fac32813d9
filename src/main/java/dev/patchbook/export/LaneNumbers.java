package dev.patchbook.export;

import dev.patchbook.base.TensorView;
import dev.patchbook.chart.Numbers;
import dev.patchbook.chart.RankCorrelation;
import dev.patchbook.chart.TokenWords;
import dev.patchbook.engine.TokenMaps;
import java.util.ArrayList;
import java.util.List;

/** What the lanes of characters say in numbers: how alike they are, and all of them as a table. */
public final class LaneNumbers {
    private LaneNumbers() {}

    /** How alike the ways of telling order the patches for a character, and on average. */
    public static String agreement(TokenMaps maps, int token) {
        List<String> alike = new ArrayList<>();
        maps.attention().ifPresent(attends -> {
            alike.add("attention and covering " + agreement(attends, maps.occlusion(), token));
            alike.add("attention and gradient " + agreement(attends, maps.gradient(), token));
        });
        alike.add("gradient and covering " + agreement(maps.gradient(), maps.occlusion(), token));
        return "Rank correlation over the patches (Spearman): " + String.join("; ", alike) + ".";
    }

    private static String agreement(TensorView a, TensorView b, int token) {
        double sum = 0;
        int counted = 0;
        for (int i = 0; i < a.shape()[0]; i++) {
            double of = correlation(a, b, i);
            if (Double.isFinite(of)) {
                sum += of;
                counted++;
            }
        }
        String mean = counted > 0 ? " (mean over characters " + number(sum / counted) + ")" : "";
        return number(correlation(a, b, token)) + mean;
    }

    private static double correlation(TensorView a, TensorView b, int token) {
        return RankCorrelation.of(a.slice(token).data(), b.slice(token).data());
    }

    private static String number(double correlation) {
        return Double.isFinite(correlation) ? Numbers.significant(correlation, 2) : "none";
    }

    /** A row a character and patch. */
    public static Sheet sheet(TokenMaps maps) {
        List<List<Object>> rows = new ArrayList<>();
        int patches = maps.grid() * maps.grid();
        for (int i = 0; i < maps.tokens().size() * patches; i++) {
            int at = i;
            int token = i / patches;
            rows.add(List.of(
                    (long) token,
                    TokenWords.spoken(maps.tokens().get(token)),
                    (double) maps.logs().data()[token],
                    (long) (i % patches),
                    maps.attention().map(all -> (double) all.data()[at]).orElse(Double.NaN),
                    (double) maps.gradient().data()[i],
                    (double) maps.occlusion().data()[i]));
        }
        List<String> head = List.of(
                "character",
                "text",
                "log-probability (nats)",
                "patch",
                "attention",
                "gradient",
                "fall when covered (nats)");
        return new Sheet("by-character", "Which patches each character rests on", head, rows);
    }
}
