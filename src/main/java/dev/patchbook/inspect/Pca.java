package dev.patchbook.inspect;

import dev.patchbook.base.CounterHash;
import dev.patchbook.base.TensorView;

/**
 * The plane in which rows of numbers differ most: principal components (Pearson, 1901), found one after the other by power
 * iteration on the centred rows.
 *
 * @param places of the rows along the components, [rows, components]
 * @param shares of the whole variance that each component holds
 */
public record Pca(TensorView places, double[] shares) {
    private static final int ITERATIONS = 400;
    private static final double CONVERGED = 1e-12;

    /** Of rows of equal length; components are turned so that their largest place is positive, so that the same rows give the same picture. */
    public static Pca of(float[][] rows, int components) {
        double[][] centred = centred(rows);
        double whole = squares(centred);
        float[] places = new float[rows.length * components];
        double[] shares = new double[components];
        for (int component = 0; component < components; component++) {
            double[] direction = direction(centred, component);
            double[] along = times(centred, direction);
            double largest = 0;
            double held = 0;
            for (double place : along) {
                largest = Math.abs(place) > Math.abs(largest) ? place : largest;
                held += place * place;
            }
            for (int i = 0; i < along.length; i++) {
                places[i * components + component] = (float) (largest < 0 ? -along[i] : along[i]);
            }
            shares[component] = whole > 0 ? held / whole : 0;
            remove(centred, along, direction);
        }
        return new Pca(new TensorView(places, rows.length, components), shares);
    }

    private static double[][] centred(float[][] rows) {
        int width = rows.length == 0 ? 0 : rows[0].length;
        double[] mean = new double[width];
        for (float[] row : rows) {
            for (int i = 0; i < width; i++) {
                mean[i] += (double) row[i] / rows.length;
            }
        }
        double[][] centred = new double[rows.length][width];
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < width; i++) {
                centred[r][i] = rows[r][i] - mean[i];
            }
        }
        return centred;
    }

    /**
     * The direction of unit length along which the rows differ most; zeros where they do not differ. Of more rows than they have
     * numbers, what an iteration needs is worked out once.
     */
    private static double[] direction(double[][] rows, int component) {
        int width = rows.length == 0 ? 0 : rows[0].length;
        double[][] products = rows.length > width ? products(rows, width) : new double[0][];
        double[] direction = new double[width];
        for (int i = 0; i < width; i++) {
            direction[i] = CounterHash.gaussian(CounterHash.key(7, component, 0), i);
        }
        scale(direction);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] next = products.length > 0 ? times(products, direction) : back(rows, times(rows, direction));
            scale(next);
            double same = 0;
            for (int i = 0; i < width; i++) {
                same += next[i] * direction[i];
            }
            direction = next;
            if (1 - same < CONVERGED) {
                break;
            }
        }
        return direction;
    }

    /** Products of each pair of columns. */
    private static double[][] products(double[][] rows, int width) {
        double[][] products = new double[width][width];
        for (double[] row : rows) {
            for (int i = 0; i < width; i++) {
                double[] into = products[i];
                for (int j = 0; j < width; j++) {
                    into[j] += row[i] * row[j];
                }
            }
        }
        return products;
    }

    private static double[] back(double[][] rows, double[] along) {
        double[] next = new double[rows[0].length];
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < next.length; i++) {
                next[i] += along[r] * rows[r][i];
            }
        }
        return next;
    }

    private static double[] times(double[][] rows, double[] direction) {
        double[] along = new double[rows.length];
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < direction.length; i++) {
                along[r] += rows[r][i] * direction[i];
            }
        }
        return along;
    }

    private static void remove(double[][] rows, double[] along, double[] direction) {
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < direction.length; i++) {
                rows[r][i] -= along[r] * direction[i];
            }
        }
    }

    private static double squares(double[][] rows) {
        double sum = 0;
        for (double[] row : rows) {
            for (double x : row) {
                sum += x * x;
            }
        }
        return sum;
    }

    private static void scale(double[] direction) {
        double length = 0;
        for (double x : direction) {
            length += x * x;
        }
        double by = length > 0 ? 1 / Math.sqrt(length) : 0;
        for (int i = 0; i < direction.length; i++) {
            direction[i] *= by;
        }
    }
}
