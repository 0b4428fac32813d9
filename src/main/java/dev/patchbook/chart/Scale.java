package dev.patchbook.chart;

import java.util.List;

/** Where values lie along an axis: from 0 at its start to 1 at its end. */
public sealed interface Scale permits LinearScale, LogScale {
    /** The values at the axis's ends. */
    Range domain();

    /** Where a value lies; outside 0..1 for values outside the domain, NaN for those that have no place. */
    double position(double value);

    /** The value at a position. */
    double value(double position);

    /** At most so many round values inside the domain, ascending; none is ever outside it. */
    List<Tick> ticks(int most);
}
