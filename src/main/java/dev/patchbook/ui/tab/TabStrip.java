package dev.patchbook.ui.tab;

import dev.patchbook.ui.fx.Icon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Side;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * The tabs side by side. Where room is short they become narrower; where it still is, only those around the one in front are
 * shown, and a button lists them all.
 */
public final class TabStrip extends Pane {
    private static final double GAP = 2;

    private final Tabs tabs;
    private final TabHandle.Closer closer;
    private final Map<Page, TabHandle> handles = new HashMap<>();
    private final Button add = new Button(null, Icon.ADD.node());
    private final Button all = new Button(null, Icon.EXPAND.node());
    private int first;

    /**
     * Shows tabs.
     *
     * @param closer closes a page, once what is unsaved is dealt with
     * @param adder begins a notebook
     */
    public TabStrip(Tabs tabs, Consumer<Page> closer, Runnable adder) {
        this.tabs = tabs;
        this.closer = closer::accept;
        getStyleClass().add("tab-strip");
        setAccessibleRole(AccessibleRole.TAB_PANE);
        setAccessibleText("Open notebooks");
        button(add, "New notebook", "New notebook (Ctrl+N)");
        add.setOnAction(e -> adder.run());
        button(all, "All open notebooks", "All open notebooks");
        all.setOnAction(e -> list().show(all, Side.BOTTOM, 0, 4));
        getChildren().addAll(all, add);
        tabs.pages().addListener((ListChangeListener<Page>) change -> arrange());
        tabs.currentProperty().addListener((observable, was, is) -> front(was));
        arrange();
    }

    private static void button(Button button, String text, String tip) {
        button.getStyleClass().add("quiet");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(tip));
    }

    private ContextMenu list() {
        ContextMenu menu = new ContextMenu();
        for (Page page : tabs.pages()) {
            boolean unsaved = page.unsavedProperty().get();
            MenuItem item = new MenuItem(page.nameProperty().get() + (unsaved ? " •" : ""));
            item.setMnemonicParsing(false);
            if (page.activityProperty().get().busy()) {
                item.setGraphic(Icon.RUNNING.node());
            } else if (page == tabs.currentProperty().get()) {
                item.setGraphic(Icon.DONE.node());
            }
            item.setOnAction(e -> tabs.select(page));
            menu.getItems().add(item);
        }
        return menu;
    }

    private void arrange() {
        List<Page> gone = new ArrayList<>(handles.keySet());
        gone.removeAll(tabs.pages());
        for (Page page : gone) {
            TabHandle handle = handles.remove(page);
            if (handle != null) {
                handle.release();
                getChildren().remove(handle);
            }
        }
        for (Page page : tabs.pages()) {
            TabHandle handle = handles.get(page);
            if (handle == null) {
                handle = new TabHandle(page, tabs, closer);
                handles.put(page, handle);
                getChildren().add(handle);
            }
        }
        requestLayout();
    }

    private List<TabHandle> shownOrder() {
        List<TabHandle> order = new ArrayList<>();
        for (Page page : tabs.pages()) {
            TabHandle handle = handles.get(page);
            if (handle != null) {
                order.add(handle);
            }
        }
        return order;
    }

    /** The keyboard goes along where it was on the tab. */
    private void front(@Nullable Page was) {
        TabHandle before = was == null ? null : handles.get(was);
        TabHandle now = tabs.current().map(handles::get).orElse(null);
        if (before != null && now != null && before.isFocused()) {
            now.requestFocus();
        }
        notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        double width = add.prefWidth(-1);
        for (TabHandle handle : shownOrder()) {
            width += wide(handle) + GAP;
        }
        return snapSizeX(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        double least = shownOrder().stream()
                .mapToDouble(handle -> handle.minWidth(-1))
                .max()
                .orElse(0);
        return snapSizeX(least + all.prefWidth(-1) + add.prefWidth(-1) + 2 * GAP);
    }

    @Override
    protected double computePrefHeight(double width) {
        double height = add.prefHeight(-1);
        for (TabHandle handle : handles.values()) {
            height = Math.max(height, handle.prefHeight(-1));
        }
        return snapSizeY(height);
    }

    private static double wide(TabHandle handle) {
        return Math.max(handle.minWidth(-1), Math.min(handle.maxWidth(-1), handle.prefWidth(-1)));
    }

    @Override
    protected void layoutChildren() {
        List<TabHandle> order = shownOrder();
        double room = getWidth() - add.prefWidth(-1);
        double wanted = order.stream().mapToDouble(handle -> wide(handle) + GAP).sum();
        double least =
                order.stream().mapToDouble(handle -> handle.minWidth(-1) + GAP).sum();
        double x;
        if (wanted <= room) {
            x = place(order, 0, order.size(), 1, room);
        } else if (least <= room) {
            x = place(order, 0, order.size(), (room - least) / (wanted - least), room);
        } else {
            double narrow = room - all.prefWidth(-1) - GAP;
            int fit = Math.max(1, (int) (narrow / (least / order.size())));
            int front = Math.max(0, tabs.pages().indexOf(tabs.currentProperty().get()));
            first = Math.max(0, Math.min(Math.max(front - fit + 1, Math.min(first, front)), order.size() - fit));
            x = place(order, first, first + fit, 0, narrow);
        }
        boolean crowded = least > room;
        all.setVisible(crowded);
        if (crowded) {
            x = put(all, x) + GAP;
        }
        put(add, x);
    }

    /** Places the handles from one to another; {@code share} is how much of what they want over their least they get. */
    private double place(List<TabHandle> order, int from, int to, double share, double room) {
        double x = 0;
        for (int i = 0; i < order.size(); i++) {
            TabHandle handle = order.get(i);
            boolean is = i >= from && i < to;
            handle.setVisible(is);
            if (is) {
                double least = handle.minWidth(-1);
                double width = Math.min(least + share * (wide(handle) - least), Math.max(0, room - x));
                handle.resizeRelocate(snapPositionX(x), 0, snapSizeX(width), getHeight());
                x += width + GAP;
            }
        }
        return x;
    }

    private double put(Node node, double x) {
        double height = node.prefHeight(-1);
        double width = node.prefWidth(-1);
        node.resizeRelocate(snapPositionX(x), snapPositionY((getHeight() - height) / 2), width, height);
        return x + width;
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case FOCUS_ITEM -> tabs.current().map(handles::get).orElse(null);
            case ITEM_COUNT -> tabs.pages().size();
            case ITEM_AT_INDEX ->
                parameters.length > 0
                                && parameters[0] instanceof Integer index
                                && index < tabs.pages().size()
                        ? handles.get(tabs.pages().get(index))
                        : null;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
