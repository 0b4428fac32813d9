package dev.patchbook.inspect;

import dev.patchbook.base.TensorView;

/**
 * A plane in which rows that are near stay near: t-SNE (van der Maaten and Hinton, 2008), exact, so for a thousand rows at most. It
 * starts from their principal components, so that the same rows give the same picture.
 */
public final class Tsne {
    /** How many iterations make a picture. */
    public static final int ITERATIONS = 500;

    private static final int EXAGGERATED = 100;
    private static final double EXAGGERATION = 4;
    private static final double SPREAD = 1e-2;
    private static final int SEARCH = 60;

    private final float[][] rows;
    private final double spread;
    private final int count;
    /** How likely each pair is to be neighbours, all together one. */
    private final double[][] likeness;

    private final double[][] places;
    private final double[][] speed;
    private final double[][] gains;
    private int prepared;
    private int done;

    /**
     * Begins the picture.
     *
     * @param rows of equal length
     * @param neighbours how many each row counts as near, about: the perplexity
     */
    public Tsne(float[][] rows, double neighbours) {
        this.rows = rows;
        this.count = rows.length;
        this.spread = Math.log(Math.max(1, Math.min(neighbours, (count - 1) / 3.0)));
        this.likeness = new double[count][count];
        this.speed = new double[count][2];
        this.gains = new double[count][2];
        this.places = new double[count][2];
        TensorView start = Pca.of(rows, 2).places();
        double largest = 0;
        for (float place : start.data()) {
            largest = Math.max(largest, Math.abs(place));
        }
        for (int i = 0; i < count; i++) {
            for (int d = 0; d < 2; d++) {
                places[i][d] = largest > 0 ? SPREAD * start.at(i, d) / largest : SPREAD * Math.sin(i + 2.0 * d);
                gains[i][d] = 1;
            }
        }
    }

    /** Whether it is known of every row which others are near: before that there is nothing to iterate. */
    public boolean ready() {
        return prepared == count;
    }

    /** Finds out which rows are near to one more of them. */
    public void prepare() {
        double[] one = shares(distances(rows, prepared), prepared, spread);
        for (int j = 0; j < count; j++) {
            likeness[prepared][j] += one[j] / (2.0 * count);
            likeness[j][prepared] += one[j] / (2.0 * count);
        }
        prepared++;
    }

    private void prepareAll() {
        while (!ready()) {
            prepare();
        }
    }

    /** How many iterations were done. */
    public int done() {
        return done;
    }

    /** Does so many iterations. */
    public void iterate(int iterations) {
        prepareAll();
        for (int i = 0; i < iterations; i++) {
            step();
            done++;
        }
    }

    private void step() {
        double exaggeration = done < EXAGGERATED ? EXAGGERATION : 1;
        double momentum = done < EXAGGERATED ? 0.5 : 0.8;
        double rate = Math.max(10, count / EXAGGERATION);
        double[][] near = near();
        double whole = sum(near);
        for (int i = 0; i < count; i++) {
            double[] gradient = new double[2];
            for (int j = 0; j < count; j++) {
                double pull = (exaggeration * likeness[i][j] - near[i][j] / whole) * near[i][j];
                gradient[0] += 4 * pull * (places[i][0] - places[j][0]);
                gradient[1] += 4 * pull * (places[i][1] - places[j][1]);
            }
            for (int d = 0; d < 2; d++) {
                boolean turned = Math.signum(gradient[d]) != Math.signum(speed[i][d]);
                gains[i][d] = Math.max(0.01, turned ? gains[i][d] + 0.2 : gains[i][d] * 0.8);
                speed[i][d] = momentum * speed[i][d] - rate * gains[i][d] * gradient[d];
            }
        }
        move();
    }

    /** Moves all, and the middle back to the origin. */
    private void move() {
        double[] middle = new double[2];
        for (int i = 0; i < count; i++) {
            for (int d = 0; d < 2; d++) {
                places[i][d] += speed[i][d];
                middle[d] += places[i][d] / count;
            }
        }
        for (double[] place : places) {
            place[0] -= middle[0];
            place[1] -= middle[1];
        }
    }

    /** Student's t of each pair's distance, not yet scaled. */
    private double[][] near() {
        double[][] near = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                double x = places[i][0] - places[j][0];
                double y = places[i][1] - places[j][1];
                near[i][j] = 1 / (1 + x * x + y * y);
                near[j][i] = near[i][j];
            }
        }
        return near;
    }

    private static double sum(double[][] numbers) {
        double sum = 0;
        for (double[] row : numbers) {
            for (double x : row) {
                sum += x;
            }
        }
        return Math.max(sum, 1e-12);
    }

    /** The divergence of the plane from the rows, nats: what the iterations lessen. */
    public double cost() {
        prepareAll();
        double[][] near = near();
        double whole = sum(near);
        double cost = 0;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                if (likeness[i][j] > 0) {
                    cost += likeness[i][j] * Math.log(likeness[i][j] / Math.max(1e-12, near[i][j] / whole));
                }
            }
        }
        return cost;
    }

    /** The places now, [rows, 2]. */
    public TensorView places() {
        float[] all = new float[2 * count];
        for (int i = 0; i < count; i++) {
            all[2 * i] = (float) places[i][0];
            all[2 * i + 1] = (float) places[i][1];
        }
        return new TensorView(all, count, 2);
    }

    private static double[] distances(float[][] rows, int from) {
        double[] squares = new double[rows.length];
        for (int j = 0; j < rows.length; j++) {
            for (int k = 0; k < rows[from].length; k++) {
                double apart = rows[from][k] - (double) rows[j][k];
                squares[j] += apart * apart;
            }
        }
        return squares;
    }

    /** Shares of a normal curve around a row, as wide as their entropy asks. */
    private static double[] shares(double[] squares, int self, double entropy) {
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double sharpness = 1;
        double[] shares = new double[squares.length];
        for (int i = 0; i < SEARCH; i++) {
            double found = fill(shares, squares, self, sharpness);
            if (Math.abs(found - entropy) < 1e-5) {
                break;
            }
            if (found > entropy) {
                low = sharpness;
                sharpness = Double.isInfinite(high) ? 2 * sharpness : (low + high) / 2;
            } else {
                high = sharpness;
                sharpness = (low + high) / 2;
            }
        }
        return shares;
    }

    private static double fill(double[] shares, double[] squares, int self, double sharpness) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int j = 0; j < squares.length; j++) {
            nearest = j == self ? nearest : Math.min(nearest, squares[j]);
        }
        double sum = 0;
        for (int j = 0; j < squares.length; j++) {
            shares[j] = j == self ? 0 : Math.exp(-sharpness * (squares[j] - nearest));
            sum += shares[j];
        }
        double entropy = 0;
        for (int j = 0; j < squares.length; j++) {
            shares[j] = sum > 0 ? shares[j] / sum : 0;
            entropy -= shares[j] > 0 ? shares[j] * Math.log(shares[j]) : 0;
        }
        return entropy;
    }
}
