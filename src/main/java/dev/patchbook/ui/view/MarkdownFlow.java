package dev.patchbook.ui.view;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/**
 * Markdown (CommonMark and tables) as text of the window. HTML is shown as the text it is; a link that is followed is
 * handed on, nothing is opened or fetched here.
 */
public final class MarkdownFlow extends VBox {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private Consumer<String> onLink = address -> {};

    /** An empty text. */
    public MarkdownFlow() {
        getStyleClass().add("markdown");
        setMaxWidth(720);
    }

    /** Shows a text. */
    public void show(String markdown) {
        getChildren().clear();
        Node document = PARSER.parse(markdown);
        document.accept(new Blocks(this, 0));
    }

    /** Called with the address of a link that is followed. */
    public void setOnLink(Consumer<String> listener) {
        onLink = listener;
    }

    private TextFlow flow(Node block, String... styleClasses) {
        TextFlow flow = new MarkdownInlines(address -> onLink.accept(address)).flow(block);
        flow.getStyleClass().addAll(styleClasses);
        return flow;
    }

    private static Label code(String text) {
        String shown = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        Label label = new Label(shown.replace("\t", "    "));
        label.getStyleClass().add("markdown-code-block");
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** Turns blocks into children of a column. */
    private final class Blocks extends AbstractVisitor {
        private final VBox column;
        private final int depth;

        Blocks(VBox column, int depth) {
            this.column = column;
            this.depth = depth;
        }

        @Override
        public void visit(Heading heading) {
            column.getChildren().add(flow(heading, "markdown-heading", "markdown-h" + heading.getLevel()));
        }

        @Override
        public void visit(Paragraph paragraph) {
            column.getChildren().add(flow(paragraph, "markdown-paragraph"));
        }

        @Override
        public void visit(FencedCodeBlock block) {
            column.getChildren().add(code(block.getLiteral()));
        }

        @Override
        public void visit(IndentedCodeBlock block) {
            column.getChildren().add(code(block.getLiteral()));
        }

        @Override
        public void visit(HtmlBlock block) {
            column.getChildren().add(code(block.getLiteral()));
        }

        @Override
        public void visit(ThematicBreak line) {
            Region rule = new Region();
            rule.getStyleClass().add("markdown-rule");
            column.getChildren().add(rule);
        }

        @Override
        public void visit(BlockQuote quote) {
            VBox inner = new VBox();
            inner.getStyleClass().addAll("markdown-quote");
            new Blocks(inner, depth).visitAll(quote);
            column.getChildren().add(inner);
        }

        @Override
        public void visit(BulletList list) {
            list(list, number -> List.of("•", "◦", "▪").get(Math.min(depth, 2)));
        }

        @Override
        public void visit(OrderedList list) {
            Integer given = list.getMarkerStartNumber();
            int first = given == null ? 1 : given;
            list(list, number -> first + number + ".");
        }

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof TableBlock table) {
                column.getChildren().add(table(table));
            } else {
                visitChildren(block);
            }
        }

        private void list(ListBlock list, IntFunction<String> marker) {
            VBox items = new VBox();
            items.getStyleClass().add(list.isTight() ? "markdown-tight-list" : "markdown-list");
            int number = 0;
            for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                if (item instanceof ListItem) {
                    Label sign = Views.label(marker.apply(number++), "markdown-marker");
                    sign.setMinWidth(24);
                    sign.setAlignment(Pos.TOP_RIGHT);
                    VBox content = new VBox();
                    content.getStyleClass().add(list.isTight() ? "markdown-tight-list" : "markdown-list");
                    content.setMinWidth(0);
                    new Blocks(content, depth + 1).visitAll(item);
                    HBox.setHgrow(content, Priority.ALWAYS);
                    items.getChildren().add(new HBox(8, sign, content));
                }
            }
            column.getChildren().add(items);
        }

        private void visitAll(Node parent) {
            for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
                child.accept(this);
            }
        }

        private GridPane table(TableBlock table) {
            GridPane grid = new GridPane();
            grid.getStyleClass().add("markdown-table");
            int row = 0;
            for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
                for (Node line = part.getFirstChild(); line != null; line = line.getNext()) {
                    if (line instanceof TableRow) {
                        cells(grid, line, row++);
                    }
                }
            }
            return grid;
        }

        private void cells(GridPane grid, Node line, int row) {
            int index = 0;
            for (Node child = line.getFirstChild(); child != null; child = child.getNext()) {
                if (child instanceof TableCell cell) {
                    TextFlow flow = flow(cell, "markdown-cell", cell.isHeader() ? "markdown-header" : "markdown-body");
                    flow.setTextAlignment(MarkdownInlines.alignment(cell));
                    GridPane.setHgrow(flow, Priority.SOMETIMES);
                    grid.add(flow, index++, row);
                }
            }
        }
    }
}
