package dev.patchbook.data.samples;

import dev.patchbook.base.CounterHash;
import dev.patchbook.base.Picture;
import java.util.List;

/** The pictures of {@code three-pictures.csv}, drawn on 128 x 128 pixels. Captions start with different letters. */
final class ThreePictures {
    static final List<Drawing> ALL = List.of(
            new Drawing("a red car on a grey road", ThreePictures::car),
            new Drawing("the planet mars at night", ThreePictures::mars),
            new Drawing("phone on a wooden table", ThreePictures::phone));

    private static final int SIDE = 128;
    private static final int SOFT = 70; // opacity of shadows, of 256

    private ThreePictures() {}

    private static Picture car() {
        Canvas canvas = new Canvas(SIDE, SIDE, Paint.down(0, 0x8CC4EA, 74, 0xE3F1F6));
        canvas.fill(Shape.circle(103, 22, 10), 0xFFE9A6);
        cloud(canvas, 30, 24, 1);
        cloud(canvas, 76, 38, 0.7);
        canvas.fill(Shape.ellipse(24, 86, 62, 28), Paint.down(58, 0x8FBF86, 90, 0x7DB175));
        canvas.fill(Shape.ellipse(108, 90, 56, 26), Paint.down(64, 0x74A96F, 92, 0x639B62));
        canvas.fill(Shape.box(0, 82, SIDE, 6), 0x5F9158);
        canvas.fill(Shape.box(0, 87, SIDE, 41), Paint.down(87, 0x8A8D92, 128, 0x6E7177));
        canvas.fill(Shape.box(0, 87, SIDE, 1.5), 0xB9BBBE);
        for (int x = -6; x < SIDE; x += 30) {
            canvas.fill(Shape.polygon(x + 3, 113, x + 19, 113, x + 16, 117, x, 117), 0xF1EEE2);
        }
        canvas.fill(Shape.ellipse(64, 103, 46, 5), Paint.plain(0x22252A), SOFT);
        carBody(canvas);
        wheel(canvas, 40);
        wheel(canvas, 90);
        return canvas.picture();
    }

    private static void cloud(Canvas canvas, double x, double y, double scale) {
        double[][] puffs = {{0, 0, 9}, {-10, 3, 6}, {10, 3, 7}, {4, -4, 7}};
        for (double[] puff : puffs) {
            canvas.fill(
                    Shape.circle(x + puff[0] * scale, y + puff[1] * scale, puff[2] * scale),
                    Paint.plain(0xFFFFFF),
                    210);
        }
    }

    private static void carBody(Canvas canvas) {
        Shape cabin = Shape.polygon(37, 78, 47, 61, 51, 58.5, 77, 58.5, 82, 61, 93, 78);
        canvas.fill(cabin, Paint.down(58, 0xD93A37, 80, 0xC72E30));
        canvas.fill(Shape.polygon(43, 77, 51, 63.5, 63, 63.5, 63, 77), Paint.down(62, 0xD6ECF6, 78, 0x9CC6DD));
        canvas.fill(Shape.polygon(66.5, 77, 66.5, 63.5, 77, 63.5, 86.5, 77), Paint.down(62, 0xD6ECF6, 78, 0x9CC6DD));
        canvas.fill(Shape.polygon(55, 63.5, 59, 63.5, 50, 77, 46, 77), Paint.plain(0xFFFFFF), 110);
        Shape body = Shape.roundBox(18, 76, 93, 24, 9);
        canvas.fill(body, Paint.down(76, 0xE2403B, 100, 0xB5262B));
        canvas.fill(Shape.roundBox(22, 77.5, 84, 3, 1.5), Paint.plain(0xFFFFFF), 70);
        canvas.fill(Shape.box(64.2, 78, 1, 19), 0x9C1F25);
        canvas.fill(Shape.roundBox(56, 83, 5, 1.8, 0.9), 0x7E181D);
        canvas.fill(Shape.roundBox(83, 83, 5, 1.8, 0.9), 0x7E181D);
        canvas.fill(Shape.ellipse(107.5, 84, 3.2, 3.6), 0xFFF0B8);
        canvas.fill(Shape.roundBox(18, 81, 4, 6, 1.5), 0x7A1217);
        canvas.fill(Shape.roundBox(16, 94, 97, 5, 2.5), 0x4A4E55);
    }

    private static void wheel(Canvas canvas, double x) {
        canvas.fill(Shape.circle(x, 98, 11.5), 0x8F1D22);
        canvas.fill(Shape.circle(x, 98.5, 10), 0x202226);
        canvas.fill(Shape.circle(x, 98.5, 5.6), 0xC9CDD2);
        canvas.fill(Shape.circle(x, 98.5, 3.6), 0x8D9299);
        canvas.fill(Shape.circle(x, 98.5, 1.4), 0x33363B);
    }

    private static Picture mars() {
        Canvas canvas = new Canvas(SIDE, SIDE, Paint.round(64, 60, 96, 0x1B2347, 0x070A1A));
        long key = CounterHash.key(4, 0, 0); // Mars is the fourth planet
        for (int star = 0; star < 60; star++) {
            double x = CounterHash.uniform(key, 3L * star) * SIDE;
            double y = CounterHash.uniform(key, 3L * star + 1) * SIDE;
            double size = 0.4 + CounterHash.uniform(key, 3L * star + 2) * 0.7;
            canvas.fill(Shape.circle(x, y, size), star % 5 == 0 ? 0xFFE9C9 : 0xDCE6FF);
        }
        Shape planet = Shape.circle(64, 66, 41);
        canvas.fill(Shape.circle(64, 66, 43), Paint.plain(0xE0875A), 50);
        canvas.fill(planet, Paint.round(50, 48, 66, 0xEE9A63, 0x9E4023));
        marks(canvas, planet);
        craters(canvas, planet);
        canvas.fill(Shape.ellipse(62, 26, 17, 5.5).within(planet), Paint.plain(0xFBF3EA), 225);
        canvas.fill(Shape.ellipse(70, 106, 10, 2.6).within(planet), Paint.plain(0xFBF3EA), 150);
        // night falls towards the lower right, in ever darker bands
        for (int band = 0; band < 12; band++) {
            canvas.fill(
                    planet.without(Shape.circle(52 - band * 0.2, 55 - band * 0.2, 41 + band)),
                    Paint.plain(0x0B0716),
                    30);
        }
        canvas.fill(Shape.ellipse(20, 34, 3.4, 2.8), Paint.down(31, 0xD9CFC4, 37, 0x8E857C));
        canvas.fill(Shape.circle(113, 104, 2), Paint.down(102, 0xCFC7BE, 106, 0x8E857C));
        return canvas.picture();
    }

    private static void marks(Canvas canvas, Shape planet) {
        double[][] plains = {
            {48, 60, 20, 6},
            {70, 54, 17, 4.5},
            {82, 72, 18, 7},
            {52, 84, 22, 6},
            {40, 72, 9, 3.5},
            {74, 92, 14, 4},
            {62, 40, 15, 3.5}
        };
        for (double[] plain : plains) {
            canvas.fill(
                    Shape.ellipse(plain[0], plain[1], plain[2], plain[3]).within(planet), Paint.plain(0x7C2F1B), 62);
            canvas.fill(
                    Shape.ellipse(plain[0] + 4, plain[1] - 1, plain[2] * 0.6, plain[3] * 0.5)
                            .within(planet),
                    Paint.plain(0x6A2415),
                    50);
        }
    }

    private static void craters(Canvas canvas, Shape planet) {
        double[][] craters = {
            {38, 52, 4.2}, {57, 70, 5.4}, {76, 62, 3.4}, {66, 86, 4}, {44, 90, 3}, {86, 82, 4.4}, {54, 46, 2.6}
        };
        for (double[] c : craters) {
            canvas.fill(Shape.circle(c[0], c[1], c[2]).within(planet), Paint.plain(0xF5B183), 150);
            canvas.fill(
                    Shape.circle(c[0] - c[2] * 0.14, c[1] - c[2] * 0.14, c[2] * 0.84)
                            .within(planet),
                    0x99432A);
            canvas.fill(
                    Shape.circle(c[0] + c[2] * 0.16, c[1] + c[2] * 0.16, c[2] * 0.58)
                            .within(planet),
                    0xB75A38);
        }
    }

    private static Picture phone() {
        Canvas canvas = new Canvas(SIDE, SIDE, Paint.down(0, 0xC98F58, 128, 0xB4783F));
        planks(canvas);
        for (int i = 0; i < 5; i++) {
            canvas.fill(Shape.roundBox(41 - i, 18 - i * 0.5, 55 + 2 * i, 100 + i, 12), Paint.plain(0x2A1606), 26);
        }
        canvas.fill(Shape.roundBox(38, 13, 54, 102, 10), 0x8A9099);
        canvas.fill(Shape.roundBox(38.8, 13.8, 52.4, 100.4, 9.2), 0x15171C);
        Shape screen = Shape.roundBox(41.5, 17, 47, 94, 6.5);
        canvas.fill(screen, Paint.down(17, 0x3B4FA8, 111, 0xE58AA0));
        canvas.fill(Shape.circle(48, 108, 34).within(screen), Paint.plain(0xF6B26B), 90);
        canvas.fill(Shape.circle(90, 88, 26).within(screen), Paint.plain(0x8A5BC4), 90);
        canvas.fill(Shape.roundBox(57, 19.5, 16, 4.4, 2.2), 0x15171C);
        canvas.fill(Shape.roundBox(51, 33, 28, 6, 2), Paint.plain(0xFFFFFF), 235);
        canvas.fill(Shape.roundBox(56, 43, 18, 2.4, 1.2), Paint.plain(0xFFFFFF), 170);
        apps(canvas);
        canvas.fill(Shape.roundBox(56, 107, 18, 1.8, 0.9), Paint.plain(0xFFFFFF), 220);
        canvas.fill(Shape.polygon(66, 17, 88.5, 17, 88.5, 62).within(screen), Paint.plain(0xFFFFFF), 34);
        return canvas.picture();
    }

    private static void apps(Canvas canvas) {
        int[] colours = {0xF25F5C, 0xFFE066, 0x50C878, 0x4FB3F6, 0xFFFFFF, 0xB388EB, 0xF79D5C, 0x70C1B3, 0x2F3542};
        for (int i = 0; i < colours.length; i++) {
            double x = 46.5 + i % 3 * 13.5;
            int line = i / 3;
            double y = 60 + 14.0 * line;
            canvas.fill(Shape.roundBox(x, y, 10, 10, 2.8), colours[i]);
            canvas.fill(Shape.circle(x + 5, y + 5, 2.2), Paint.plain(i == 4 ? 0xF25F5C : 0xFFFFFF), 215);
        }
    }

    private static void planks(Canvas canvas) {
        long key = CounterHash.key(7, 0, 0);
        int[] shades = {0xD29A62, 0xC0854C, 0xCB925A, 0xB97D45};
        for (int plank = 0; plank < 4; plank++) {
            int left = plank * 32;
            Shape board = Shape.box(left, 0, 32, SIDE);
            canvas.fill(board, Paint.plain(shades[plank]), 190);
            for (int line = 0; line < 7; line++) {
                double x = left + 2 + CounterHash.uniform(key, plank * 16 + line) * 28;
                double lean = CounterHash.uniform(key, plank * 16 + line + 8) * 5 - 2.5;
                Shape grain =
                        Shape.polygon(x, 0, x + 0.9, 0, x + lean + 1.1, 64, x + 0.7, SIDE, x - 0.2, SIDE, x + lean, 64);
                canvas.fill(grain.within(board), Paint.plain(0x7C4A1E), 80);
            }
            canvas.fill(Shape.box(left - 0.6, 0, 1.2, SIDE), Paint.plain(0x6B3D16), 200);
        }
        knot(canvas, 17, 30);
        knot(canvas, 112, 92);
    }

    private static void knot(Canvas canvas, double x, double y) {
        canvas.fill(Shape.ellipse(x, y, 4.4, 7), Paint.plain(0x8F5A2A), 110);
        canvas.fill(Shape.ellipse(x, y, 2.8, 4.8), Paint.plain(0x75431A), 130);
        canvas.fill(Shape.ellipse(x, y, 1.3, 2.6), Paint.plain(0x52290B), 160);
    }
}
