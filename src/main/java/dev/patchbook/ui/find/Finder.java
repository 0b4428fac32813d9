package dev.patchbook.ui.find;

import dev.patchbook.engine.DataSummary.Example;
import dev.patchbook.engine.Generation;
import dev.patchbook.notebook.Cell;
import dev.patchbook.notebook.CellId;
import dev.patchbook.session.CellOutput;
import dev.patchbook.session.TrainOutput;
import dev.patchbook.ui.notebook.CellViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds words in what a notebook's cells say and in the captions they show. */
final class Finder {
    private Finder() {}

    /** One cell for each place where the words stand, in order. */
    static List<CellId> find(List<CellViewModel> cells, String words, boolean matchCase) {
        List<CellId> found = new ArrayList<>();
        String wanted = matchCase ? words : words.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return found;
        }
        for (CellViewModel cell : cells) {
            texts(cell).forEach(text -> {
                String here = matchCase ? text : text.toLowerCase(Locale.ROOT);
                for (int at = here.indexOf(wanted); at >= 0; at = here.indexOf(wanted, at + wanted.length())) {
                    found.add(cell.id());
                }
            });
        }
        return found;
    }

    /** What a person reads in a cell: a note's Markdown; else its kind, name, settings, and captions of its output. */
    static Stream<String> texts(CellViewModel model) {
        Cell cell = model.cellProperty().get();
        if (!cell.text().isEmpty()) {
            return Stream.of(cell.text());
        }
        Stream<String> settings =
                cell.settings().entrySet().stream().map(setting -> setting.getKey() + " " + setting.getValue());
        Stream<String> said = Stream.of(
                cell.kindName() + " " + cell.id() + " "
                        + model.linksProperty().get().fromWords(),
                model.sentenceProperty().get());
        // The sentence names most settings already; one that it names is not found twice.
        Stream<String> unsaid = settings.filter(
                text -> !model.sentenceProperty().get().contains(text.substring(text.indexOf(' ') + 1)));
        return Stream.of(said, unsaid, captions(model.outputProperty().get())).flatMap(each -> each);
    }

    private static Stream<String> captions(@Nullable CellOutput output) {
        if (output instanceof CellOutput.DataOutput data) {
            return data.summary().examples().stream().map(Example::caption);
        }
        if (output instanceof CellOutput.SampleOutput sample) {
            return sample.generation().map(Generation::caption).stream();
        }
        return output instanceof TrainOutput train
                ? train.evaluations().stream().flatMap(each -> each.captions().stream())
                : Stream.empty();
    }
}
