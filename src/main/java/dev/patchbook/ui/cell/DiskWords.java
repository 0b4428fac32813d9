package dev.patchbook.ui.cell;

import dev.patchbook.chart.Numbers;
import dev.patchbook.session.TrainOutput;

/** How many checkpoints a run has, and what they take of what they may: {@code 7, 84 of 1,000 MB}. */
final class DiskWords {
    private static final double MEGA = 1e6;
    private static final double SMALL = 10;

    private DiskWords() {}

    /** The bound is a setting: a number of megabytes, 0 for none. */
    static String of(TrainOutput run, String keepMb) {
        String count = Numbers.count(run.checkpoints().size());
        double bytes = run.checkpointBytes();
        if (bytes <= 0) {
            return count;
        }
        double mega = bytes / MEGA;
        String taken = mega < SMALL ? Numbers.significant(mega, 2) : Numbers.count(Math.round(mega));
        boolean bound = keepMb.strip().matches("[1-9]\\d{0,8}");
        return count + ", " + taken + (bound ? " of " + Numbers.count(Long.parseLong(keepMb.strip())) : "") + " MB";
    }
}
