package dev.patchbook.ui.consent;

import dev.patchbook.ui.fx.Dialogs.FileKind;
import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.view.WrapRow;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** Asks whether a notebook may read files outside of its folder: which, and what that means. */
public final class AskView extends VBox {
    private static final int MOST = 6;

    private final Button allow = new Button("Allow for this notebook", Icon.DONE.node());

    /**
     * A question.
     *
     * @param files what would be read
     * @param rows whether it is the pictures named in these files that lie outside
     * @param yes when it may
     * @param no when it may not now
     */
    public AskView(List<Path> files, boolean rows, Runnable yes, Runnable no) {
        super(8);
        getStyleClass().add("ask");
        boolean one = files.size() == 1;
        String question = one
                ? "May this notebook read a file outside of its folder?"
                : "May this notebook read files outside of its folder?";
        Label what = label(rows ? "May this notebook read pictures outside of its folder?" : question, "ask-what");
        VBox names = new VBox(2);
        files.stream().limit(MOST).forEach(file -> names.getChildren().add(label(file.toString(), "mono")));
        if (files.size() > MOST) {
            names.getChildren().add(label("and " + (files.size() - MOST) + " more", "muted"));
        }
        boolean pictures = files.stream().allMatch(file -> FileKind.PICTURE.fits(file.toString()));
        String them = one ? "it" : "them";
        String named = pictures ? ". " : " and the picture files named in " + them + ", wherever they lie. ";
        Label meaning = label(
                (rows ? "They are named in the above. " : "")
                        + "Patchbook would read " + them + named
                        + "Nothing is changed or sent anywhere, but what the notebook shows, learns"
                        + " and puts into reports would come from there. Allow it only if you trust the notebook. You can"
                        + " take it back: Files outside, in the menu.",
                "ask-meaning");
        Button later = new Button("Not now");
        allow.setTooltip(new Tooltip("Remembered for this notebook at this place, on this computer"));
        later.setTooltip(new Tooltip("Nothing is read"));
        String spoken = files.stream().map(Path::toString).collect(Collectors.joining(", "));
        allow.setAccessibleText("Allow for this notebook to read " + spoken);
        later.setAccessibleText("Not now. Nothing is read");
        allow.setOnAction(e -> yes.run());
        later.setOnAction(e -> no.run());
        WrapRow buttons = new WrapRow(8, 8, true);
        buttons.getChildren().addAll(allow, later);
        getChildren().addAll(what, names, meaning, buttons);
        setAccessibleText(what.getText() + " " + spoken);
    }

    /** The button that allows it. */
    public Button allow() {
        return allow;
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
