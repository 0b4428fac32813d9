package dev.patchbook.export;

import dev.patchbook.chart.Numbers;
import dev.patchbook.engine.DataStatistics;
import dev.patchbook.engine.DataSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is to be known of rows of data beside their charts, as sentences without their points. */
public final class DataWords {
    private DataWords() {}

    /** On captions, then on pictures. */
    static List<String> of(DataSummary data, Map<String, String> settings) {
        List<String> all = new ArrayList<>(captions(data, maxLength(settings)));
        all.addAll(pictures(data));
        return all;
    }

    /** The longest caption settings allow; none where that is no number. */
    public static int maxLength(Map<String, String> settings) {
        try {
            return Integer.parseInt(settings.getOrDefault("max-length", "").strip());
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }

    /** On captions: words, what was cut, replaced or is repeated, and sides. */
    public static List<String> captions(DataSummary data, int maxLength) {
        DataStatistics s = data.statistics();
        List<String> all = new ArrayList<>();
        all.add(count(s.distinctWords(), "different word") + ", longest caption " + count(data.longest(), "character"));
        if (maxLength < Integer.MAX_VALUE) {
            all.add(limit(s, maxLength));
        }
        if (s.changes().cut() > 0) {
            all.add(count(s.changes().cut(), "caption") + " cut, by "
                    + count(s.changes().cutCharacters(), "character") + " in all");
        }
        if (s.changes().mapped() > 0) {
            all.add("characters replaced in " + count(s.changes().mapped(), "caption"));
        }
        if (s.repeats().captions() > 0) {
            all.add(count(s.repeats().captions(), "caption") + " like an earlier one, "
                    + Numbers.count(s.repeats().sharedCaptions()) + " both in training and in validation");
        }
        if (s.changes().sides() > 0) {
            all.add(count(s.changes().sides(), "caption")
                    + (s.changes().sides() == 1 ? " names" : " name")
                    + " a side, such as left: untrue of a mirrored picture");
        }
        return all;
    }

    private static String limit(DataStatistics statistics, int maxLength) {
        long longer = DataChart.longer(statistics, maxLength);
        long refused = statistics.problems().getOrDefault("too-long", 0L);
        String limit = "max-length " + Numbers.count(maxLength);
        if (longer > 0) {
            return limit + " is less than " + count(longer, "caption") + " have";
        }
        return refused > 0
                ? limit + ": " + count(refused, "row") + " longer, not used"
                : limit + " cuts nothing" + (statistics.changes().cut() > 0 ? " more" : "");
    }

    /** On pictures: what is repeated. */
    public static List<String> pictures(DataSummary data) {
        DataStatistics s = data.statistics();
        List<String> all = new ArrayList<>();
        all.add(
                s.repeats().pictures() == 0
                        ? "no picture stands twice"
                        : count(s.repeats().pictures(), "row") + " with the picture of an earlier row, "
                                + Numbers.count(s.repeats().rows()) + " of them with its caption too");
        all.add(
                data.sharedPictures() == 0
                        ? "no picture is both in training and in validation"
                        : count(data.sharedPictures(), "picture") + " both in training and in validation");
        return all;
    }

    private static String count(long count, String what) {
        return Numbers.count(count) + " " + what + (count == 1 ? "" : "s");
    }
}
