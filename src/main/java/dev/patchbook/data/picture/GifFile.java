package dev.patchbook.data.picture;

import dev.patchbook.base.Picture;

/** The first frame of a GIF: that it is whole, and where on the screen it stands. */
final class GifFile {
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;

    private final byte[] bytes;
    private int at;

    private GifFile(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The place of the first frame.
     *
     * @param width of the screen, pixels, the frame within it
     * @param height of the screen
     * @param left of the frame
     * @param top of the frame
     */
    record Frame(int width, int height, int left, int top) {
        /** The frame on its screen, which is transparent around it. */
        Picture onScreen(Picture frame) {
            if (frame.width() == width && frame.height() == height) {
                return frame;
            }
            int[] argb = new int[width * height];
            int across = Math.min(frame.width(), width - left);
            int down = Math.min(frame.height(), height - top);
            for (int y = 0; y < down; y++) {
                System.arraycopy(frame.argb(), y * frame.width(), argb, (top + y) * width + left, across);
            }
            return new Picture(width, height, argb);
        }
    }

    /** Finds the first frame and passes over its data to the end. */
    static Frame check(byte[] bytes) {
        return new GifFile(bytes).frame();
    }

    private Frame frame() {
        int width = number(6);
        int height = number(8);
        at = 13 + table(value(10));
        while (true) {
            int block = value(at);
            if (block == EXTENSION) {
                at += 2;
                passOver();
            } else if (block == IMAGE) {
                int left = number(at + 1);
                int top = number(at + 3);
                width = Math.max(width, left + number(at + 5));
                height = Math.max(height, top + number(at + 7));
                ImageDecoder.checkSize(width, height);
                at += 10 + table(value(at + 9)) + 1;
                passOver();
                return new Frame(width, height, left, top);
            } else {
                throw PictureException.broken(PictureFormat.GIF, "holds no frame");
            }
        }
    }

    private static int table(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    private void passOver() {
        for (int length = value(at); length > 0; length = value(at)) {
            at += length + 1;
        }
        at++;
    }

    private int value(int index) {
        if (index >= bytes.length) {
            throw PictureException.cutOff(PictureFormat.GIF);
        }
        return bytes[index] & 255;
    }

    private int number(int index) {
        return value(index) | value(index + 1) << 8;
    }
}
