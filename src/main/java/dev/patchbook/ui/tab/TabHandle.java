package dev.patchbook.ui.tab;

import dev.patchbook.ui.fx.Icon;
import dev.patchbook.ui.fx.Pins;
import dev.patchbook.ui.fx.Shown;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** One tab: what runs, the name, whether it is saved, and a button that closes it. */
final class TabHandle extends HBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Page page;
    private final Tabs tabs;
    private final Closer closer;
    private final Label activity = new Label(null, Icon.RUNNING.node());
    private final Label name = new Label();
    private final Label dot = new Label("•");
    private final Tooltip tip = new Tooltip();
    private final Pins pins = new Pins();
    private boolean selected;

    /** Closes a page, once what is unsaved is dealt with. */
    interface Closer {
        void close(Page page);
    }

    TabHandle(Page page, Tabs tabs, Closer closer) {
        this.page = page;
        this.tabs = tabs;
        this.closer = closer;
        getStyleClass().add("tab-handle");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TAB_ITEM);
        activity.getStyleClass().addAll("tab-activity", "mono");
        activity.setMinWidth(USE_PREF_SIZE);
        name.getStyleClass().add("tab-name");
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        dot.getStyleClass().add("unsaved-dot");
        dot.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(activity, name, dot, closeButton());
        Tooltip.install(this, tip);
        pins.follow(page.nameProperty(), text -> show());
        pins.follow(page.unsavedProperty(), is -> show());
        pins.follow(page.activityProperty(), is -> show());
        pins.follow(tabs.currentProperty(), this::front);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    Page page() {
        return page;
    }

    void release() {
        pins.release();
    }

    private Button closeButton() {
        Button close = new Button(null, Icon.CLOSE.node());
        close.getStyleClass().addAll("quiet", "tiny", "tab-close");
        close.setMinWidth(USE_PREF_SIZE);
        close.setFocusTraversable(false); // one stop for the keyboard on a tab; Delete and Ctrl+W close it
        close.setTooltip(new Tooltip("Close (Ctrl+W)"));
        close.accessibleTextProperty().bind(page.nameProperty().map(text -> "Close " + text));
        close.setOnAction(e -> closer.close(page));
        return close;
    }

    private void show() {
        Page.Activity now = page.activityProperty().get();
        boolean unsaved = page.unsavedProperty().get();
        String text = page.nameProperty().get();
        name.setText(text);
        Shown.when(dot, unsaved);
        Shown.when(activity, now.busy());
        activity.setText(now.brief());
        String said = (unsaved ? ", not saved" : "") + (now.busy() ? ", running" : "");
        setAccessibleText(text + said + (now.busy() && now.share() >= 0 ? ", " + now.brief() : ""));
        tip.setText(page.place()
                + (unsaved ? "\nThere are changes that are not saved (Ctrl+S)." : "")
                + (now.busy() ? "\n" + (now.words().isEmpty() ? "Running" : "Running: " + now.words()) : ""));
    }

    private void front(@Nullable Page current) {
        selected = current == page;
        pseudoClassStateChanged(SELECTED, selected);
        setFocusTraversable(selected);
        notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    }

    private void pressed(MouseEvent e) {
        if (e.getButton() == MouseButton.MIDDLE) {
            closer.close(page);
        } else if (e.getButton() == MouseButton.PRIMARY) {
            tabs.select(page);
        }
        e.consume();
    }

    /** The tab changes places with its neighbour once the mouse is over the neighbour's middle. */
    private void dragged(MouseEvent e) {
        if (!e.isPrimaryButtonDown() || getParent() == null) {
            return;
        }
        double x = getParent().sceneToLocal(e.getSceneX(), e.getSceneY()).getX();
        Bounds here = getBoundsInParent();
        int places = x > here.getMaxX() + here.getWidth() / 2 ? 1 : x < here.getMinX() - here.getWidth() / 2 ? -1 : 0;
        if (places != 0) {
            tabs.move(page, places);
        }
        e.consume();
    }

    private void key(KeyEvent e) {
        boolean done = true;
        switch (e.getCode()) {
            case LEFT -> tabs.step(-1);
            case RIGHT -> tabs.step(1);
            case HOME -> tabs.select(0);
            case END -> tabs.select(tabs.pages().size() - 1);
            case DELETE -> closer.close(page);
            case ENTER, SPACE -> page.focus();
            default -> done = false;
        }
        if (done) {
            e.consume();
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.SELECTED
                ? Boolean.valueOf(selected)
                : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.REQUEST_FOCUS || action == AccessibleAction.FIRE) {
            tabs.select(page);
        }
        super.executeAccessibleAction(action, parameters);
    }
}
