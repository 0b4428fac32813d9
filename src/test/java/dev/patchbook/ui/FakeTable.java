package dev.patchbook.ui;

import dev.patchbook.base.OutsideException;
import dev.patchbook.base.UserFacingException;
import dev.patchbook.config.DataSettings;
import dev.patchbook.engine.DataCheck;
import dev.patchbook.engine.DataId;
import dev.patchbook.engine.DataPreview;
import dev.patchbook.engine.DataRequest;
import dev.patchbook.engine.DataStatistics;
import dev.patchbook.engine.DataSummary;
import dev.patchbook.engine.RowProblem;
import dev.patchbook.session.NamedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A small table with semicolons: pictures are numbers, drawn; what is no number is no picture. Sample data has 2,000 rows. */
record FakeTable(String name, DataSettings settings, List<String> columns, List<List<String>> rows) {
    static FakeTable open(DataRequest request) {
        String file = request.settings().file();
        if (file.startsWith("sample:")) {
            List<List<String>> rows = new ArrayList<>();
            for (int i = 0; i < 2000; i++) {
                rows.add(List.of(Integer.toString(i), FakePictures.caption(i)));
            }
            return new FakeTable("scenes.csv", request.settings(), List.of("b64string_images", "caption"), rows);
        }
        List<Path> named = NamedFiles.of(request.folder(), Map.of("file", file));
        if (!request.allowOutside()
                && !NamedFiles.outside(request.folder(), named).isEmpty()) {
            throw new OutsideException(
                    "“" + file + "” lies outside of the notebook's folder " + request.folder() + ".",
                    "Move the file beside the notebook, or allow files outside (--allow-outside).");
        }
        List<List<String>> rows = new ArrayList<>();
        List<String> columns = List.of();
        for (Path path : named) {
            List<List<String>> read = lines(path, request.folder());
            columns = read.get(0);
            rows.addAll(read.subList(1, read.size()));
        }
        return new FakeTable(file, request.settings(), columns, rows);
    }

    private static List<List<String>> lines(Path path, Path folder) {
        if (!Files.exists(path)) {
            throw new UserFacingException(
                    "There is no file “" + path.getFileName() + "” in " + folder + ".",
                    "Check the spelling, or choose the file with Browse in the settings.");
        }
        if (Files.isDirectory(path)) {
            return List.of(List.of("image", "caption"), List.of("1", "a red circle"), List.of("2", "a blue square"));
        }
        try {
            return Files.readAllLines(path).stream()
                    .map(line -> List.of(line.split(";", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String column(String written, String usual) {
        return !written.isEmpty()
                ? written
                : columns.stream()
                        .filter(each -> each.toLowerCase(java.util.Locale.ROOT).contains(usual))
                        .findFirst()
                        .orElse("");
    }

    private String pictures() {
        return column(settings.imageColumn(), "image");
    }

    private String captions() {
        return column(settings.captionColumn(), "caption");
    }

    private String missing() {
        return pictures().isEmpty()
                ? name + " has no column “image”. Its columns are "
                        + columns.stream().map(each -> "“" + each + "”").collect(Collectors.joining(", "))
                        + ". Set image-column to the column of the pictures."
                : captions().isEmpty() ? name + " has no column “caption”. Set caption-column." : "";
    }

    private String field(int row, String column) {
        int index = columns.indexOf(column);
        return index >= 0 && index < rows.get(row).size() ? rows.get(row).get(index) : "";
    }

    private Optional<RowProblem> problem(int row) {
        String picture = field(row, pictures());
        if (!picture.matches("\\d+")) {
            return Optional.of(new RowProblem(
                    row + 1,
                    row + 2,
                    pictures(),
                    picture.isEmpty() ? "missing-picture" : picture.startsWith("..") ? "outside" : "bad-base64",
                    picture.isEmpty()
                            ? "The picture is empty."
                            : "The picture “" + picture + "” is neither base64 nor a file's name.",
                    "Write the picture anew, or remove the row."));
        }
        String caption = field(row, captions());
        return caption.length() > settings.maxLength() && !settings.tooLong().equals("cut")
                ? Optional.of(new RowProblem(
                        row + 1,
                        row + 2,
                        captions(),
                        "too-long",
                        "The caption has " + caption.length() + " characters; at most " + settings.maxLength()
                                + " are used.",
                        "Shorten the caption, raise max-length, or set too-long to cut."))
                : Optional.empty();
    }

    DataPreview preview(int after, int most) {
        List<DataPreview.Row> shown = new ArrayList<>();
        boolean known = missing().isEmpty();
        for (int i = after; i < Math.min(rows.size(), after + most); i++) {
            String picture = field(i, pictures());
            Optional<Integer> number =
                    known && picture.matches("\\d+") ? Optional.of(Integer.parseInt(picture)) : Optional.empty();
            String caption = field(i, captions());
            shown.add(new DataPreview.Row(
                    i + 1,
                    i + 2,
                    rows.get(i),
                    !known ? "" : caption.substring(0, Math.min(caption.length(), settings.maxLength())),
                    number.map(each -> FakePictures.draw(each, 192)),
                    number.map(each -> FakePictures.draw(each, settings.imageSize())),
                    known ? problem(i) : Optional.empty()));
        }
        return new DataPreview(
                name,
                "CSV",
                "UTF-8",
                "semicolons, quotation marks \"",
                columns,
                known ? pictures() : "",
                known ? captions() : "",
                known && columns.contains("split") ? "split" : "",
                missing(),
                rows.size() * 40L,
                rows.size(),
                after + most >= rows.size(),
                shown);
    }

    private List<RowProblem> problems() {
        List<RowProblem> found = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            problem(i).ifPresent(found::add);
        }
        return found;
    }

    DataCheck check() {
        List<RowProblem> found = problems();
        return new DataCheck(
                rows.size(),
                rows.size() - found.size(),
                found.stream().limit(DataCheck.MOST_PROBLEMS).toList(),
                found.stream().collect(Collectors.groupingBy(RowProblem::code, Collectors.counting())));
    }

    DataSummary summary(DataId id) {
        List<RowProblem> found = problems();
        List<DataSummary.Example> examples = new ArrayList<>();
        for (int i = 0; i < rows.size() && examples.size() < 24; i++) {
            if (problem(i).isEmpty()) {
                int number = Integer.parseInt(field(i, pictures()));
                examples.add(new DataSummary.Example(
                        "train",
                        examples.size(),
                        field(i, captions()),
                        FakePictures.draw(number, settings.imageSize())));
            }
        }
        int usable = rows.size() - found.size();
        return new DataSummary(
                id,
                name,
                rows.size(),
                usable,
                usable - usable / 10,
                usable / 10,
                0,
                FakeEngine.ALPHABET,
                41,
                settings.imageSize(),
                examples,
                found.stream().limit(DataCheck.MOST_PROBLEMS).toList(),
                "",
                DataStatistics.NONE);
    }
}
