package dev.patchbook.data.samples;

/** A region of the plane. Coordinates are in sixteenths of a pixel, so that whether a point lies within is exact. */
interface Shape {
    /** Units of a pixel's side. */
    int UNIT = 16;

    /** Whether a point lies within. */
    boolean contains(int x, int y);

    /** What encloses it; the whole plane unless a shape knows better. */
    default Box bounds() {
        return Box.ALL;
    }

    /** The part of this shape that is also in another. */
    default Shape within(Shape other) {
        return of(bounds(), (x, y) -> contains(x, y) && other.contains(x, y));
    }

    /** The part of this shape that is not in another. */
    default Shape without(Shape other) {
        return of(bounds(), (x, y) -> contains(x, y) && !other.contains(x, y));
    }

    /** Tells whether a point lies within. */
    @FunctionalInterface
    interface Test {
        boolean contains(int x, int y);
    }

    /**
     * A rectangle with its edges.
     *
     * @param left smallest x
     * @param top smallest y
     * @param right largest x
     * @param bottom largest y
     */
    record Box(int left, int top, int right, int bottom) implements Shape {
        static final Box ALL = new Box(-(1 << 20), -(1 << 20), 1 << 20, 1 << 20);

        @Override
        public boolean contains(int x, int y) {
            return x >= left && x <= right && y >= top && y <= bottom;
        }

        @Override
        public Box bounds() {
            return this;
        }
    }

    private static Shape of(Box bounds, Test test) {
        return new Shape() {
            @Override
            public boolean contains(int x, int y) {
                return test.contains(x, y);
            }

            @Override
            public Box bounds() {
                return bounds;
            }
        };
    }

    /** A rectangle; pixels. */
    static Shape box(double left, double top, double width, double height) {
        return new Box(units(left), units(top), units(left + width), units(top + height));
    }

    /** A rectangle with round corners; pixels. */
    static Shape roundBox(double left, double top, double width, double height, double radius) {
        Box box = new Box(units(left), units(top), units(left + width), units(top + height));
        int r = units(radius);
        return of(box, (x, y) -> {
            long dx = Math.max(0, Math.max(box.left + r - x, x - box.right + r));
            long dy = Math.max(0, Math.max(box.top + r - y, y - box.bottom + r));
            return box.contains(x, y) && dx * dx + dy * dy <= (long) r * r;
        });
    }

    /** An ellipse; pixels. */
    static Shape ellipse(double centerX, double centerY, double radiusX, double radiusY) {
        int cx = units(centerX);
        int cy = units(centerY);
        long rx = units(radiusX);
        long ry = units(radiusY);
        Box box = new Box((int) (cx - rx), (int) (cy - ry), (int) (cx + rx), (int) (cy + ry));
        return of(box, (x, y) -> {
            long dx = (x - cx) * ry;
            long dy = (y - cy) * rx;
            return dx * dx + dy * dy <= rx * rx * ry * ry;
        });
    }

    /** A circle; pixels. */
    static Shape circle(double centerX, double centerY, double radius) {
        return ellipse(centerX, centerY, radius, radius);
    }

    /** A polygon; x and y in turn, pixels. */
    static Shape polygon(double... points) {
        int n = points.length / 2;
        int[] xs = new int[n];
        int[] ys = new int[n];
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = Integer.MIN_VALUE;
        int bottom = Integer.MIN_VALUE;
        for (int i = 0; i < n; i++) {
            xs[i] = units(points[2 * i]);
            ys[i] = units(points[2 * i + 1]);
            left = Math.min(left, xs[i]);
            right = Math.max(right, xs[i]);
            top = Math.min(top, ys[i]);
            bottom = Math.max(bottom, ys[i]);
        }
        return of(new Box(left, top, right, bottom), (x, y) -> crossings(xs, ys, x, y) % 2 == 1);
    }

    private static int crossings(int[] xs, int[] ys, int x, int y) {
        int crossings = 0;
        for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
            if (ys[i] > y != ys[j] > y) {
                long side = (long) (xs[j] - xs[i]) * (y - ys[i]) - (long) (x - xs[i]) * (ys[j] - ys[i]);
                crossings += side > 0 == ys[j] > ys[i] ? 1 : 0;
            }
        }
        return crossings;
    }

    private static int units(double pixels) {
        return (int) StrictMath.floor(pixels * UNIT + 0.5);
    }
}
