package dev.patchbook.store;

import dev.patchbook.base.Picture;
import java.util.ArrayList;
import java.util.List;

/** The pictures of one output on one sheet, in rows from the top, so that they are one file. */
final class PictureSheet {
    private static final int WIDTH = 1024;

    private final List<Place> places = new ArrayList<>();
    private final List<Picture> pictures = new ArrayList<>();
    private int x;
    private int y;
    private int rowHeight;
    private int width;

    /** Where a picture is on the sheet. */
    record Place(int x, int y, int width, int height) {}

    /** Puts a picture on the sheet. */
    Place add(Picture picture) {
        if (x > 0 && x + picture.width() > WIDTH) {
            x = 0;
            y += rowHeight;
            rowHeight = 0;
        }
        Place place = new Place(x, y, picture.width(), picture.height());
        places.add(place);
        pictures.add(picture);
        x += picture.width();
        rowHeight = Math.max(rowHeight, picture.height());
        width = Math.max(width, x);
        return place;
    }

    boolean isEmpty() {
        return pictures.isEmpty();
    }

    /** All of it as one picture. */
    Picture sheet() {
        int height = y + rowHeight;
        int[] argb = new int[width * height];
        for (int i = 0; i < pictures.size(); i++) {
            Place place = places.get(i);
            for (int row = 0; row < place.height(); row++) {
                System.arraycopy(
                        pictures.get(i).argb(),
                        row * place.width(),
                        argb,
                        (place.y() + row) * width + place.x(),
                        place.width());
            }
        }
        return new Picture(width, height, argb);
    }

    /**
     * One picture cut out of a sheet.
     *
     * @throws DamagedException where it is not on the sheet
     */
    static Picture cut(Picture sheet, Place place) {
        if (place.x() < 0
                || place.y() < 0
                || place.width() < 0
                || place.height() < 0
                || (long) place.x() + place.width() > sheet.width()
                || (long) place.y() + place.height() > sheet.height()) {
            throw new DamagedException("a picture is not on its sheet");
        }
        int[] argb = new int[place.width() * place.height()];
        for (int row = 0; row < place.height(); row++) {
            System.arraycopy(
                    sheet.argb(),
                    (place.y() + row) * sheet.width() + place.x(),
                    argb,
                    row * place.width(),
                    place.width());
        }
        return new Picture(place.width(), place.height(), argb);
    }
}
