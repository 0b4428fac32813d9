package dev.patchbook.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** Turns the words of one Markdown block into a flow of texts. */
final class MarkdownInlines extends AbstractVisitor {
    private final TextFlow flow = new TextFlow();
    private final List<String> styles = new ArrayList<>();
    private final Consumer<String> onLink;

    MarkdownInlines(Consumer<String> onLink) {
        this.onLink = onLink;
    }

    TextFlow flow(Node block) {
        visitChildren(block);
        return flow;
    }

    static TextAlignment alignment(TableCell cell) {
        TableCell.Alignment alignment = cell.getAlignment();
        if (alignment == TableCell.Alignment.RIGHT) {
            return TextAlignment.RIGHT;
        }
        return alignment == TableCell.Alignment.CENTER ? TextAlignment.CENTER : TextAlignment.LEFT;
    }

    @Override
    public void visit(org.commonmark.node.Text text) {
        add(text.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        add(" ");
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        add("\n");
    }

    @Override
    public void visit(Code code) {
        styled("markdown-code", () -> add(code.getLiteral()));
    }

    @Override
    public void visit(HtmlInline html) {
        styled("markdown-code", () -> add(html.getLiteral()));
    }

    @Override
    public void visit(Emphasis emphasis) {
        styled("markdown-emphasis", () -> visitChildren(emphasis));
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
        styled("markdown-strong", () -> visitChildren(emphasis));
    }

    @Override
    public void visit(Image image) {
        styled("markdown-emphasis", () -> visitChildren(image));
    }

    @Override
    public void visit(Link link) {
        Hyperlink hyperlink = new Hyperlink(words(link));
        hyperlink.getStyleClass().add("markdown-link");
        hyperlink.setOnAction(e -> {
            hyperlink.setVisited(false);
            onLink.accept(link.getDestination());
        });
        hyperlink.setTooltip(new Tooltip(link.getDestination()));
        flow.getChildren().add(hyperlink);
    }

    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(org.commonmark.node.Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak lineBreak) {
                words.append(' ');
            }
        });
        return words.toString();
    }

    private void styled(String styleClass, Runnable inside) {
        styles.add(styleClass);
        inside.run();
        styles.remove(styles.size() - 1);
    }

    private void add(String words) {
        Text text = new Text(words);
        text.getStyleClass().add("markdown-text");
        text.getStyleClass().addAll(styles);
        flow.getChildren().add(text);
    }
}
