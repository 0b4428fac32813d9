package dev.patchbook.data;

import static dev.patchbook.data.Made.bytes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Tables, JSON and folders as they come, each with the report it must give. */
final class HostileSources {
    private static final String RED = Csvs.field(0xFF0000);
    private static final String BLUE = Csvs.field(0x0000FF);
    private static final String HEAD = "caption,b64string_images\n";

    private HostileSources() {}

    /** Makes the files of a case below a folder. */
    interface Maker {
        void make(Path folder) throws IOException;
    }

    /**
     * A case.
     *
     * @param file what is read
     * @param settings beside it
     * @param expected usable of rows and the codes of the rest; or {@code !} and what the refusal says
     */
    record Case(String name, Maker maker, String file, Map<String, String> settings, String expected) {
        Case with(String key, String value) {
            Map<String, String> more = new HashMap<>(settings);
            more.put(key, value);
            return new Case(name, maker, file, more, expected);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Case csv(String name, String text, String expected) {
        return raw(name, text.getBytes(StandardCharsets.UTF_8), expected);
    }

    private static Case raw(String name, byte[] bytes, String expected) {
        return new Case(name, folder -> Csvs.write(folder, bytes), "data.csv", Map.of(), expected);
    }

    private static Case json(String name, String text, String expected) {
        return new Case(
                name, folder -> Files.writeString(folder.resolve("a.jsonl"), text), "a.jsonl", Map.of(), expected);
    }

    private static Case pictures(String name, Maker maker, String expected) {
        return new Case(
                name, folder -> maker.make(Files.createDirectories(folder.resolve("p"))), "p", Map.of(), expected);
    }

    static Stream<Case> cases() {
        return Stream.of(dialects(), tables(), encodings(), jsons(), folders(), texts())
                .flatMap(s -> s);
    }

    private static Stream<Case> dialects() {
        String quoted = "'caption';'image'\r'it''s; red';'" + RED + "'\r";
        return Stream.of(
                csv("commas", HEAD + "red," + RED + "\n", "1/1"),
                csv("semicolons", "caption;b64string_images\nred;" + RED + "\n", "1/1"),
                csv("tabs", "caption\tb64string_images\nred\t" + RED + "\n", "1/1"),
                csv("bars", "caption|b64string_images\nred, blue; x|" + RED + "\n", "1/1"),
                csv("single quotes and CR", quoted, "1/1"),
                csv("mixed line ends", "caption,image\r\nred," + RED + "\rblue," + BLUE + "\nx," + RED, "3/3"),
                csv("sep line", "sep=;\ncaption;image\nred;" + RED + "\n", "1/1"),
                csv("an apostrophe in a caption", HEAD + "it's 'red'," + RED + "\n'tis," + RED + "\n", "2/2"),
                csv("blank lines", "\n\n" + HEAD + "\nred," + RED + "\n\n\n", "1/1"),
                csv("quotes with blanks around", "\"caption\" , \"image\"\n \"red\" , \"" + RED + "\"\n", "1/1"),
                csv("many empty columns", HEAD.strip() + ",,,,\nred," + RED + ",,,,\n", "1/1"),
                csv("no line end at the end", HEAD + "red," + RED, "1/1"),
                csv("a data address", HEAD + "red,\"data:image/png;base64," + RED + "\"\n", "1/1"),
                csv(
                        "a data address of another kind",
                        HEAD + "red,\"data:image/png," + RED + "\"\nblue," + BLUE,
                        "1/2 bad-base64"),
                csv(
                        "base64 in lines",
                        HEAD + "red,\"" + RED.substring(0, 30) + "\r\n" + RED.substring(30) + "\"\n",
                        "1/1"),
                csv(
                        "base64 for addresses",
                        HEAD + "red," + RED.replace('+', '-').replace('/', '_').replace("=", "") + "\n",
                        "1/1"),
                csv("base64 as python prints it", HEAD + "red,b'" + RED + "'\n", "1/1"),
                csv(
                        "base64 with \\n written out",
                        HEAD + "red," + RED.substring(0, 20) + "\\n" + RED.substring(20) + "\n",
                        "1/1"));
    }

    private static Stream<Case> tables() {
        String names = "one,two\nred," + RED + "\n";
        return Stream.of(
                csv("other names", "Image,Text\n" + RED + ",red\n", "1/1"),
                csv("names found by what they hold", "one,two\n" + RED + ",red\n", "1/1"),
                csv("set names", "a,b,c\n1," + RED + ",red\n", "1/1")
                        .with("image-column", "B")
                        .with("caption-column", "c"),
                csv("a set name that is not there", names, "!no column “nope”").with("image-column", "nope"),
                csv("a picture beyond the header", "one,two\na,b," + RED + "\n", "!no column"),
                csv("no names", "1,2,3\n4,5,6\n", "!no column"),
                csv("a name twice", "caption,caption,image\na,b," + RED + "\n", "!more than one column"),
                csv("an unclosed quote", HEAD + "red," + RED + "\n\"blue," + BLUE + "\n", "!quotation mark"),
                csv("too many fields", HEAD + "a, b," + RED + "\nred," + RED + "\n", "1/2 extra-fields"),
                csv("a short row", "image,caption\n" + RED + "\n" + RED + ",red\n", "1/2 missing-caption"),
                csv("an address", HEAD + "red,https://example.org/a.png\nred," + RED, "1/2 missing-file"),
                csv("a file that is not there", HEAD + "red,none.png\nred," + RED, "1/2 missing-file"),
                csv("a file outside", HEAD + "red,../secret.png\nred," + RED, "1/2 outside"),
                csv("a folder as file", HEAD + "red,x.png\nred," + RED, "1/2 missing-file"),
                csv(
                        "a split unheard of",
                        "caption,image,split\na," + RED + ",test\nb," + RED + ",train",
                        "1/2 bad-split"),
                csv("a header alone", HEAD, "!no rows"),
                csv("nothing", "", "!is empty"),
                csv("a spreadsheet", "PK\u0003\u0004\0\0\0\0\0\0", "!spreadsheet"),
                raw("a picture", Made.file("png"), "!not a text file"),
                new Case(
                        "several sources",
                        folder -> {
                            Csvs.write(folder, HEAD + "red," + RED + "\n,x\n");
                            Files.writeString(
                                    folder.resolve("b.jsonl"), "{\"image\":\"" + BLUE + "\",\"caption\":\"b\"}\n");
                        },
                        "data.csv, b.jsonl",
                        Map.of(),
                        "2/3 empty-caption"),
                new Case(
                        "one of several missing",
                        folder -> Csvs.write(folder, HEAD),
                        "data.csv, c.csv",
                        Map.of(),
                        "!no file “c.csv”"));
    }

    private static Stream<Case> encodings() {
        String text = HEAD + "café," + RED + "\nred," + RED + "\n";
        byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
        return Stream.of(
                csv("utf-8 with a mark", "\uFEFF" + text, "2/2"),
                raw("latin-1", latin, "2/2"),
                raw(
                        "utf-16 little",
                        Made.joined(bytes("\u00FF\u00FE"), text.getBytes(StandardCharsets.UTF_16LE)),
                        "2/2"),
                raw("utf-16 big", Made.joined(bytes("\u00FE\u00FF"), text.getBytes(StandardCharsets.UTF_16BE)), "2/2"),
                raw("utf-16 without a mark", text.getBytes(StandardCharsets.UTF_16LE), "2/2"),
                raw(
                        "a stray byte in utf-8",
                        Made.joined(text.getBytes(StandardCharsets.UTF_8), bytes("\u00E9x," + RED)),
                        "2/3 bad-encoding"),
                raw("zeros", new byte[1000], "!not a text file"));
    }

    private static Stream<Case> jsons() {
        String red = "{\"image\":\"" + RED + "\",\"caption\":\"red\"}\n";
        String m3it = "{\"instruction\":\"Say\",\"inputs\":\"\",\"outputs\":\"red\",\"image_base64_str\":[\"" + RED
                + "\"]}\n";
        return Stream.of(
                json("simple", red + red, "2/2"),
                json("instructions", m3it, "1/1"),
                json("two pictures in a row", m3it.replace("]", ",\"x\"]") + red, "1/2 several-pictures"),
                json("no picture", m3it.replace(RED, "") + red, "1/2 missing-picture"),
                json("a broken line", red + "{\"image\": \n" + red, "2/3 bad-json"),
                json("a list as line", red + "[1,2]\n" + red, "2/3 bad-json"),
                json("two objects in a line", red.strip() + red + red, "1/2 bad-json"),
                json("deep nesting", red + "[".repeat(5000) + "\n" + red, "2/3 bad-json"),
                json("a number as picture", red + "{\"image\":12345,\"caption\":\"x\"}\n", "1/2 bad-base64"),
                json(
                        "a lone surrogate",
                        red + "{\"image\":\"" + RED + "\",\"caption\":\"\\ud800\"}\n",
                        "1/2 bad-encoding"),
                json("some rows with a split", red + red.replace("}", ",\"split\":\"train\"}"), "2/2"),
                json("text that is no json", "hello\nworld\n", "0/2 bad-json bad-json"));
    }

    private static Stream<Case> folders() {
        byte[] png = Csvs.png(0x00FF00);
        return Stream.of(
                pictures(
                        "captions by name",
                        p -> {
                            Files.write(p.resolve("a_red_car-2.png"), png);
                            Files.write(p.resolve("ein Bär.PNG"), png);
                        },
                        "2/2"),
                pictures(
                        "a text beside",
                        p -> {
                            Files.write(p.resolve("1.png"), png);
                            Files.writeString(p.resolve("1.txt"), "a field\n");
                            Files.write(p.resolve("2.png"), png);
                            Files.writeString(p.resolve("2.txt"), " ");
                        },
                        "1/2 empty-caption"),
                pictures(
                        "captions.csv",
                        p -> {
                            Files.write(p.resolve("1.png"), png);
                            Files.write(p.resolve("2.png"), png);
                            Files.writeString(p.resolve("captions.csv"), "file_name,text\n1.png,one\n3.png,three\n");
                        },
                        "1/3 missing-file missing-caption"),
                pictures(
                        "captions.txt",
                        p -> {
                            Files.write(p.resolve("1.png"), png);
                            Files.writeString(
                                    p.resolve("captions.txt"), "1.png\ta field\n1.png#1 a green, field\nhello\n");
                        },
                        "2/3 missing-picture"),
                pictures(
                        "captions.json",
                        p -> {
                            Files.write(p.resolve("1.png"), png);
                            Files.writeString(p.resolve("captions.json"), "{\"1.png\": \"one\", \"2.png\": \"two\"}");
                        },
                        "1/2 missing-file"),
                pictures(
                        "captions.json broken",
                        p -> Files.writeString(p.resolve("captions.json"), "[{\"image\": \"1.png\", "),
                        "!is not JSON"),
                pictures(
                        "metadata.jsonl",
                        p -> {
                            Files.write(p.resolve("1.png"), png);
                            Files.writeString(
                                    p.resolve("metadata.jsonl"), "{\"file_name\":\"1.png\",\"text\":\"one\"}\n");
                        },
                        "1/1"),
                pictures(
                        "links that loop and leave",
                        p -> {
                            Files.write(p.resolve("a b.png"), png);
                            Files.createSymbolicLink(p.resolve("loop"), p);
                            Files.createSymbolicLink(p.resolve("out.png"), p.resolve("../../secret.png"));
                            Files.createSymbolicLink(p.resolve("self.png"), p.resolve("self.png"));
                        },
                        "1/4 missing-file outside missing-file"),
                pictures(
                        "kinds that are not read",
                        p -> {
                            Files.write(p.resolve("a.png"), png);
                            Files.write(p.resolve("b.svg"), png);
                            Files.writeString(p.resolve("c.jpg"), "hello");
                            Files.writeString(p.resolve(".hidden.png"), "hello");
                        },
                        "1/3 not-an-image not-an-image"),
                pictures(
                        "odd names",
                        p -> {
                            Files.write(p.resolve("#1, 'a' & b.png"), png);
                            Files.write(p.resolve("line\nend.png"), png);
                            Files.write(
                                    Files.createDirectories(p.resolve("deep/er"))
                                            .resolve("-3.png"),
                                    png);
                        },
                        "3/3"),
                pictures("no pictures", p -> Files.writeString(p.resolve("a.txt"), "x"), "!no pictures"));
    }

    private static Stream<Case> texts() {
        String unknown = HEAD + "a café “here”," + RED + "\n漢," + BLUE + "\nred," + RED + "\n";
        String longer = HEAD + "a red field," + RED + "\nred," + RED + "\n";
        return Stream.of(
                csv("unknown characters", unknown, "1/3 unknown-character unknown-character")
                        .with("alphabet", "shakespeare"),
                csv("unknown, mapped", unknown.replace("“here”", "’tis"), "2/3 unknown-character")
                        .with("alphabet", "shakespeare")
                        .with("unknown", "map"),
                csv("unknown, added", unknown, "3/3")
                        .with("alphabet", "shakespeare")
                        .with("unknown", "add"),
                csv("too long", longer, "1/2 too-long").with("max-length", "5"),
                csv("too long, cut", longer, "2/2").with("max-length", "5").with("too-long", "cut"),
                csv("an alphabet that is not there", longer, "!no file").with("alphabet", "none.txt"),
                csv("an alphabet outside", longer, "!outside").with("alphabet", "../secret.png"));
    }
}
