package dev.patchbook.ui.cell;

import dev.patchbook.base.Picture;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.chart.Png;
import dev.patchbook.export.Sheet;
import dev.patchbook.notebook.NotebookFiles;
import dev.patchbook.ui.fx.Dialogs;
import dev.patchbook.ui.fx.Dialogs.FileKind;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.view.Views;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Saves and copies what a cell shows: charts and pictures as PNG and SVG, tables as CSV; shows tables of the numbers. */
final class SaveMenu {
    private final Dialogs dialogs;
    private final Supplier<Path> folder;

    /**
     * Creates the menu's maker.
     *
     * @param dialogs asks where to save
     * @param folder where files are offered to go, now
     */
    SaveMenu(Dialogs dialogs, Supplier<Path> folder) {
        this.dialogs = dialogs;
        this.folder = folder;
    }

    /** A menu of what can be saved; names of files begin with the cell's. */
    ContextMenu of(String cell, List<Shown> shown, List<Sheet> sheets, Node owner) {
        ContextMenu menu = new ContextMenu();
        for (Shown each : shown) {
            menu.getItems().add(submenu(each.title(), items(cell, each)));
        }
        List<Sheet> filled =
                sheets.stream().filter(sheet -> !sheet.rows().isEmpty()).toList();
        if (!shown.isEmpty() && !filled.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        for (Sheet sheet : filled) {
            menu.getItems().add(submenu(sheet.title(), items(cell, sheet, owner)));
        }
        return menu;
    }

    private static Menu submenu(String title, List<MenuItem> items) {
        Menu menu = new Menu(title);
        menu.getItems().setAll(items);
        return menu;
    }

    /** The items of a chart or picture. */
    List<MenuItem> items(String cell, Shown shown) {
        MenuItem png = item(
                "Save as PNG…",
                Icon.SAVE,
                () -> save(
                        "Save the picture",
                        FileKind.PNG,
                        cell + "-" + shown.name() + ".png",
                        () -> Png.encode(shown.picture().get())));
        MenuItem copy =
                item("Copy the picture", Icon.COPY, () -> copy(shown.picture().get()));
        return shown.drawing()
                .map(drawing -> List.of(
                        png,
                        item(
                                "Save as SVG…",
                                Icon.SAVE,
                                () -> save(
                                        "Save the drawing",
                                        FileKind.SVG,
                                        cell + "-" + shown.name() + ".svg",
                                        () -> drawing.get().getBytes(StandardCharsets.UTF_8))),
                        copy))
                .orElseGet(() -> List.of(png, copy));
    }

    private List<MenuItem> items(String cell, Sheet sheet, Node owner) {
        return List.of(
                item(
                        "Show as a table",
                        Icon.TABLE,
                        () -> new TableWindow(sheet, owner, () -> save(cell, sheet)).show()),
                item("Save as CSV…", Icon.SAVE, () -> save(cell, sheet)),
                item("Copy as CSV", Icon.COPY, () -> copy(sheet.csv())));
    }

    /** Asks where to, and saves a table; the file's name begins with the cell's. */
    void save(String cell, Sheet sheet) {
        save(
                "Save the table",
                FileKind.TABLE,
                cell + "-" + sheet.name() + ".csv",
                () -> sheet.csv().getBytes(StandardCharsets.UTF_8));
    }

    private void save(String title, FileKind kind, String name, Supplier<byte[]> bytes) {
        dialogs.save(title, kind, folder.get().resolve(name)).ifPresent(file -> {
            try {
                NotebookFiles.write(file, bytes.get());
            } catch (UserFacingException e) {
                dialogs.problem(e.what(), e.remedy());
            }
        });
    }

    private static void copy(Picture picture) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(Views.image(picture));
        Clipboard.getSystemClipboard().setContent(content);
    }

    static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static MenuItem item(String text, Icon icon, Runnable action) {
        MenuItem item = new MenuItem(text, icon.node());
        item.setOnAction(e -> action.run());
        return item;
    }
}
