package dev.patchbook.engine.local;

import dev.patchbook.base.UserFacingException;
import dev.patchbook.engine.DataId;
import dev.patchbook.engine.ModelId;
import dev.patchbook.plan.Workers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The data and models an engine holds, and the threads they are worked on with. For the engine's thread; others may ask for data
 * and models to read what never changes of them.
 */
final class Holdings implements AutoCloseable {
    private final Map<DataId, LoadedData> data = new ConcurrentHashMap<>();
    private final Map<ModelId, LoadedModel> models = new ConcurrentHashMap<>();
    private final int threads;
    private Optional<Workers> workers = Optional.empty();

    /** Nothing yet. */
    Holdings(int threads) {
        this.threads = threads;
    }

    /** The threads, started when first asked for. */
    Workers workers() {
        if (workers.isEmpty()) {
            workers = Optional.of(new Workers(threads));
        }
        return workers.get();
    }

    void put(DataId id, LoadedData loaded) {
        data.put(id, loaded);
    }

    void put(ModelId id, LoadedModel loaded) {
        models.put(id, loaded);
    }

    /**
     * Data by its name.
     *
     * @throws UserFacingException where it was released
     */
    LoadedData data(DataId id) {
        LoadedData found = data.get(id);
        if (found == null) {
            throw new UserFacingException("The data is no longer there.", "Run the data cell again.");
        }
        return found;
    }

    /**
     * A model by its name.
     *
     * @throws UserFacingException where it was released
     */
    LoadedModel model(ModelId id) {
        LoadedModel found = models.get(id);
        if (found == null) {
            throw new UserFacingException(
                    "The model is no longer there.", "Run the cell that builds or trains it again.");
        }
        return found;
    }

    /** Whether there is a model of this name. */
    boolean has(ModelId id) {
        return models.containsKey(id);
    }

    /** Forgets data or a model; a model that is being trained is freed when its run ends. */
    void release(Object id) {
        if (id instanceof DataId dataId) {
            data.remove(dataId);
        } else if (id instanceof ModelId modelId) {
            LoadedModel removed = models.remove(modelId);
            if (removed != null) {
                removed.close();
            }
        }
    }

    @Override
    public void close() {
        data.clear();
        models.values().forEach(LoadedModel::close);
        models.clear();
        workers.ifPresent(Workers::close);
        workers = Optional.empty();
    }
}
