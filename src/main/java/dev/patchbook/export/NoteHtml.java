package dev.patchbook.export;

import dev.patchbook.chart.PlainText;
import dev.patchbook.notebook.CellId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Notes as HTML. What is HTML in a note is shown as the text it is; links lead to the web, to mail or to a cell of the
 * page; a picture is its description, as nothing is fetched. Headings go on from the page's without leaving a level out.
 */
final class NoteHtml {
    private static final Pattern WEB = Pattern.compile("(?:https?://|mailto:)[^\\s]+", Pattern.CASE_INSENSITIVE);
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();

    private final Predicate<CellId> known;
    private final HtmlRenderer renderer;
    private int level = 1;

    /** Notes of a page that has these cells. */
    NoteHtml(Predicate<CellId> known) {
        this.known = known;
        this.renderer = HtmlRenderer.builder()
                .extensions(TABLES)
                .escapeHtml(true)
                .nodeRendererFactory(Nodes::new)
                .build();
    }

    /** A note. */
    String of(String markdown) {
        String clean = PlainText.of(markdown);
        try {
            return renderer.render(PARSER.parse(clean));
        } catch (StackOverflowError e) { // quotes within quotes, thousands deep: nobody's prose
            return "<pre>" + PlainText.escaped(clean) + "</pre>";
        }
    }

    /** A cell's heading stands at the second level. */
    void cellHeading() {
        level = 2;
    }

    private int next(int wanted) {
        level = Math.min(Math.min(wanted + 1, 6), level + 1);
        return level;
    }

    /** Headings, links and pictures in our own way. */
    private final class Nodes implements NodeRenderer {
        private final HtmlNodeRendererContext context;
        private final HtmlWriter html;

        Nodes(HtmlNodeRendererContext context) {
            this.context = context;
            this.html = context.getWriter();
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Heading.class, Link.class, Image.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof Heading heading) {
                element("h" + next(heading.getLevel()), Map.of("dir", "auto"), node);
            } else if (node instanceof Link link) {
                String address = address(link.getDestination());
                if (address.isEmpty()) {
                    children(node);
                } else {
                    element("a", Map.of("href", address, "rel", "noreferrer"), node);
                }
            } else {
                element("em", Map.of(), node);
            }
        }

        private void element(String name, Map<String, String> attributes, Node node) {
            html.tag(name, attributes);
            children(node);
            html.tag("/" + name);
        }

        private void children(Node node) {
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }
    }

    private String address(String destination) {
        if (WEB.matcher(destination).matches()) {
            return destination;
        }
        String cell = destination.toLowerCase(Locale.ROOT).startsWith("cell:") ? destination.substring(5) : "";
        return CellId.isValid(cell) && known.test(new CellId(cell)) ? "#cell-" + cell : "";
    }
}
