package dev.patchbook.cli;

import dev.patchbook.base.JsonLine;
import dev.patchbook.engine.Tools.ProfileLine;
import dev.patchbook.engine.Tools.StepProfile;
import java.util.function.ToDoubleFunction;

/** Prints where a training step's time goes. */
final class ProfileTable {
    private final CliContext context;
    private final StepProfile profile;

    ProfileTable(CliContext context, StepProfile profile) {
        this.context = context;
        this.profile = profile;
    }

    void print(boolean json) {
        if (json) {
            profile.lines().forEach(line -> context.print(object(line)));
        } else {
            table();
        }
    }

    private static JsonLine object(ProfileLine line) {
        return new JsonLine()
                .put("operation", line.operation())
                .put("shape", line.shape())
                .put("count", line.count())
                .rounded("ms", line.ms(), 4)
                .rounded("gflop", line.gflop(), 4)
                .rounded("mb", line.megabytes(), 4)
                .rounded("least_ms", line.leastMs(), 4);
    }

    private void table() {
        double all = sum(ProfileLine::ms);
        Table table = new Table("operation", "shapes", "count", "ms", "% of step", "GFLOP/s", "GB/s", "% of best");
        for (ProfileLine line : profile.lines()) {
            table.add(
                    line.operation(),
                    line.shape(),
                    Integer.toString(line.count()),
                    Table.fixed(line.ms(), 2),
                    Table.fixed(100 * line.ms() / all, 1),
                    line.gflop() == 0 ? "" : Table.fixed(1000 * line.gflop() / line.ms(), 0),
                    Table.fixed(line.megabytes() / line.ms(), 1),
                    Table.fixed(100 * line.leastMs() / line.ms(), 0));
        }
        table.lines().forEach(context::print);
        context.print("");
        context.print(Table.fixed(all, 1) + " ms a step, " + (int) sum(ProfileLine::count) + " operations, "
                + Table.fixed(sum(ProfileLine::gflop), 1) + " GFLOP, " + Table.fixed(sum(ProfileLine::megabytes), 0)
                + " MB moved");
        double products = sum(line -> line.gflop() > 0 ? line.ms() : 0);
        context.print("matrix products: " + Table.fixed(products, 1) + " ms at "
                + Table.fixed(1000 * sum(ProfileLine::gflop) / products, 0) + " GFLOP/s; this machine reaches "
                + Table.fixed(profile.gigaflops(), 0) + " GFLOP/s and reads "
                + Table.fixed(profile.gigabytes(), 0) + " GB/s");
        context.print("best possible by these: " + Table.fixed(sum(ProfileLine::leastMs), 1) + " ms, reached to "
                + Table.fixed(100 * sum(ProfileLine::leastMs) / all, 0) + " %");
    }

    private double sum(ToDoubleFunction<ProfileLine> part) {
        return profile.lines().stream().mapToDouble(part).sum();
    }
}
